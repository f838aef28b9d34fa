import { BigNumber } from 'bignumber.js';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  bitmap,
  bytes,
  dayTime,
  decimal,
  int,
  long,
  plain,
  TEMPORAL_YEARS,
  text,
  times,
  unscaled,
  variant,
  yearMonth,
} from '../../../tests/values/arbitraries.js';
import { type Field, rowReader, rowWriter, type TypeNode, ValueError } from '../src/codec/index.js';
import { readRoaring } from '../src/codec/roaring.js';

const type = (root: TypeNode['root'], more: Partial<TypeNode> = {}): TypeNode => ({ root, nullable: true, ...more });
const STRING = type('VARCHAR', { length: 2147483647 });
const BIGINT = type('BIGINT');

function roundTrip(node: TypeNode, value: unknown): unknown {
  // The neighbours show a write that strays out of its own slot.
  const fields: Field[] = [
    { name: 'before', type: BIGINT },
    { name: 'v', type: node },
    { name: 'after', type: STRING },
  ];
  const row = { before: -1n, v: value, after: 'a neighbour' };
  const bytes = rowWriter(fields).write(row);
  expect(bytes.length % 8).toBe(0);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  const read = rowReader(fields).read(shifted, 3, bytes.length);
  expect({ before: read.before, after: read.after }).toEqual({ before: -1n, after: 'a neighbour' });
  return read.v;
}

const { nanos, instant, dateTime, date, time } = times(TEMPORAL_YEARS);
const millis = fc.integer({ min: -8.64e15, max: 8.64e15 });

const SCALARS: [string, TypeNode, fc.Arbitrary<unknown>][] = [
  ['VARIANT', type('VARIANT'), variant],
  ['BITMAP', type('BITMAP'), bitmap],
  ['BOOLEAN', type('BOOLEAN'), fc.boolean()],
  ['TINYINT', type('TINYINT'), int(8)],
  ['SMALLINT', type('SMALLINT'), int(16)],
  ['INT', type('INTEGER'), int(32)],
  ['BIGINT', BIGINT, long],
  ['BIGINT as number', type('BIGINT', { bridgedTo: 'number' }), fc.maxSafeInteger()],
  ['BIGINT as string', type('BIGINT', { bridgedTo: 'string' }), long.map(String)],
  ['FLOAT', type('FLOAT'), fc.float()],
  ['DOUBLE', type('DOUBLE'), fc.double()],
  ['STRING', STRING, text],
  ['VARCHAR(40)', type('VARCHAR', { length: 40 }), text],
  ['CHAR(3)', type('CHAR', { length: 3 }), fc.string({ unit: 'binary', minLength: 3, maxLength: 3 })],
  ['BYTES', type('VARBINARY', { length: 2147483647 }), bytes],
  ['BINARY(9)', type('BINARY', { length: 9 }), fc.uint8Array({ minLength: 9, maxLength: 9 })],
  ['DECIMAL(18, 4)', type('DECIMAL', { precision: 18, scale: 4 }), decimal(18, 4)],
  ['DECIMAL(38, 10)', type('DECIMAL', { precision: 38, scale: 10 }), decimal(38, 10)],
  ['DECIMAL(38, 0) as bigint', type('DECIMAL', { precision: 38, scale: 0, bridgedTo: 'bigint' }), unscaled(38)],
  [
    'DECIMAL(20, 2) as string',
    type('DECIMAL', { precision: 20, scale: 2, bridgedTo: 'string' }),
    decimal(20, 2).map((value) => value.toFixed(2)),
  ],
  ['DATE', type('DATE'), date],
  ['DATE as string', type('DATE', { bridgedTo: 'string' }), date.map(String)],
  ['TIME(3)', type('TIME_WITHOUT_TIME_ZONE', { precision: 3 }), time],
  ['TIMESTAMP(3)', type('TIMESTAMP_WITHOUT_TIME_ZONE', { precision: 3 }), dateTime(1_000_000n)],
  ['TIMESTAMP(6)', type('TIMESTAMP_WITHOUT_TIME_ZONE', { precision: 6 }), dateTime(1_000n)],
  ['TIMESTAMP(9)', type('TIMESTAMP_WITHOUT_TIME_ZONE', { precision: 9 }), dateTime(1n)],
  ['TIMESTAMP as Date', type('TIMESTAMP_WITHOUT_TIME_ZONE', { bridgedTo: 'Date' }), millis.map((ms) => new Date(ms))],
  ['TIMESTAMP as millis', type('TIMESTAMP_WITHOUT_TIME_ZONE', { bridgedTo: 'epochMillis' }), millis],
  [
    'TIMESTAMP as micros',
    type('TIMESTAMP_WITHOUT_TIME_ZONE', { bridgedTo: 'epochMicros' }),
    nanos.map((value) => value / 1000n),
  ],
  ['TIMESTAMP_LTZ(3)', type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { precision: 3 }), instant(1_000_000n)],
  ['TIMESTAMP_LTZ(9)', type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { precision: 9 }), instant(1n)],
  ['TIMESTAMP_LTZ as millis', type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { bridgedTo: 'epochMillis' }), millis],
  [
    'TIMESTAMP_LTZ as micros',
    type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { bridgedTo: 'epochMicros' }),
    nanos.map((value) => value / 1000n),
  ],
  ['INTERVAL YEAR TO MONTH', type('INTERVAL_YEAR_MONTH'), yearMonth(int(32))],
  ['INTERVAL DAY TO SECOND', type('INTERVAL_DAY_TIME'), dayTime(millis)],
  ['INTERVAL YEAR TO MONTH as months', type('INTERVAL_YEAR_MONTH', { bridgedTo: 'number' }), int(32)],
  ['INTERVAL DAY TO SECOND as millis', type('INTERVAL_DAY_TIME', { bridgedTo: 'number' }), fc.maxSafeInteger()],
  ['INTERVAL as string', type('INTERVAL_DAY_TIME', { bridgedTo: 'string' }), dayTime(millis).map(String)],
];

