import * as fc from 'fast-check';
import { DataTypes as D, type DataType } from 'tsflink';
import * as values from './arbitraries.js';

const { decimal, int, long, text, mapOf } = values;
const { instant, dateTime, date, time } = values.times(values.SQL_YEARS);
const characters = fc.string({ unit: 'binary', minLength: 3, maxLength: 3 });
const dayTime = values.dayTime(fc.integer({ min: -8.64e13, max: 8.64e13 }));
const [MONTHS, MILLIS] = [D.INTERVAL(D.YEAR(4), D.MONTH()), D.INTERVAL(D.DAY(6), D.SECOND(3))];
const atMost40 = text.filter((s) => [...s].length <= 40);

/** A type, values of it, and the form in which functions take and give them. */
type TypeCase = readonly [type: DataType, values: fc.Arbitrary<unknown>, form?: DataType];

const FLAT: Record<string, TypeCase> = {
  bool: [D.BOOLEAN(), fc.boolean()],
  tiny: [D.TINYINT(), int(8)],
  small: [D.SMALLINT(), int(16)],
  int: [D.INT(), int(32)],
  big: [D.BIGINT(), long],
  big_text: [D.BIGINT(), long, D.BIGINT().bridgedTo('string')],
  big_number: [D.BIGINT(), fc.maxSafeInteger().map(BigInt), D.BIGINT().bridgedTo('number')],
  float: [D.FLOAT(), fc.float()],
  double: [D.DOUBLE(), fc.double()],
  small_decimal: [D.DECIMAL(18, 4), decimal(18, 4)],
  large_decimal: [D.DECIMAL(38, 10), decimal(38, 10)],
  fraction: [D.DECIMAL(38, 38), decimal(38, 38)],
  decimal_text: [D.DECIMAL(38, 10), decimal(38, 10), D.DECIMAL(38, 10).bridgedTo('string')],
  char: [D.CHAR(3), characters],
  varchar: [D.VARCHAR(40), atMost40],
  string: [D.STRING(), text],
  binary: [D.BINARY(3), fc.uint8Array({ minLength: 3, maxLength: 3 })],
  varbinary: [D.VARBINARY(40), values.bytes],
  bytes: [D.BYTES(), values.bytes],
  buffer: [D.BYTES(), values.bytes, D.BYTES().bridgedTo('Buffer')],
  date: [D.DATE(), date],
  date_text: [D.DATE(), date, D.DATE().bridgedTo('string')],
  time: [D.TIME(3), time],
  ts3: [D.TIMESTAMP(3), dateTime(1_000_000n)],
  ts_micros: [D.TIMESTAMP(6), dateTime(1_000n), D.TIMESTAMP(6).bridgedTo('epochMicros')],
  ts9: [D.TIMESTAMP(9), dateTime(1n)],
  ltz: [D.TIMESTAMP_LTZ(9), instant(1n)],
  ltz_millis: [D.TIMESTAMP_LTZ(3), instant(1_000_000n), D.TIMESTAMP_LTZ(3).bridgedTo('epochMillis')],
  ltz_micros: [D.TIMESTAMP_LTZ(6), instant(1_000n), D.TIMESTAMP_LTZ(6).bridgedTo('epochMicros')],
  months: [MONTHS, values.yearMonth(int(16))],
  months_number: [MONTHS, values.yearMonth(int(16)), MONTHS.bridgedTo('number')],
  millis: [MILLIS, dayTime],
  millis_number: [MILLIS, dayTime, MILLIS.bridgedTo('number')],
  millis_text: [MILLIS, dayTime, MILLIS.bridgedTo('string')],
  multiset: [
    D.MULTISET(D.STRING()),
    fc
      .dictionary(text, fc.integer({ min: 1, max: 2 ** 31 - 1 }), { maxKeys: 3 })
      .map((o) => new Map(Object.entries(o))),
  ],
  variant: [D.VARIANT(), values.variant],
  bitmap: [D.BITMAP(), values.bitmap],
};

/** A type that has each of these as part, with its values and forms. */
function nested(
  build: (parts: Record<string, DataType>) => DataType,
  values: (parts: Record<string, fc.Arbitrary<unknown>>) => fc.Arbitrary<unknown>,
): TypeCase {
  const parts = <T>(part: (flat: TypeCase) => T) =>
    Object.fromEntries(Object.entries(FLAT).map(([name, flat]) => [name, part(flat)]));
  return [
    build(parts(([type]) => type)),
    values(parts(([, v]) => fc.option(v))),
    build(parts(([type, , form]) => form ?? type)),
  ];
}

const each = <A, B>(parts: Record<string, A>, wrap: (part: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, wrap(part)]));
const KEY = D.STRING().notNull();

/** Every type, flat and nested. */
export const TYPES: Readonly<Record<string, TypeCase>> = {
  ...FLAT,
  object: [
    D.MAP(KEY, D.BIGINT()),
    fc.dictionary(text, long).map((object) => new Map(Object.entries(object))),
    D.MAP(KEY, D.BIGINT()).bridgedTo('object'),
  ],
  row: nested(D.ROW, (parts) => fc.record(parts)),
  lists: nested(
    (parts) => D.ARRAY(D.ROW(each(parts, D.ARRAY))),
    (parts) =>
      fc.array(fc.option(fc.record(each(parts, (v) => fc.option(fc.array(v, { maxLength: 3 }))))), { maxLength: 2 }),
  ),
  maps: nested(
    (parts) => D.MAP(KEY, D.ROW(each(parts, (type) => D.MAP(KEY, type)))),
    (parts) => mapOf(fc.option(fc.record(each(parts, mapOf)))),
  ),
};

const cases = Object.entries(TYPES);
/** The names of all types. */
export const NAMES = Object.keys(TYPES);
/** A column of each type. */
export const COLUMNS: Record<string, DataType> = Object.fromEntries(cases.map(([name, [type]]) => [name, type]));
/** The same in the forms that functions take. */
export const FORMS: Record<string, DataType> = Object.fromEntries(
  cases.map(([name, [type, , form = type]]) => [name, form]),
);
/** Rows of these columns, the first of them without a value. */
export const rowsOfEveryType = fc
  .array(fc.record(Object.fromEntries(cases.map(([name, [, v]]) => [name, fc.option(v)]))), {
    minLength: 8,
    maxLength: 20,
  })
  .map((rows) => [Object.fromEntries(NAMES.map((name) => [name, null])), ...rows]);
