import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataTypes, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { emitting, forgetting, forgettingAggregate, gathering, keeping } from './functions/stateful.js';

const { BIGINT, STRING } = DataTypes;
const ROWS = 3000;
const KEYS = 3;
const savepoints = mkdtempSync(join(tmpdir(), 'tsflink-savepoints-'));
afterAll(() => rmSync(savepoints, { recursive: true }));

describe.each(['hashmap', 'rocksdb'] as const)('state of functions in the backend %s', (backend) => {
  function environment(options: Record<string, string> = {}): TableEnvironment {
    const settings = EnvironmentSettings.newInstance().inStreamingMode();
    const common = { 'state.backend.type': backend, 'parallelism.default': 1 };
    return TableEnvironment.create(settings.withConfiguration({ ...common, ...options }).build());
  }

  /** A process table function, an aggregate and a table aggregate function over the same numbers, as a changelog. */
  async function keepingJob(tEnv: TableEnvironment, rowsPerSecond: number) {
    for (const fn of [keeping, gathering]) tEnv.createTemporarySystemFunction(fn.udf.name, fn);
    await tEnv.executeSql(`CREATE TEMPORARY TABLE numbers (
        id BIGINT, k AS MOD(id, ${KEYS}), ts AS TO_TIMESTAMP_LTZ(id, 3), WATERMARK FOR ts AS ts
      ) WITH ('connector' = 'datagen', 'rows-per-second' = '${rowsPerSecond}', 'fields.id.kind' = 'sequence',
        'fields.id.start' = '1', 'fields.id.end' = '${ROWS}')`);
    const emitted = tEnv
      .from('numbers')
      .groupBy('k')
      .flatAggregate(($) => emitting($.id))
      .select('k', 'rows', 'listed', 'mapped');
    tEnv.createTemporaryView('emitted', emitted);
    return tEnv.executeSql(`SELECT 'aggregate' AS what, k, g.\`rows\` AS n, g.listed AS listed, g.mapped AS mapped
        FROM (SELECT k, gathering(id) AS g FROM numbers GROUP BY k)
      UNION ALL SELECT 'table aggregate', k, \`rows\`, listed, mapped FROM emitted
      UNION ALL SELECT what, k, \`rows\`, listed, mapped
        FROM keeping(input => TABLE numbers PARTITION BY k, on_time => DESCRIPTOR(ts))`);
  }

  it('is restored from a savepoint, with views and timers', async () => {
    const interval = { 'execution.checkpointing.interval': '100 ms' };
    const before = environment(interval);
    const stopped = await keepingJob(before, 50);
    const kept = new Set<string>();
    let savepoint: string | undefined;
    // Until each has something to save for each key.
    for await (const { row } of stopped.collectChangelog()) {
      kept.add(`${row.what} ${row.k}`);
      if (kept.size < 3 * KEYS) continue;
      savepoint = await stopped.getJobClient()?.stopWithSavepoint(false, savepoints);
      break;
    }
    await before.close();

    const after = environment({
      ...interval,
      'execution.state-recovery.path': `${savepoint}`,
      // That of the sink of results, which is another one for each query.
      'execution.state-recovery.ignore-unclaimed-state': 'true',
    });
    const restored = await keepingJob(after, 100_000);
    const last: Record<string, unknown> = {};
    const least: Record<string, number> = {};
    for await (const { kind, row } of restored.collectChangelog()) {
      least[row.what] = Math.min(least[row.what] ?? ROWS, row.n);
      last[`${row.what} ${row.k}`] = [kind, row.n, row.listed, row.mapped];
    }
    await after.close();

    const each = ROWS / KEYS;
    for (let k = 0; k < KEYS; k++) {
      expect(last[`aggregate ${k}`]).toEqual(['+U', each, each, 100]);
      expect(last[`table aggregate ${k}`]).toEqual(['+I', each, each, 100]);
      expect(last[`end ${k}`]).toEqual(['+I', each, each, 100]);
      expect(last[`row ${k}`]).toEqual(['+I', each, 0, 0]);
    }
    // Nothing began anew.
    for (const what of ['row', 'aggregate', 'table aggregate']) expect(least[what]).toBeGreaterThan(1);
  });

  it('lives as long as it is told', async () => {
    const tEnv = environment({ 'table.exec.state.ttl': '1 ms', 'tsflink.function.batch-size': '1' });
    for (const fn of [forgetting, forgettingAggregate]) tEnv.createTemporarySystemFunction(fn.udf.name, fn);
    // The row of another key takes longer than what is brief.
    const rows = [...'abab'].map((k, i) => ({ k, id: BigInt(i) }));
    tEnv.createTemporaryView('numbers', tEnv.fromValues({ k: STRING(), id: BIGINT() }, rows));
    const left = await (
      await tEnv.executeSql('SELECT * FROM forgetting(input => TABLE numbers PARTITION BY k)')
    ).toArray();
    expect(left).toEqual([
      { k: 'a', left: '' },
      { k: 'b', left: '' },
      { k: 'a', left: 'long always longList longMap' },
      { k: 'b', left: 'long always longList longMap' },
    ]);
    const aggregate = async (hint = '') => {
      const sql = `SELECT ${hint} k, forgetting_aggregate(id) AS v FROM numbers GROUP BY k`;
      return new Map((await (await tEnv.executeSql(sql)).toArray()).map((row) => [row.k, row.v]));
    };
    expect(await aggregate()).toEqual(new Map([...'ab'].map((k) => [k, '1 false false'])));
    const long = await aggregate("/*+ STATE_TTL('numbers'='1h') */");
    expect(long.get('a')).toBe('2 true true');
    await tEnv.close();
  });
});