describe('every type keeps its values', () => {
  it.each(SCALARS)('%s', (_, node, values) => {
    fc.assert(
      fc.property(fc.option(values), (value) => {
        expect(plain(roundTrip(node, value))).toEqual(plain(value));
      }),
    );
  });

  it.each(SCALARS)('ARRAY<%s>', (_, node, values) => {
    fc.assert(
      fc.property(fc.array(fc.option(values), { maxLength: 70 }), (value) => {
        expect(plain(roundTrip(type('ARRAY', { children: [node] }), value))).toEqual(plain(value));
      }),
      { numRuns: 20 },
    );
  });

  it.each(SCALARS)('MAP<STRING, ROW<a %s, b ARRAY<..>>> and MULTISET', (_, node, values) => {
    const row = type('ROW', {
      fields: [
        { name: 'a', type: node },
        { name: '__proto__', type: type('ARRAY', { children: [node] }) },
      ],
    });
    const rows = fc.tuple(fc.option(values), fc.array(values, { maxLength: 3 })).map(([a, b]) => {
      return Object.defineProperty({ a }, '__proto__', { value: b, enumerable: true });
    });
    const maps = fc.array(fc.tuple(text, fc.option(rows)), { maxLength: 5 }).map((entries) => new Map(entries));
    fc.assert(
      fc.property(maps, (value) => {
        expect(plain(roundTrip(type('MAP', { children: [STRING, row] }), value))).toEqual(plain(value));
        const counts = new Map([...value.keys()].map((key, i) => [key, i + 1]));
        expect(plain(roundTrip(type('MULTISET', { children: [STRING] }), counts))).toEqual(plain(counts));
      }),
      { numRuns: 20 },
    );
  });

  it('BYTES as Buffer', () => {
    const node = type('VARBINARY', { length: 20, bridgedTo: 'Buffer' });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (value) => {
        expect(roundTrip(node, value)).toEqual(Buffer.from(value));
        expect(roundTrip(node, Buffer.from(value))).toEqual(Buffer.from(value));
      }),
    );
  });

  it('MAP as object', () => {
    const node = type('MAP', { children: [STRING, BIGINT], bridgedTo: 'object' });
    expect(roundTrip(node, { one: 1n, two: null })).toEqual({ one: 1n, two: null });
  });

  it('rows of more fields than one word of null bits holds', () => {
    const fields = Array.from({ length: 150 }, (_, i) => ({ name: `f${i}`, type: i % 3 === 0 ? STRING : BIGINT }));
    const row = Object.fromEntries(
      fields.map(({ name }, i) => [name, i % 7 === 0 ? null : i % 3 === 0 ? `text of field ${i}` : BigInt(i)]),
    );
    const written = rowWriter(fields).write(row);
    expect(rowReader(fields).read(written, 0, written.length)).toEqual(row);
  });
});

