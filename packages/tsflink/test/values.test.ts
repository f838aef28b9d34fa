import { sqlType } from '@tsflink/runtime/codec';
import * as A from 'apache-arrow';
import { Field, Precision, vectorFromArray } from 'apache-arrow';
import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ExecuteRequest, PutRowsRequest } from '../src/generated/tsflink/v1/gateway_pb.js';
import { ResultKind } from '../src/generated/tsflink/v1/gateway_pb.js';
import { DataTypes, type FlinkError, type Table } from '../src/index.js';
import { CallSite } from '../src/source/call-site.js';
import { arrowFields } from '../src/values/arrow/fields.js';
import { arrowRows } from '../src/values/arrow/rows.js';
import { environmentOn, failure } from './support/fake-gateway.js';
import { lineOf } from './support/line-of.js';
import { thrownBy } from './support/thrown.js';

const { INT, STRING } = DataTypes;
const response = { resultId: 'r', resultKind: ResultKind.SUCCESS, query: false };

/** An environment whose gateway notes what it is sent, in its order. */
function noting(options: { refuse?: boolean } = {}) {
  const log: string[] = [];
  const sent: PutRowsRequest[] = [];
  const requests: ExecuteRequest[] = [];
  const keys = (commands: ExecuteRequest['commands']) => commands.map(({ command }) => command.case ?? '').join();
  const environment = environmentOn({
    async putRows(messages) {
      for await (const message of messages) sent.push(message);
      if (options.refuse) throw failure('CACHE_TOO_LARGE', 'too much');
      log.push('rows');
      return {};
    },
    getConfiguration({ commands }) {
      log.push(`commands ${keys(commands)}`);
      return {};
    },
    execute(request) {
      requests.push(request);
      log.push(`execute ${keys(request.commands)}`);
      return response;
    },
  });
  return { environment, log, sent, requests };
}

const valuesOf = ({ statement }: ExecuteRequest) => {
  const node = statement.case === 'query' ? statement.value.relations[0]?.node : undefined;
  if (node?.case !== 'values') throw new TypeError('not values');
  return node.value;
};
async function* counting(end: number, failAt = end) {
  for (let n = 0; n < end; n++) {
    if (n === failAt) throw new RangeError('the source broke');
    yield { n };
  }
}

describe('the rows of fromValues', () => {
  it('travel in the plan where they are few, whatever gives them', async () => {
    const { environment, log, requests } = noting();
    const columns = { n: INT() };
    await environment.fromValues(columns, new Set([{ n: 1 }, { n: 2 }])).execute();
    await environment.fromValues(columns, []).execute();
    expect(log).toEqual(['execute ', 'execute ']);
    expect(requests.map(valuesOf)).toMatchObject([
      { count: 2, upload: '' },
      { count: 0, upload: '' },
    ]);
  });

  it('are sent once, in pieces, where they are many', async () => {
    const { environment, log, sent, requests } = noting();
    const text = 'x'.repeat(1000);
    const table = environment.fromValues(
      { s: STRING() },
      (function* () {
        for (let i = 0; i < 3000; i++) yield { s: text };
      })(),
    );
    await table.execute();
    await table.execute();
    expect(log).toEqual(['rows', 'execute ', 'execute ']);
    expect(sent.length).toBeGreaterThan(3);
    expect(Math.max(...sent.map(({ rows }) => rows.length))).toBeLessThan(1.1 * 2 ** 20);
    expect(requests.map(valuesOf)).toMatchObject([{ upload: sent[0]?.upload }, { upload: sent[0]?.upload }]);
  });

  it('are read from an async iterable when a request needs them, after the options that are set before', async () => {
    const { environment, log, sent } = noting();
    const table = environment.fromValues({ n: INT() }, counting(3));
    await environment.executeSql('SELECT 1');
    environment.getConfig().set('tsflink.cache.max-size', '1 gb');
    environment.createTemporaryView('v', table);
    await environment.executeSql('SELECT * FROM v');
    await table.execute();
    expect(log).toEqual(['execute ', 'commands setConfiguration', 'rows', 'execute createTemporaryView', 'execute ']);
    expect(sent.map(({ complete }) => complete)).toEqual([false, false, true]);
  });

  it('of an iterable that fails, or that does not fit, fail what needs them, with the line that gave them', async () => {
    const { environment, log } = noting();
    const broken = environment.fromValues({ n: INT() }, counting(9, 5)); // here: broken
    const wrong = environment.fromValues({ n: INT() }, counting(1) as unknown as AsyncIterable<{ n: null }>);
    environment.createTemporaryView('v', broken);
    environment.createTemporaryView('w', wrong);
    const first = await thrownBy(() => environment.executeSql('SELECT * FROM v'));
    expect(first).toMatchObject({ code: 'ROWS_FAILED', cause: expect.any(RangeError) });
    expect(first.reason).toContain('the source broke');
    expect(first.source?.line).toBe(lineOf(import.meta.filename, 'broken'));
    // the other view is made none the less
    await environment.executeSql('SELECT * FROM w');
    expect(log).toEqual(['rows', 'execute createTemporaryView']);
    // it cannot be read again
    expect(await thrownBy(() => broken.execute())).toMatchObject({ code: 'ROWS_FAILED' });
    const unfit = environment.fromValues(
      { n: INT() },
      (async function* () {
        yield { n: 1 };
        yield { n: 1.5 };
      })(),
    );
    const second = await thrownBy(() => unfit.execute());
    expect(second).toMatchObject({ code: 'VALUE_INVALID', reason: expect.stringMatching(/^Row 2, .*n.*1\.5/) });
  });

  it('that the gateway refuses are not taken for none later', async () => {
    const options = { refuse: true };
    const { environment } = noting(options);
    const table = environment.fromValues({ n: INT() }, counting(3));
    expect(await thrownBy(() => table.execute())).toMatchObject({ code: 'CACHE_TOO_LARGE' });
    options.refuse = false;
    expect(await thrownBy(() => table.execute())).toMatchObject({ code: 'CACHE_TOO_LARGE' });
  });

  it('have to be rows', () => {
    const { environment } = noting();
    const given = (rows: unknown) => {
      try {
        environment.fromValues({ n: INT() }, rows as []);
      } catch (error) {
        return error as FlinkError;
      }
      throw new TypeError('it did not fail');
    };
    expect(given({ n: 1 })).toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(given([null])).toMatchObject({ code: 'VALUE_INVALID', reason: 'Row 1 is null' });
    expect(given([{ n: 1 }, 7])).toMatchObject({ code: 'VALUE_INVALID', reason: 'Row 2 is a number' });
  });
});

