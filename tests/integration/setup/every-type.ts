import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { DataTypes as D } from 'tsflink';

/** Columns of every type. */
export const COLUMNS = {
  bool: D.BOOLEAN(),
  tiny: D.TINYINT(),
  small: D.SMALLINT(),
  int: D.INT(),
  big: D.BIGINT(),
  float: D.FLOAT(),
  double: D.DOUBLE(),
  decimal: D.DECIMAL(38, 10),
  char: D.CHAR(3),
  varchar: D.VARCHAR(10),
  string: D.STRING(),
  binary: D.BINARY(3),
  bytes: D.BYTES(),
  date: D.DATE(),
  time: D.TIME(3),
  ts: D.TIMESTAMP(9),
  ltz: D.TIMESTAMP_LTZ(3),
  days: D.INTERVAL(D.DAY(), D.SECOND(3)),
  months: D.INTERVAL(D.YEAR(), D.MONTH()),
  array: D.ARRAY(D.STRING()),
  map: D.MAP(D.STRING().notNull(), D.BIGINT()),
  multiset: D.MULTISET(D.STRING()),
  row: D.ROW({ x: D.INT(), y: D.ARRAY(D.STRING()) }),
};
/** Values of these columns. */
export const FULL = {
  bool: true,
  tiny: -128,
  small: 32767,
  int: -2147483648,
  big: 9223372036854775807n,
  float: 1.5,
  double: 0.1,
  decimal: new BigNumber('1234567890123456789012345678.0123456789'),
  char: 'abc',
  varchar: 'ünï𝒳',
  string: 'a longer text than fits into eight bytes',
  binary: new Uint8Array([1, 2, 255]),
  bytes: new Uint8Array([0, 128, 7, 9, 1, 1, 1, 1, 1]),
  date: Temporal.PlainDate.from('1969-12-31'),
  time: Temporal.PlainTime.from('23:59:59.999'),
  ts: Temporal.PlainDateTime.from('2024-02-29T12:30:15.123456789'),
  ltz: Temporal.Instant.from('2024-02-29T12:30:15.123Z'),
  days: Temporal.Duration.from({ hours: 26, milliseconds: 5 }),
  months: Temporal.Duration.from({ years: 1, months: 2 }),
  array: ['a', null, 'c'],
  map: new Map([['k', 5n]]),
  multiset: new Map([['a', 2]]),
  row: { x: 1, y: ['z', null] },
};
/** NULL in each. */
export const EMPTY = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, null])) as {
  [K in keyof typeof FULL]: null;
};
