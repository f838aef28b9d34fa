import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DataTypes,
  EnvironmentSettings,
  FlinkError,
  lit,
  PlanReference,
  type Table,
  TableEnvironment,
  type Untyped,
} from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import {
  breaking,
  doubled,
  fields,
  flood,
  greet,
  history,
  latest,
  marked,
  sessions,
  ticking,
} from './functions/processes.js';

const { BIGINT, INT, STRING, TIMESTAMP_LTZ } = DataTypes;

describe('a process table function', () => {
  const tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  afterAll(() => tEnv.close());
  for (const fn of [fields, doubled, history, sessions, latest, greet, breaking, flood, marked, ticking]) {
    tEnv.createTemporarySystemFunction(fn.udf.name, fn);
  }
  const at = (seconds: number) => new Date(Date.UTC(2024, 0, 1, 0, 0, seconds));
  const events = tEnv.fromValues({ user: STRING(), amount: BIGINT(), ts: TIMESTAMP_LTZ(3).bridgedTo('Date') }, [
    { user: 'ada', amount: 10n, ts: at(0) },
    { user: 'bob', amount: 20n, ts: at(1) },
    { user: 'ada', amount: 30n, ts: at(2) },
    { user: 'ada', amount: null, ts: at(30) },
    { user: 'ada', amount: 5n, ts: at(31) },
  ]);
  tEnv.createTemporaryView('events', events);

  const read = async (table: Table | string) => {
    const result = typeof table === 'string' ? await tEnv.executeSql(table) : await table.execute();
    const rows: unknown[] = [];
    for await (const row of result.collect()) rows.push(row);
    return rows;
  };

  it('takes rows of any columns one by one', async () => {
    expect(await read("SELECT * FROM fields(input => TABLE events, prefix => '$') LIMIT 2")).toEqual([
      { field: '$user=ada' },
      { field: '$amount=10' },
    ]);
  });

  it('passes columns through', async () => {
    expect(await read('SELECT `user`, amount, `EXPR$0` AS twice FROM doubled(input => TABLE events)')).toEqual([
      { user: 'ada', amount: 10n, twice: 20n },
      { user: 'bob', amount: 20n, twice: 40n },
      { user: 'ada', amount: 30n, twice: 60n },
      { user: 'ada', amount: null, twice: 0n },
      { user: 'ada', amount: 5n, twice: 10n },
    ]);
  });

  it('keeps values, lists and maps for each partition, and empties them', async () => {
    const rows = await read('SELECT * FROM history(events => TABLE events PARTITION BY `user`)');
    const byUser = (rows as { user: string }[]).sort((a, b) => a.user.localeCompare(b.user));
    expect(byUser).toEqual([
      { user: 'ada', count: 1, total: 10n, last: null, amounts: [10n], keys: [10n] },
      { user: 'ada', count: 2, total: 40n, last: 10n, amounts: [10n, 30n], keys: [10n, 30n] },
      { user: 'ada', count: 1, total: 5n, last: null, amounts: [5n], keys: [5n] },
      { user: 'bob', count: 1, total: 20n, last: null, amounts: [20n], keys: [20n] },
    ]);
  });

  it('is called in the Table API, registered or not', async () => {
    const partitioned = events.partitionBy('user').process(history).select('user', 'total');
    expect(await read(partitioned)).toHaveLength(4);
    expect(await read(tEnv.fromCall('fields', events.asArgument('input'), lit('').asArgument('prefix')))).toHaveLength(
      15,
    );
    expect(await read(events.process(fields, '-').select('field'))).toContainEqual({ field: '-user=bob' });
  });

  it('may be called without its optional arguments', async () => {
    const one = events.where(($) => $.amount.isEqual(20n));
    tEnv.createTemporaryView('twenty', one);
    const named = (...args: Untyped[]) => tEnv.fromCall('marked', one.asArgument('input'), ...args);
    for (const [call, text] of [
      ['SELECT text FROM marked(input => TABLE twenty)', '20?'],
      ["SELECT text FROM marked(mark => '!', input => TABLE twenty)", '20!'],
      ['SELECT text FROM marked(TABLE twenty, 2)', '20??'],
      ["SELECT text FROM marked(TABLE twenty, 2, '!')", '20!!'],
      [one.process(marked), '20?'],
      [one.process(marked, 3), '20???'],
      [named(), '20?'],
      [named(lit('!').asArgument('mark')), '20!'],
    ] as const) {
      expect(await read(call)).toEqual([{ text }]);
    }
  });

  it('is given updates with their kinds, and gives updates', async () => {
    tEnv.createTemporaryView('counts', tEnv.sqlQuery('SELECT `user`, COUNT(*) AS c FROM events GROUP BY `user`'));
    const result = await tEnv.executeSql('SELECT * FROM latest(input => TABLE counts PARTITION BY `user`)');
    const changes: string[] = [];
    for await (const { kind, row } of result.collectChangelog()) changes.push(`${kind} ${row.user} ${row.kinds}`);
    expect(changes.filter((change) => change.includes('ada'))).toEqual([
      '+I ada +I',
      '-U ada +I',
      '+U ada +I-U',
      '-U ada +I-U',
      '+U ada +I-U+U',
      '-U ada +I-U+U',
      '+U ada +I-U+U-U',
      '-U ada +I-U+U-U',
      '+U ada +I-U+U-U+U',
      '-U ada +I-U+U-U+U',
      '+U ada +I-U+U-U+U-U',
      '-U ada +I-U+U-U+U-U',
      '+U ada +I-U+U-U+U-U+U',
    ]);
  });

  it('takes several tables with the same keys', async () => {
    tEnv.createTemporaryView('visits', tEnv.fromValues({ user: STRING(), n: INT() }, [{ user: 'ada', n: 1 }]));
    tEnv.createTemporaryView(
      'purchases',
      tEnv.fromValues({ user: STRING(), item: STRING() }, [{ user: 'ada', item: 'x' }]),
    );
    const rows = await read(
      'SELECT greeting FROM greet(visits => TABLE visits PARTITION BY `user`, purchases => TABLE purchases PARTITION BY `user`)',
    );
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ greeting: '1/1 by 0' });
  });

  it('is told of timers, by name, when the watermark has reached them', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'tsflink-ptf-'));
    writeFileSync(
      join(directory, 'events.csv'),
      'ada,1,2024-01-01 00:00:00\nada,2,2024-01-01 00:00:04\nbob,3,2024-01-01 00:00:05\n',
    );
    await tEnv.executeSql(`CREATE TEMPORARY TABLE timed (\`user\` STRING, amount BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
      WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = 'file://${directory}')`);
    const call = (gap: string) =>
      `SELECT * FROM sessions(events => TABLE timed PARTITION BY \`user\`, gap => ${gap}, on_time => DESCRIPTOR(ts))`;
    // Where scalars may differ from row to row, in Flink's own operator.
    const calls = { TypeScriptProcess: call('10000'), ProcessTableFunction: call('9964 + CHAR_LENGTH(UUID())') };
    for (const [operator, sql] of Object.entries(calls)) {
      expect(await tEnv.explainSql(sql)).toContain(`\n${operator}(`);
      const rows = await read(sql);
      expect(rows.map((row) => JSON.stringify(row, (_, v) => (typeof v === 'bigint' ? Number(v) : v))).sort()).toEqual([
        '{"user":"ada","what":"end at 2024-01-01T00:00:14Z","amount":3,"rowtime":"2024-01-01T00:00:14"}',
        '{"user":"ada","what":"null at 2024-01-01T00:00:01Z","amount":null,"rowtime":"2024-01-01T00:00:01"}',
        '{"user":"ada","what":"null at 2024-01-01T00:00:05Z","amount":null,"rowtime":"2024-01-01T00:00:05"}',
        '{"user":"bob","what":"end at 2024-01-01T00:00:15Z","amount":3,"rowtime":"2024-01-01T00:00:15"}',
        '{"user":"bob","what":"null at 2024-01-01T00:00:06Z","amount":null,"rowtime":"2024-01-01T00:00:06"}',
      ]);
    }
    await tEnv.executeSql(`CREATE TEMPORARY TABLE told (\`user\` STRING, what STRING, amount BIGINT, rowtime TIMESTAMP(3))
      WITH ('connector' = 'blackhole')`);
    const plan = (await tEnv.compilePlanSql(`INSERT INTO told ${calls.TypeScriptProcess}`)).asJsonString();
    expect(plan).toContain('stream-exec-typescript-process_1');
    const loaded = await tEnv.loadPlan(PlanReference.fromJsonString(plan));
    await (await loaded.execute()).await(120_000);
    rmSync(directory, { recursive: true });
  });

  it('registers timers in timers, in their order, and clears those of its partition', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'tsflink-ptf-'));
    writeFileSync(
      join(directory, 'events.csv'),
      'bob,1,2024-01-01 00:00:00\nada,2,2024-01-01 00:00:00\nada,3,2024-01-01 00:00:04\n',
    );
    await tEnv.executeSql(`CREATE TEMPORARY TABLE ticked (\`user\` STRING, amount BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)
      WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = 'file://${directory}')`);
    const rows = (await read(
      'SELECT `user`, tick, millis FROM ticking(events => TABLE ticked PARTITION BY `user`, on_time => DESCRIPTOR(ts))',
    )) as { user: string; tick: number; millis: number }[];
    rmSync(directory, { recursive: true });
    const ticks = (of: string) => rows.filter(({ user }) => user === of).map(({ tick, millis }) => [tick, millis]);
    expect(ticks('bob')).toEqual([
      [1, 1000],
      [2, 2000],
      [3, 2500],
    ]);
    expect(ticks('ada')).toEqual([
      [1, 5000],
      [2, 6000],
      [3, 6500],
    ]);
  });

  it('gives many rows of one, a portion at a time', async () => {
    tEnv.createTemporaryView(
      'single',
      events.where(($) => $.amount.isEqual(20n)),
    );
    const rows = (await read('SELECT CHAR_LENGTH(text) AS size FROM flood(input => TABLE single, n => 20000)')) as {
      size: number;
    }[];
    expect(rows).toHaveLength(20_000);
    expect(rows.every(({ size }, i) => size === i % 1000)).toBe(true);
  });

  it('fails with function, line and row', async () => {
    const error = await read('SELECT * FROM breaking(input => TABLE events)').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FlinkError);
    expect(error).toMatchObject({ code: 'FUNCTION_FAILED', function: { name: 'breaking' } });
    expect((error as FlinkError).message).toMatch(/processes\.ts:\d+/);
    expect((error as FlinkError).function?.row).toContain('amount: 30n');
  });

  it('is refused with wrong arguments, without its keys, and in batch mode', async () => {
    const refused = async (sql: string) =>
      ((await tEnv.explainSql(sql).catch((e: unknown) => e)) as FlinkError).message;
    expect(await refused('SELECT * FROM fields(input => TABLE events)')).toContain('fields');
    expect(await refused('SELECT * FROM sessions(events => TABLE events PARTITION BY `user`, gap => 1)')).toContain(
      'on_time',
    );
    const batch = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    batch.createTemporarySystemFunction('fields', fields);
    batch.createTemporaryView('one_row', batch.fromValues({ a: INT() }, [{ a: 1 }]));
    const inBatch = batch.explainSql("SELECT * FROM fields(input => TABLE one_row, prefix => '')");
    await expect(inBatch).rejects.toBeInstanceOf(FlinkError);
    await batch.close();
  });
});