describe('rows without declared columns', () => {
  const typesOf = (rows: Iterable<object>) => {
    const { relation } = noting().environment.fromValues(rows);
    if (relation.kind !== 'values') throw new TypeError('not values');
    return sqlType(relation.type);
  };
  const refusal = (rows: Iterable<object>) => thrownBy(() => Promise.resolve().then(() => typesOf(rows)));

  it('have the types of their values, in all rows', () => {
    const rows = [
      { n: 1, big: null, tags: [], at: { x: 1, y: null }, day: new Date(0) },
      { n: null, big: 2n, tags: ['a', null], at: { y: 'y', z: true }, late: new Uint8Array() },
      { m: new Map([['a', [1]]]), d: new BigNumber(1), ts: Temporal.Instant.from('2026-01-01T00:00:00Z'), n: 0.5 },
    ];
    expect(typesOf(new Set(rows))).toBe(
      'ROW<n DOUBLE, big BIGINT, tags ARRAY<STRING>, at ROW<x DOUBLE, y STRING, z BOOLEAN>, ' +
        'day TIMESTAMP_LTZ(3), late BYTES, m MAP<STRING, ARRAY<DOUBLE>>, d DECIMAL(38, 18), ' +
        'ts TIMESTAMP_LTZ(9)> NOT NULL',
    );
  });

  it('are refused where these do not say one type, with the column', async () => {
    const code = 'ARGUMENT_INVALID';
    expect(await refusal([])).toMatchObject({ code, reason: 'Rows without values say no columns' });
    expect(await refusal([{ a: 1 }, { a: 'x' }])).toMatchObject({
      code,
      reason: "Row 2 of column 'a' has a value of STRING, those before it are of DOUBLE",
    });
    expect(await refusal([{ a: { b: [null] } }])).toMatchObject({
      code,
      reason: "No row has a value of column 'a.b' that says its type",
    });
    expect(await refusal([{ a: /x/ }])).toMatchObject({
      code,
      reason: "Row 1 of column 'a' has a value of class RegExp, which has no type in SQL",
    });
    expect(await refusal([[1]])).toMatchObject({ reason: 'Row 1 is not an object with a value for each column' });
    expect(await refusal([{ '1': 1 }])).toMatchObject({ code: 'COLUMN_NAME_INVALID' });
  });
});

