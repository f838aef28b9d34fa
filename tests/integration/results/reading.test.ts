import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataTypes, EnvironmentSettings, getRowKind, TableEnvironment, type TableResult, type Untyped } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { rowsOf } from '../setup/rows.js';

const { BIGINT, STRING } = DataTypes;
let batch: TableEnvironment;
let streaming: TableEnvironment;
let directory: string;
beforeAll(async () => {
  batch = TableEnvironment.create(EnvironmentSettings.inBatchMode());
  streaming = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  directory = await mkdtemp(join(tmpdir(), 'tsflink-results-'));
});
afterAll(async () => {
  await Promise.all([batch.close(), streaming.close()]);
  await rm(directory, { recursive: true });
});

const hits = () =>
  streaming.fromValues({ province: STRING().notNull(), size: BIGINT() }, [
    { province: 'A', size: 1n },
    { province: 'B', size: 10n },
    { province: 'A', size: 2n },
    { province: 'C', size: null },
  ]);
const totals = () =>
  hits()
    .groupBy('province')
    .select('province', ($) => ({ n: $.size.count(), total: $.size.sum() }));

const VALUES = {
  b: 'TRUE',
  i8: 'CAST(-8 AS TINYINT)',
  i64: '9007199254740993',
  f32: 'CAST(0.5 AS FLOAT)',
  f64: '1e300',
  price: 'CAST(-12.50 AS DECIMAL(10, 2))',
  wide: "CAST('12345678901234567890123456789012.345678' AS DECIMAL(38, 6))",
  s: `'a, "b"'`,
  bin: "X'00ff'",
  d: "DATE '1969-12-31'",
  t: "TIME '12:34:56'",
  ts: "TIMESTAMP '2020-01-02 03:04:05.678'",
  ts6: "TIMESTAMP '2020-01-02 03:04:05.678901'",
  ltz: 'TO_TIMESTAMP_LTZ(1577934245678, 3)',
  months: "INTERVAL '1-2' YEAR TO MONTH",
  span: "INTERVAL '1 02:03:04.005' DAY TO SECOND(3)",
  list: "ARRAY['x', 'y']",
  m: "MAP['k', 1]",
  r: "ROW(1, ROW('z'))",
  deep: 'ARRAY[MAP[1, ARRAY[2.5]]]',
};
/** One row with a value of every type, and one of NULLs. */
const EVERYTHING = `SELECT ${Object.entries(VALUES)
  .map(([name, value]) => `CASE WHEN full THEN ${value} END AS ${name}`)
  .join(', ')} FROM (VALUES TRUE, FALSE) AS t(full)`.replaceAll('full', '`full`');

describe('a view of a streaming query', () => {
  it('ends with the rows of the same query in batch mode', async () => {
    const expected = [
      { province: 'A', n: 2n, total: 3n },
      { province: 'B', n: 1n, total: 10n },
      { province: 'C', n: 0n, total: null },
    ];
    const byKey = (await totals().execute()).collect({ mode: 'upsert', key: ['province'] });
    expect(new Set(await byKey.finish())).toEqual(new Set(expected));
    expect(byKey.get('A')?.total).toBe(3n);
    expect(new Set(await (await totals().execute()).collect({ mode: 'retract' }).finish())).toEqual(new Set(expected));
    expect(new Set(await (await totals().execute()).toArray())).toEqual(new Set(expected));
    const kinds: string[] = [];
    for await (const row of (await totals().execute()).collect()) kinds.push(getRowKind(row));
    expect(kinds.toSorted()).toEqual(['+I', '+I', '+I', '+U', '-U']);
  });

  it('lives, and cancels its query when it is left', async () => {
    await streaming.executeSql(
      "CREATE TEMPORARY TABLE clicks (k INT) WITH ('connector' = 'datagen', 'fields.k.min' = '1', 'fields.k.max' = '3')",
    );
    const result = await streaming.executeSql('SELECT k, COUNT(*) AS n FROM clicks GROUP BY k');
    let seen = 0;
    for await (const view of result.collect({ mode: 'upsert', key: ['k'] })) {
      seen = view.size;
      if (view.has(1) && view.has(2) && view.has(3) && view.get(1)?.n > 5n) break;
    }
    expect(seen).toBe(3);
    await vi.waitFor(async () => expect(await result.getJobClient()?.getJobStatus()).toBe('CANCELED'), {
      timeout: 30_000,
      interval: 100,
    });
  });
});

describe('Arrow', () => {
  it('takes values of every type from Flink', async () => {
    const table = await (await batch.executeSql(EVERYTHING)).toArrow();
    const [full, empty] = [table.get(0)?.toJSON(), table.get(1)?.toJSON()] as Record<string, Untyped>[];
    expect(full).toMatchObject({ b: true, i8: -8, i64: 9007199254740993n, f32: 0.5, f64: 1e300, s: 'a, "b"' });
    expect(String(full?.price)).toBe('-1250');
    expect(String(full?.wide)).toBe('12345678901234567890123456789012345678');
    expect([full?.ltz, full?.d]).toEqual([1577934245678, -86_400_000]);
    expect(JSON.parse(JSON.stringify([full?.list, full?.r]))).toEqual([
      ['x', 'y'],
      { EXPR$0: 1, EXPR$1: { EXPR$0: 'z' } },
    ]);
    expect(Object.values(empty ?? {})).toEqual(Array(20).fill(null));
  });
});