describe('finer digits are cut or rounded as Flink does', () => {
  it.each([
    [type('DECIMAL', { precision: 5, scale: 2 }), new BigNumber('1.005'), 'decimal 1.01'],
    [type('DECIMAL', { precision: 5, scale: 2 }), new BigNumber('-1.005'), 'decimal -1.01'],
    [type('CHAR', { length: 4 }), 'ab', 'ab  '],
    [type('TIME_WITHOUT_TIME_ZONE', { precision: 0 }), Temporal.PlainTime.from('01:02:03.999'), '01:02:03'],
    [
      type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { precision: 0 }),
      Temporal.Instant.from('1969-12-31T23:59:58.7Z'),
      '1969-12-31T23:59:58Z',
    ],
  ])('%j', (node, value, expected) => {
    expect(plain(roundTrip(node, value))).toBe(expected);
  });
});

describe('what does not fit is refused', () => {
  const BAD: [string, TypeNode, unknown, string][] = [
    ['undefined', BIGINT, undefined, 'expected BIGINT (bigint), got undefined'],
    ['number for BIGINT', BIGINT, 1, 'expected BIGINT (bigint), got number 1'],
    ['64 bits', BIGINT, 2n ** 63n, 'got bigint 9223372036854775808n'],
    ['64 bits below', BIGINT, -(2n ** 63n) - 1n, 'got bigint -9223372036854775809n'],
    ['an unsafe number', type('BIGINT', { bridgedTo: 'number' }), 2 ** 53, 'got number 9007199254740992'],
    ['digits', type('BIGINT', { bridgedTo: 'string' }), '1e3', "got string '1e3'"],
    ['a fraction', type('INTEGER'), 1.5, 'expected INT (number), got number 1.5'],
    ['NaN', type('INTEGER'), Number.NaN, 'got number NaN'],
    ['TINYINT', type('TINYINT'), 128, 'expected TINYINT (number), got number 128'],
    ['SMALLINT', type('SMALLINT'), -32769, 'got number -32769'],
    ['INT', type('INTEGER'), 2 ** 31, 'got number 2147483648'],
    ['FLOAT', type('FLOAT'), 1e300, 'expected FLOAT (number)'],
    ['string for DOUBLE', type('DOUBLE'), '1', "expected DOUBLE (number), got string '1'"],
    ['too many digits', type('DECIMAL', { precision: 3, scale: 1 }), new BigNumber(100), 'too many digits'],
    ['DECIMAL NaN', type('DECIMAL', { precision: 3, scale: 1 }), new BigNumber(Number.NaN), 'expected DECIMAL(3, 1)'],
    ['long VARCHAR', type('VARCHAR', { length: 2 }), 'abc', '3 characters'],
    ['lone surrogate', STRING, 'a\ud800', 'a lone surrogate'],
    ['BINARY', type('BINARY', { length: 2 }), new Uint8Array(1), '1 bytes'],
    ['an invalid Date', type('DATE', { bridgedTo: 'Date' }), new Date(Number.NaN), 'expected DATE (Date)'],
    ['a Date within a day', type('DATE', { bridgedTo: 'Date' }), new Date(1), 'expected DATE (Date)'],
    ['a text that is no date', type('DATE', { bridgedTo: 'string' }), '2024-02-30', "'2024-02-30'"],
    [
      'months for a day-time interval',
      type('INTERVAL_DAY_TIME'),
      new Temporal.Duration(0, 1),
      'INTERVAL DAY TO SECOND',
    ],
    ['a fraction of a month', type('INTERVAL_YEAR_MONTH', { bridgedTo: 'number' }), 0.5, '(number of months), got'],
    ['too many months', type('INTERVAL_YEAR_MONTH', { bridgedTo: 'number' }), 2 ** 31, 'got number 2147483648'],
    ['too long an interval', type('INTERVAL_DAY_TIME', { bridgedTo: 'number' }), 2 ** 53, '(number of milliseconds)'],
    ['months as text of days', type('INTERVAL_DAY_TIME', { bridgedTo: 'string' }), 'P1M', "got string 'P1M'"],
    ['text that is no interval', type('INTERVAL_YEAR_MONTH', { bridgedTo: 'string' }), '1 month', "'1 month'"],
    ['text for a Buffer', type('VARBINARY', { bridgedTo: 'Buffer' }), 'x', "(Buffer), got string 'x'"],
    ['null for NOT NULL', type('BIGINT', { nullable: false }), null, 'expected BIGINT NOT NULL (bigint), got null'],
    ['null in ARRAY', type('ARRAY', { children: [type('INTEGER', { nullable: false })] }), [1, null], 'at v[1]: '],
    ['a nested field', type('ROW', { fields: [{ name: 'x', type: BIGINT }] }), { x: 'no' }, 'at v.x: '],
    ['an array for ROW', type('ROW', { fields: [] }), [], 'expected ROW<>'],
    ['a promise', STRING, Promise.resolve('x'), 'Promise'],
  ];
  it.each(BAD)('%s', (_, node, value, message) => {
    expect(() => roundTrip(node, value)).toThrow(ValueError);
    expect(() => roundTrip(node, value)).toThrow(message);
  });

  // The first and the last moments of JavaScript, and those beyond them.
  it.each<[string, TypeNode, (millis: number) => unknown]>([
    ['TIMESTAMP as millis', type('TIMESTAMP_WITHOUT_TIME_ZONE', { bridgedTo: 'epochMillis' }), (ms) => ms],
    [
      'TIMESTAMP as micros',
      type('TIMESTAMP_WITHOUT_TIME_ZONE', { bridgedTo: 'epochMicros' }),
      (ms) => BigInt(ms) * 1000n,
    ],
    ['TIMESTAMP_LTZ as millis', type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { bridgedTo: 'epochMillis' }), (ms) => ms],
    [
      'TIMESTAMP_LTZ as micros',
      type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { bridgedTo: 'epochMicros' }),
      (ms) => BigInt(ms) * 1000n,
    ],
    ['DATE as millis', type('DATE', { bridgedTo: 'epochMillis' }), (ms) => ms],
  ])('%s: moments beyond the range of JavaScript', (_, node, form) => {
    const day = 86_400_000;
    for (const last of [8.64e15, -8.64e15]) {
      expect(roundTrip(node, form(last))).toEqual(form(last));
      expect(() => roundTrip(node, form(last + Math.sign(last) * day))).toThrow(ValueError);
    }
  });

  const field = (node: TypeNode): Field[] => [{ name: 'n', type: node }];

  it.each<[string, TypeNode]>([
    ['Temporal.Instant', type('TIMESTAMP_WITH_LOCAL_TIME_ZONE')],
    ['Date', type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { bridgedTo: 'Date' })],
    ['millis', type('TIMESTAMP_WITHOUT_TIME_ZONE', { bridgedTo: 'epochMillis' })],
    ['micros', type('TIMESTAMP_WITHOUT_TIME_ZONE', { bridgedTo: 'epochMicros' })],
    ['Temporal.PlainDateTime', type('TIMESTAMP_WITHOUT_TIME_ZONE')],
  ])('moments beyond the range of JavaScript are refused when read as %s', (_, node) => {
    // of precision 3: epoch milliseconds, in place of which an interval is written
    const written = rowWriter(field(type('INTERVAL_DAY_TIME', { bridgedTo: 'number' }))).write({
      n: 8.64e15 + 86_400_000,
    });
    const reader = rowReader(field({ ...node, precision: 3 }));
    expect(() => reader.read(written, 0, written.length)).toThrow('beyond the range of JavaScript');
  });

  it('a BIGINT that a number cannot hold is refused when read', () => {
    const written = rowWriter(field(BIGINT)).write({ n: 2n ** 53n });
    const reader = rowReader(field(type('BIGINT', { bridgedTo: 'number' })));
    expect(() => reader.read(written, 0, written.length)).toThrow('take it as bigint');
  });
});

