import { PassThrough, Writable } from 'node:stream';
import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ResultKind } from '../src/generated/tsflink/v1/gateway_pb.js';
import { type ColumnTypes, DataTypes, type RowOf, type SchemaOf, type TableResult } from '../src/index.js';
import { fieldsOf } from '../src/types/data-types.js';
import { batchOf, environmentOn, schemaOf } from './support/fake-gateway.js';
import { thrownBy } from './support/thrown.js';

const D = DataTypes;
type Changes = readonly (readonly [number, object])[];

/** A result of batches of changes: 0 inserts, 1 and 2 update, 3 deletes. */
async function resultOf<C extends ColumnTypes>(
  columns: C,
  batches: readonly Changes[],
  primaryKey?: string[],
): Promise<TableResult<SchemaOf<C>>> {
  const fields = fieldsOf(columns);
  const environment = environmentOn({
    execute: () => ({
      resultId: 'r',
      resultKind: ResultKind.SUCCESS_WITH_CONTENT,
      schema: { ...schemaOf(fields), primaryKey: primaryKey && { name: 'PK', columns: primaryKey } },
      jobId: 'j',
      query: true,
    }),
    async *fetchResults() {
      for (const batch of batches) yield batchOf(fields, batch);
    },
  });
  return environment.executeSql('SELECT') as Promise<TableResult<SchemaOf<C>>>;
}

const counts = { k: D.STRING(), n: D.BIGINT() };
const updates: readonly Changes[] = [
  [
    [0, { k: 'a', n: 1n }],
    [0, { k: 'b', n: 1n }],
    [1, { k: 'a', n: 1n }],
  ],
  [
    [2, { k: 'a', n: 2n }],
    [0, { k: 'c', n: 1n }],
  ],
  [[3, { k: 'b', n: 1n }]],
];