describe('text that is written', () => {
  const path = (name: string) => join(directory, name);
  const columns =
    'b BOOLEAN, i64 BIGINT, f64 DOUBLE, price DECIMAL(10, 2), s STRING, d DATE, ts TIMESTAMP(3), bin BYTES';
  const query = `SELECT b, i64, f64, price, s, d, ts, bin FROM (${EVERYTHING})`;

  it.each<[string, (result: TableResult<Untyped>, to: NodeJS.WritableStream) => Promise<number>, string]>([
    [
      'csv',
      (result, to) => result.writeCsv(to, { header: false, nullLiteral: 'NULL' }),
      "'format' = 'csv', 'csv.null-literal' = 'NULL'",
    ],
    [
      'json',
      (result, to) => result.writeNdjson(to),
      "'format' = 'json', 'json.timestamp-format.standard' = 'ISO-8601'",
    ],
  ])('is read by Flink: %s', async (name, write, format) => {
    const file = createWriteStream(path(name));
    expect(await write(await batch.executeSql(query), file)).toBe(2);
    await new Promise((resolve) => file.end(resolve));
    await batch.executeSql(
      `CREATE TEMPORARY TABLE file_${name} (${columns}) WITH ('connector' = 'filesystem', 'path' = 'file://${path(name)}', ${format})`,
    );
    const read = await rowsOf(await batch.executeSql(`SELECT * FROM file_${name} ORDER BY i64 NULLS LAST`));
    const expected = await rowsOf(await batch.executeSql(`SELECT * FROM (${query}) ORDER BY i64 NULLS LAST`));
    expect(read).toEqual(expected);
  });
});

describe('a large result', () => {
  it('streams in constant memory', async () => {
    const rows = 1_000_000;
    await batch.executeSql(
      `CREATE TEMPORARY TABLE many (n BIGINT, s AS REPEAT('x', 100)) WITH ('connector' = 'datagen', 'number-of-rows' = '${rows}',
       'rows-per-second' = '10000000', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '${rows}')`,
    );
    let sum = 0n;
    let count = 0;
    let most = 0;
    for await (const row of (await batch.executeSql('SELECT n, s FROM many')).collect()) {
      sum += row.n;
      if (++count % 50_000 === 0) most = Math.max(most, process.memoryUsage().external);
    }
    expect([count, sum]).toEqual([rows, 500_000_500_000n]);
    // all of it is 136 MB
    expect(most).toBeLessThan(100 * 1024 * 1024);
  });

  it('that is read slowly holds its query back', async () => {
    await streaming.executeSql(
      `CREATE TEMPORARY TABLE fast (n BIGINT, s AS REPEAT('x', 1000)) WITH ('connector' = 'datagen',
       'rows-per-second' = '10000000')`,
    );
    const result = await streaming.executeSql('SELECT n, s FROM fast');
    const rows = result.collect();
    await rows.next();
    // At full speed the source would be far ahead by now; it waits for what is on the way to be read.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const job = result.getJobClient();
    const vertices = (await (await fetch(`${job?.getWebInterfaceURL()}/jobs/${job?.getJobID()}`)).json()) as Untyped;
    const written = Math.max(...vertices.vertices.map((each: Untyped) => each.metrics['write-records']));
    expect(written).toBeLessThan(1_000_000);
    await rows.return();
  });
});

describe('a result that nobody reads', () => {
  it('is given up after its time', async () => {
    const own = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    own.getConfig().set('tsflink.result.unread-timeout', '100 ms');
    await own.executeSql("CREATE TEMPORARY TABLE endless (n BIGINT) WITH ('connector' = 'datagen')");
    const result = await own.from('endless').execute();
    await vi.waitFor(async () => expect(await result.getJobClient()?.getJobStatus()).toBe('CANCELED'), {
      timeout: 30_000,
      interval: 100,
    });
    const error = await failureOf(() => rowsOf(result));
    expect(error.code).toBe('RESULT_EXPIRED');
    expect(error.hint).toContain('tsflink.result.unread-timeout');
    await own.close();
  });
});

describe('print', () => {
  it('writes the tables of Flink, of all types and wide characters', async () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    try {
      await (await streaming.executeSql("SELECT '漢字' AS wide, CAST(NULL AS INT) AS n, '😀' AS emoji")).print();
      await (await batch.executeSql(EVERYTHING)).print();
    } finally {
      spy.mockRestore();
    }
    const lines = written.join('').split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '+----+--------------------------------+-------------+--------------------------------+',
      '| op |                           wide |           n |                          emoji |',
      '+----+--------------------------------+-------------+--------------------------------+',
      expect.stringMatching(/^\| \+I \| {27}漢字 \| {6}<NULL> \| +😀 \|$/),
      '+----+--------------------------------+-------------+--------------------------------+',
    ]);
    const row = lines.find((line) => line.includes('9007199254740993'));
    for (const text of [
      'TRUE',
      '-12.50',
      'a, "b"',
      '1969-12-31',
      '2020-01-02 03:04:05.678',
      '+1-02',
      '[x, y]',
      '{k=1}',
      '(1, (z))',
    ])
      expect(row).toContain(text);
  });
});