describe('bitmaps', () => {
  it('with containers of runs are read', () => {
    // one container (a cookie with its number less one, a flag) of the values 65536 + 3…5 and 9
    const bytes = new Uint8Array([0x3b, 0x30, 0, 0, 1, 1, 0, 3, 0, 2, 0, 3, 0, 2, 0, 9, 0, 0, 0]);
    expect([...readRoaring(bytes)]).toEqual([65_539, 65_540, 65_541, 65_545]);
  });

  it('that are none are refused', () => {
    expect(() => readRoaring(new Uint8Array(8))).toThrow('0 does not begin a bitmap');
    expect(() => roundTrip(type('BITMAP'), [1, 2])).toThrow(ValueError);
  });
});

describe('a VARIANT', () => {
  it('has names and sizes of any length', () => {
    const wide = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${'long '.repeat(40)}${i}`, i]));
    expect(roundTrip(type('VARIANT'), wide)).toEqual(wide);
    const long = Array.from({ length: 70_000 }, (_, i) => i % 7);
    expect(roundTrip(type('VARIANT'), long)).toEqual(long);
    const named = JSON.parse('{ "__proto__": 1 }') as object;
    expect(Object.keys(roundTrip(type('VARIANT'), named) as object)).toEqual(['__proto__']);
  });

  it.each([
    ['a function', () => 1],
    ['a Map', new Map()],
    ['a long integer', 2n ** 64n],
    ['too many digits', new BigNumber('1e40')],
  ])('refuses %s', (_, value) => {
    expect(() => roundTrip(type('VARIANT'), { value })).toThrow(ValueError);
  });
});