describe('a view of a result', () => {
  it('is brought up to date by key, an update in one step', async () => {
    const view = (await resultOf(counts, updates)).collect({ mode: 'upsert', key: ['k'] });
    const steps: RowOf<SchemaOf<typeof counts>>[][] = [];
    for await (const now of view) steps.push([...now]);
    expect(steps).toEqual([
      [
        { k: 'a', n: 1n },
        { k: 'b', n: 1n },
      ],
      [
        { k: 'a', n: 2n },
        { k: 'b', n: 1n },
        { k: 'c', n: 1n },
      ],
      [
        { k: 'a', n: 2n },
        { k: 'c', n: 1n },
      ],
    ]);
    expect(view.get('a')).toEqual({ k: 'a', n: 2n });
    expect([view.has('b'), view.has('c'), view.size]).toEqual([false, true, 2]);
    expect(view.changes).toEqual([{ kind: '-D', row: { k: 'b', n: 1n } }]);
    expect(await thrownBy(() => view.get('a', 'b'))).toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(await thrownBy(() => view.finish())).toMatchObject({ code: 'RESULT_CONSUMED' });
  });

  it('takes the primary key, and a row whose key changes with it', async () => {
    const moved: Changes = [
      [0, { k: 'a', n: 1n }],
      [1, { k: 'a', n: 1n }],
      [2, { k: 'b', n: 1n }],
    ];
    const view = (await resultOf(counts, [moved], ['k'])).collect({ mode: 'upsert' });
    expect(await view.finish()).toEqual([{ k: 'b', n: 1n }]);
  });

  it('keeps rows without a key as often as they are there', async () => {
    const same = { k: 'a', n: null };
    const view = (
      await resultOf(counts, [
        [
          [0, same],
          [0, same],
          [0, same],
        ],
        [
          [3, same],
          [1, same],
        ],
        [[2, { k: 'b', n: null }]],
      ])
    ).collect({ mode: 'retract' });
    const sizes: number[] = [];
    for await (const now of view) sizes.push(now.size);
    expect(sizes).toEqual([3, 2, 2]);
    expect(view.toArray()).toEqual([same, { k: 'b', n: null }]);
    expect(await thrownBy(() => view.get('a'))).toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  it('drops an update that never came', async () => {
    const view = (await resultOf(counts, [[[0, { k: 'a', n: 1n }]], [[1, { k: 'a', n: 1n }]]])).collect({
      mode: 'retract',
    });
    expect(await view.finish()).toEqual([]);
  });

  it('wants a key that is there', async () => {
    expect(await thrownBy(async () => (await resultOf(counts, [])).collect({ mode: 'upsert' }))).toMatchObject({
      code: 'ARGUMENT_INVALID',
    });
    const wrong = { mode: 'upsert', key: ['nn' as 'n'] } as const;
    const result = await resultOf(counts, []);
    const error = await thrownBy(() => result.collect(wrong));
    expect(error).toMatchObject({ code: 'COLUMN_NOT_FOUND', hint: expect.stringContaining("'n'") });
    expect(await result.toArray()).toEqual([]);
  });
});

describe('all rows of a result', () => {
  it('are those that its changes leave', async () => {
    expect(await (await resultOf(counts, updates)).toArray()).toEqual([
      { k: 'a', n: 2n },
      { k: 'c', n: 1n },
    ]);
  });

  it('say who read them before', async () => {
    const result = await resultOf(counts, updates);
    await result.toArray();
    const error = await thrownBy(() => result.toArray());
    expect(error.code).toBe('RESULT_CONSUMED');
    expect(error.reason).toMatch(/by toArray\(\), at .*results\.test\.ts:\d+/);
  });
});

const everything = {
  b: D.BOOLEAN(),
  i8: D.TINYINT(),
  i16: D.SMALLINT(),
  i32: D.INT(),
  i64: D.BIGINT(),
  f32: D.FLOAT(),
  f64: D.DOUBLE(),
  dec: D.DECIMAL(10, 2),
  wide: D.DECIMAL(38, 5),
  s: D.STRING(),
  bytes: D.BYTES(),
  day: D.DATE(),
  time: D.TIME(3),
  ts0: D.TIMESTAMP(0),
  ts: D.TIMESTAMP(3),
  ts6: D.TIMESTAMP(6),
  ts9: D.TIMESTAMP(9),
  ltz: D.TIMESTAMP_LTZ(3),
  months: D.INTERVAL(D.YEAR(), D.MONTH()),
  span: D.INTERVAL(D.DAY(), D.SECOND(3)),
  list: D.ARRAY(D.STRING()),
  lists: D.ARRAY(D.ARRAY(D.INT())),
  map: D.MAP(D.STRING(), D.BIGINT()),
  bag: D.MULTISET(D.STRING()),
  row: D.ROW({ x: D.INT(), y: D.ROW({ z: D.STRING() }) }),
};
const full: RowOf<SchemaOf<typeof everything>> = {
  b: true,
  i8: -8,
  i16: 16,
  i32: -32,
  i64: 9007199254740993n,
  f32: 0.5,
  f64: 1e300,
  dec: new BigNumber('-12.50'),
  wide: new BigNumber('-123456789012345678901234567890123.45678'),
  s: 'naïve, "quoted"\n漢字',
  bytes: new Uint8Array([0, 255]),
  day: Temporal.PlainDate.from('1969-12-31'),
  time: Temporal.PlainTime.from('12:34:56.789'),
  ts0: Temporal.PlainDateTime.from('2020-01-02T03:04:05'),
  ts: Temporal.PlainDateTime.from('1960-01-02T03:04:05.678'),
  ts6: Temporal.PlainDateTime.from('2020-01-02T03:04:05.678901'),
  ts9: Temporal.PlainDateTime.from('2020-01-02T03:04:05.678901234'),
  ltz: Temporal.Instant.from('2020-01-02T03:04:05.678Z'),
  months: Temporal.Duration.from({ years: 1, months: 2 }),
  span: Temporal.Duration.from({ days: 1, milliseconds: 5 }),
  list: ['a', null, ''],
  lists: [[1, null], [], null],
  map: new Map([
    ['x', 1n],
    ['y', null],
  ]),
  bag: new Map([['a', 2]]),
  row: { x: 1, y: { z: null } },
};
const empty = Object.fromEntries(Object.keys(everything).map((name) => [name, null]));

describe('a table of Arrow', () => {
  it('has columns of all types', async () => {
    const table = await (await resultOf(everything, [[[0, full]], [[0, empty]]])).toArrow();
    expect(table.numRows).toBe(2);
    const types = Object.fromEntries(table.schema.fields.map(({ name, type }) => [name, String(type)]));
    expect(types).toEqual({
      b: 'Bool',
      i8: 'Int8',
      i16: 'Int16',
      i32: 'Int32',
      i64: 'Int64',
      f32: 'Float32',
      f64: 'Float64',
      dec: 'Decimal[10e+2]',
      wide: 'Decimal[38e+5]',
      s: 'Utf8',
      bytes: 'Binary',
      day: 'Date32<DAY>',
      time: 'Time32<MILLISECOND>',
      ts0: 'Timestamp<SECOND>',
      ts: 'Timestamp<MILLISECOND>',
      ts6: 'Timestamp<MICROSECOND>',
      ts9: 'Timestamp<NANOSECOND>',
      ltz: 'Timestamp<MILLISECOND, UTC>',
      months: 'Interval<YEAR_MONTH>',
      span: 'Duration<MILLISECOND>',
      list: 'List<Utf8>',
      lists: 'List<List<Int32>>',
      map: 'Map<{key:Utf8, value:Int64}>',
      bag: 'Map<{key:Utf8, value:Int32}>',
      row: 'Struct<{x:Int32, y:Struct<{z:Utf8}>}>',
    });
    const raw = (name: string) => table.getChild(name)?.data[0]?.values;
    expect([raw('i64')?.[0], raw('ts0')?.[0], raw('ts')?.[0]]).toEqual([
      9007199254740993n,
      1577934245n,
      -315521754322n,
    ]);
    expect([raw('ts6')?.[0], raw('ts9')?.[0]]).toEqual([1577934245678901n, 1577934245678901234n]);
    expect([raw('day')?.[0], raw('time')?.[0], raw('months')?.[0], raw('span')?.[0]]).toEqual([
      -1,
      45296789,
      14,
      86400005n,
    ]);
    const wide = raw('wide') as Uint32Array;
    const [low, high] = new BigInt64Array(wide.buffer, wide.byteOffset, 2);
    expect(((high ?? 0n) << 64n) | BigInt.asUintN(64, low ?? 0n)).toBe(-12345678901234567890123456789012345678n);
    const row = table.get(0)?.toJSON() as Record<string, { toJSON(): unknown }>;
    expect([row.b, row.i8, row.f64, row.s]).toEqual([true, -8, 1e300, full.s]);
    expect(Array.from(row.bytes as never as Uint8Array)).toEqual([0, 255]);
    expect(JSON.parse(JSON.stringify([row.list, row.lists, row.row]))).toEqual([
      ['a', null, ''],
      [[1, null], [], null],
      { x: 1, y: { z: null } },
    ]);
    expect(row.map?.toJSON()).toEqual({ x: 1n, y: null });
    const nulls = Object.values(table.get(1)?.toJSON() ?? {});
    expect(nulls).toEqual(nulls.map(() => null));
  });

  it('survives its own format, empty too', async () => {
    const { tableFromIPC, tableToIPC } = await import('apache-arrow');
    const table = await (await resultOf(everything, [[[0, full]], [[0, empty]]])).toArrow();
    expect(tableFromIPC(tableToIPC(table)).toString()).toBe(table.toString());
    const none = await (await resultOf(counts, [])).toArrow();
    expect([none.numRows, none.schema.names]).toEqual([0, ['k', 'n']]);
  });

  it('becomes a data frame of Polars', async () => {
    const frame = await (
      await resultOf({ ...counts, d: D.DOUBLE() }, [[[0, { k: 'a', n: 1n, d: 0.5 }]]])
    ).toDataFrame();
    expect(frame.shape).toEqual({ height: 1, width: 3 });
    expect(frame.columns).toEqual(['k', 'n', 'd']);
    expect(frame.getColumn('d').toArray()).toEqual([0.5]);
  });

  it('leaves out what was taken back', async () => {
    const table = await (await resultOf(counts, updates)).toArrow();
    expect(Array.from(table.getChild('k') ?? [])).toEqual(['a', 'c']);
  });
});

/** What is written to a stream. */
async function written(work: (target: PassThrough) => Promise<number>): Promise<string> {
  const target = new PassThrough({ highWaterMark: 1 << 20 });
  await work(target);
  target.end();
  let text = '';
  for await (const chunk of target) text += chunk;
  return text;
}

describe('text', () => {
  const { dec, i64, s, ts, bytes, day, list, row, span, ltz } = everything;
  const some = { dec, i64, s, ts, bytes, day, list, row, ltz };

  it('is CSV by RFC 4180', async () => {
    const result = await resultOf(some, [[[0, full]], [[0, { ...empty, s: '' }]], [[0, { ...empty, s: ' x' }]]]);
    expect(await written((target) => result.writeCsv(target))).toBe(
      [
        'dec,i64,s,ts,bytes,day,list,row,ltz',
        '-12.50,9007199254740993,"naïve, ""quoted""\n漢字",1960-01-02 03:04:05.678,AP8=,1969-12-31,' +
          '"[""a"",null,""""]","{""x"":1,""y"":{""z"":null}}",2020-01-02 03:04:05.678Z',
        ',,"",,,,,,',
        ',," x",,,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('is CSV as it is asked for', async () => {
    const result = await resultOf(counts, updates.slice(0, 1));
    const options = { header: false, delimiter: ';', nullLiteral: 'b', rowKind: true };
    expect(await written((target) => result.writeCsv(target, options))).toBe('+I;a;1\r\n+I;"b";1\r\n-U;a;1\r\n');
  });

  it('is lines of JSON', async () => {
    const result = await resultOf({ ...some, span, f64: D.DOUBLE() }, [
      [[0, { ...full, f64: Number.NaN }]],
      [[0, empty]],
    ]);
    const [first = '', second, end] = (await written((target) => result.writeNdjson(target))).split('\n');
    expect(first).toContain('"dec":-12.50,"i64":9007199254740993,');
    expect(JSON.parse(first)).toMatchObject({
      s: full.s,
      ts: '1960-01-02T03:04:05.678',
      bytes: 'AP8=',
      day: '1969-12-31',
      list: ['a', null, ''],
      row: { x: 1, y: { z: null } },
      ltz: '2020-01-02T03:04:05.678Z',
      span: 'P1DT0.005S',
      f64: 'NaN',
    });
    expect(Object.values(JSON.parse(second ?? ''))).toEqual(Array(11).fill(null));
    expect(end).toBe('');
  });

  it('refuses changes unless their kinds are written', async () => {
    const target = new PassThrough();
    target.resume();
    const result = await resultOf(counts, updates);
    expect(await thrownBy(() => result.writeNdjson(target))).toMatchObject({ code: 'CHANGELOG_UNSUPPORTED' });
    const lines = await written(async (to) => (await resultOf(counts, updates)).writeNdjson(to, { rowKind: true }));
    expect(lines.split('\n')[3]).toBe('{"op":"+U","k":"a","n":2}');
  });

  it('waits for a target that is slow, and fails with one that fails', async () => {
    let asked = 0;
    let release = () => {};
    const slow = new Writable({
      highWaterMark: 1,
      write(_, __, done) {
        release = done;
      },
    });
    const fields = fieldsOf(counts);
    const environment = environmentOn({
      execute: () => ({ resultId: 'r', schema: schemaOf(fields), jobId: 'j', query: true }),
      async *fetchResults() {
        for (;;) {
          asked++;
          yield batchOf(fields, [[0, { k: 'x'.repeat(100_000), n: 1n }]]);
        }
      },
    });
    const writing = (await environment.executeSql('SELECT')).writeCsv(slow);
    const rejected = expect(writing).rejects.toThrow('disk full');
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
    const before = asked;
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(before);
    release();
    slow.destroy(new Error('disk full'));
    await rejected;
  });
});
