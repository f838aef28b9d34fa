import { DataTypes, EnvironmentSettings, TableEnvironment, type Untyped } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { joined } from './functions/aggregates.js';
import { faulty, MERGING, throws } from './functions/failures.js';
import { failureOf } from './setup/failure.js';
import { rowsOf } from './setup/rows.js';

const { INT, STRING } = DataTypes;

describe.each(['streaming', 'batch'] as const)('an aggregate function in %s mode', (mode) => {
  const tEnv = TableEnvironment.create(
    mode === 'batch' ? EnvironmentSettings.inBatchMode() : EnvironmentSettings.inStreamingMode(),
  );
  afterAll(() => tEnv.close());
  const input = tEnv.fromValues({ k: STRING(), n: INT().notNull() }, [
    { k: 'a', n: 1 },
    { k: 'b', n: 2 },
  ]);
  tEnv.createTemporaryView('input', input);

  it('is refused where a query needs a method that it lacks, and with arguments that it does not take', async () => {
    tEnv.createTemporarySystemFunction('joined', joined);
    if (mode === 'streaming') {
      const retracted = 'SELECT joined(m) AS j FROM (SELECT n, MAX(k) AS m FROM input GROUP BY n)';
      const error = await failureOf(() => tEnv.explainSql(retracted));
      expect(error).toMatchObject({ code: 'FUNCTION_METHOD_MISSING' });
      expect(error.message).toMatch(/'joined' has no method retract\(\)/);
    }
    const arity = await failureOf(() => tEnv.explainSql('SELECT joined(k, n) AS j FROM input'));
    expect(arity.message).toContain('joined');
    const type = await failureOf(() => tEnv.explainSql('SELECT joined(ARRAY[n]) AS j FROM input'));
    expect(type.message).toContain('joined');
  });
});

it('names merge() wherever streams are merged', async () => {
  const settings = EnvironmentSettings.newInstance().inStreamingMode().withConfiguration({
    'table.exec.mini-batch.enabled': 'true',
    'table.exec.mini-batch.allow-latency': '1 s',
    'table.exec.mini-batch.size': '9',
    'table.optimizer.agg-phase-strategy': 'TWO_PHASE',
    // Rows keep their order.
    'parallelism.default': 1,
  });
  const tEnv = TableEnvironment.create(settings.build());
  await tEnv.executeSql(`CREATE TEMPORARY TABLE timed (n INT NOT NULL,
      ts AS CAST(TIMESTAMPADD(SECOND, MOD(n * 15 - 15, 22), TIMESTAMP '2026-01-01 00:00:00') AS TIMESTAMP(3)),
      WATERMARK FOR ts AS ts - INTERVAL '1' MINUTE
    ) WITH ('connector' = 'datagen', 'number-of-rows' = '3',
      'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '3')`);
  const checks = Object.entries(MERGING).map(async ([what, sql]) => {
    const failing = (fault: string, body: () => Untyped) => {
      const name = `merge_of_${what}_${fault}`;
      tEnv.createTemporarySystemFunction(name, faulty(name, 'merge', body));
      return failureOf(async () => rowsOf(await tEnv.executeSql(sql.replace('%', name))));
    };
    const thrown = await failing('throws', throws);
    expect(thrown.code, what).toBe('FUNCTION_FAILED');
    expect(thrown.message, what).toContain('merge(): RangeError: cannot do it');
    const wrong = await failing('wrong', () => ({ sum: 128 }));
    expect(wrong.message, what).toMatch(/merge\(\): wrong accumulator: at sum: expected TINYINT.*128/);
  });
  await Promise.all(checks).finally(() => tEnv.close());
});