const { TimeUnit } = A;
const site = new CallSite();
const struct = new A.Struct([
  new Field('x', new A.Int32(), true),
  new Field('ys', new A.List(new Field('item', new A.Utf8()))),
]);
const map = new A.Map_(
  new Field(
    'entries',
    new A.Struct([new Field('key', new A.Utf8()), new Field('value', new A.Int64(), true)]),
  ) as never,
);
const raw = (type: A.DataType, data: ArrayLike<number> | ArrayLike<bigint>) =>
  new A.Vector([A.makeData({ type, length: 2, nullCount: 0, data } as never)]);

/** A column of each kind of Arrow: its type in Flink, and its values as text. */
const COLUMNS: readonly (readonly [A.Vector, type: string, values: readonly unknown[]])[] = [
  [vectorFromArray([null, null], new A.Null()), 'NULL', [null, null]],
  [vectorFromArray([true, null], new A.Bool()), 'BOOLEAN', [true, null]],
  [vectorFromArray([-128, null], new A.Int8()), 'TINYINT', [-128, null]],
  [vectorFromArray([-32768, null], new A.Int16()), 'SMALLINT', [-32768, null]],
  [vectorFromArray([-(2 ** 31), null], new A.Int32()), 'INT', [-(2 ** 31), null]],
  [vectorFromArray([-(2n ** 63n), null], new A.Int64()), 'BIGINT', [-(2n ** 63n), null]],
  [vectorFromArray([255, null], new A.Uint8()), 'SMALLINT', [255, null]],
  [vectorFromArray([65535, null], new A.Uint16()), 'INT', [65535, null]],
  [vectorFromArray([2 ** 32 - 1, null], new A.Uint32()), 'BIGINT', [2n ** 32n - 1n, null]],
  [vectorFromArray([2n ** 64n - 1n, null], new A.Uint64()), 'DECIMAL(20, 0)', ['18446744073709551615', null]],
  [raw(new A.Float(Precision.HALF), new Uint16Array([0xc500, 1])), 'FLOAT', [-5, 2 ** -24]],
  [vectorFromArray([0.5, null], new A.Float32()), 'FLOAT', [0.5, null]],
  [vectorFromArray([0.1, null], new A.Float64()), 'DOUBLE', [0.1, null]],
  [
    raw(new A.Decimal(2, 38, 128), new Uint32Array([0xffffff85, 0xffffffff, 0xffffffff, 0xffffffff, 5, 0, 1, 0])),
    'DECIMAL(38, 2)',
    ['-1.23', '184467440737095516.21'],
  ],
  [vectorFromArray(['ünï𝒳', null], new A.Utf8()), 'STRING', ['ünï𝒳', null]],
  [vectorFromArray(['a', null], new A.LargeUtf8()), 'STRING', ['a', null]],
  [vectorFromArray(['a', null, 'a'], new A.Dictionary(new A.Utf8(), new A.Int32())).slice(1), 'STRING', [null, 'a']],
  [vectorFromArray([new Uint8Array([1]), null], new A.Binary()), 'BYTES', [new Uint8Array([1]), null]],
  [
    vectorFromArray([new Uint8Array([1, 2]), null], new A.FixedSizeBinary(2)),
    'BINARY(2)',
    [new Uint8Array([1, 2]), null],
  ],
  [raw(new A.DateDay(), new Int32Array([-1, 19782])), 'DATE', ['1969-12-31', '2024-02-29']],
  [raw(new A.DateMillisecond(), new BigInt64Array([-86_400_000n, 0n])), 'DATE', ['1969-12-31', '1970-01-01']],
  [raw(new A.TimeSecond(), new Int32Array([0, 86_399])), 'TIME(0)', ['00:00:00', '23:59:59']],
  [raw(new A.TimeMillisecond(), new Int32Array([1, 86_399_999])), 'TIME(3)', ['00:00:00.001', '23:59:59.999']],
  [raw(new A.TimeNanosecond(), new BigInt64Array([1_000_000n, 0n])), 'TIME(3)', ['00:00:00.001', '00:00:00']],
  [
    raw(new A.Timestamp(TimeUnit.SECOND, null), new BigInt64Array([-1n, 0n])),
    'TIMESTAMP(0)',
    ['1969-12-31T23:59:59', '1970-01-01T00:00:00'],
  ],
  [
    raw(new A.Timestamp(TimeUnit.NANOSECOND, null), new BigInt64Array([-1n, 1n])),
    'TIMESTAMP(9)',
    ['1969-12-31T23:59:59.999999999', '1970-01-01T00:00:00.000000001'],
  ],
  [
    raw(new A.Timestamp(TimeUnit.MICROSECOND, 'Europe/Berlin'), new BigInt64Array([-1n, 1n])),
    'TIMESTAMP_LTZ(6)',
    ['1969-12-31T23:59:59.999999Z', '1970-01-01T00:00:00.000001Z'],
  ],
  [raw(new A.IntervalYearMonth(), new Int32Array([14, -1])), 'INTERVAL YEAR TO MONTH', ['P14M', '-P1M']],
  [
    raw(new A.IntervalDayTime(), new Int32Array([1, 5, -1, 0])),
    'INTERVAL DAY TO SECOND',
    ['PT86400.005S', '-PT86400S'],
  ],
  [
    raw(new A.DurationMicrosecond(), new BigInt64Array([1_500n, -1_000n])),
    'INTERVAL DAY TO SECOND',
    ['PT0.001S', '-PT0.001S'],
  ],
  [
    vectorFromArray([['a', null], null], new A.List(new Field('item', new A.Utf8(), true))),
    'ARRAY<STRING>',
    [['a', null], null],
  ],
  [
    vectorFromArray(
      [
        [1, 2],
        [3, 4],
      ],
      new A.FixedSizeList(2, new Field('item', new A.Int32())),
    ),
    'ARRAY<INT>',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    vectorFromArray(
      [
        new Map([
          ['k', 5n],
          ['l', null],
        ]),
        null,
      ],
      map,
    ),
    'MAP<STRING NOT NULL, BIGINT>',
    [
      new Map([
        ['k', 5n],
        ['l', null],
      ]),
      null,
    ],
  ],
  [vectorFromArray([{ x: 1, ys: ['z'] }, null], struct), 'ROW<x INT, ys ARRAY<STRING>>', [{ x: 1, ys: ['z'] }, null]],
];
const plain = (value: unknown) =>
  /^Temporal\.|BigNumber/.test(String((value as object)?.[Symbol.toStringTag as never])) || (value as { s?: number })?.s
    ? String(value)
    : value;

describe('a table of Arrow', () => {
  it.each(COLUMNS.map(([vector, type, values]) => [`${vector.type}`, vector, type, values] as const))(
    'has columns of %s',
    (_, vector, type, values) => {
      const table = new A.Table({ c: vector });
      expect(arrowFields(table, site).map((field) => sqlType(field.type))).toEqual([type]);
      expect([...arrowRows(table)].map(({ c }) => plain(c))).toEqual(values);
      // a slice begins within bytes of the bitmap
      expect([...arrowRows(table.slice(1))].map(({ c }) => plain(c))).toEqual(values.slice(1));
    },
  );

  it('may have several batches, none, and views', () => {
    const one = new A.Table({ c: vectorFromArray([1, null], new A.Int32()) });
    expect([...arrowRows(one.concat(one.slice(1)))]).toEqual([{ c: 1 }, { c: null }, { c: null }]);
    expect([...arrowRows(new A.Table(new A.Schema([new Field('c', new A.Int32())])))]).toEqual([]);
    const long = 'longer than twelve bytes';
    const views = A.makeData({
      type: new A.Utf8View(),
      length: 2,
      nullCount: 0,
      views: viewBytes('short', long),
      variadicBuffers: [new TextEncoder().encode(long)],
    } as never);
    expect([...arrowRows(new A.Table({ c: new A.Vector([views]) }))]).toEqual([{ c: 'short' }, { c: long }]);
  });

  it('is refused where Flink has no type for a column', async () => {
    const { environment } = noting();
    const refused = (table: unknown) => thrownBy(async () => environment.fromArrow(table as A.Table) as Table);
    const of = (type: A.DataType) => new A.Table(new A.Schema([new Field('ok', new A.Int8()), new Field('c', type)]));
    expect(await refused(of(new A.Decimal(0, 76, 256)))).toMatchObject({
      code: 'TYPE_UNSUPPORTED',
      reason: expect.stringContaining("Column 'c' is of Arrow's type Decimal"),
    });
    expect(await refused(of(new A.List(new Field('item', new A.IntervalMonthDayNano()))))).toMatchObject({
      reason: expect.stringContaining("Column 'c[]'"),
    });
    expect(await refused([{ a: 1 }])).toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});

/** The 16 bytes of a value each: a short one within, a long one in buffer 0. */
function viewBytes(short: string, long: string): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, short.length, true);
  new TextEncoder().encodeInto(short, bytes.subarray(4));
  view.setInt32(16, long.length, true);
  return bytes;
}
