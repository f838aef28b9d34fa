import { BigNumber } from 'bignumber.js';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** Integers of so many bits; the least and the greatest come often. */
export const int = (bits: number) => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });

export const long = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(2n ** 63n - 1n, -(2n ** 63n), 0n),
);

/** Text of any script, of any code points, and of ASCII. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 30 }),
);

export const bytes = fc.uint8Array({ maxLength: 40 });

/** Unscaled values of so many digits. */
export const unscaled = (digits: number) => {
  const greatest = 10n ** BigInt(digits) - 1n;
  return fc.oneof(fc.bigInt({ min: -greatest, max: greatest }), fc.constantFrom(greatest, -greatest));
};

export const decimal = (digits: number, scale: number) =>
  unscaled(digits).map((value) => new BigNumber(value.toString()).shiftedBy(-scale));

/** Years 1 to 9999, those of SQL. */
export const SQL_YEARS = { min: -62_135_596_800_000_000_000n, max: 253_402_300_799_999_999_999n };
/** All that Temporal has. */
export const TEMPORAL_YEARS = { min: -8_640_000_000_000_000_000_000n, max: 8_640_000_000_000_000_000_000n };

/** Points in time, times and days of some years, of so many nanoseconds as unit. */
export function times(years: { min: bigint; max: bigint }) {
  const nanos = fc.bigInt(years);
  const instant = (unit: bigint) =>
    fc
      .oneof(nanos, fc.constantFrom(-1n, 0n, years.min, years.max))
      .map((value) => new Temporal.Instant(value - (value % unit)));
  const dateTime = (unit: bigint) => instant(unit).map((value) => value.toZonedDateTimeISO('UTC').toPlainDateTime());
  return {
    nanos,
    instant,
    dateTime,
    date: dateTime(1_000_000n).map((value) => value.toPlainDate()),
    time: dateTime(1_000_000n).map((value) => value.toPlainTime()),
  };
}

export const yearMonth = (months: fc.Arbitrary<number>) =>
  months.map((m) => new Temporal.Duration(Math.trunc(m / 12), m % 12));

export const dayTime = (milliseconds: fc.Arbitrary<number>) =>
  milliseconds.map((ms) => Temporal.Duration.from({ milliseconds: ms }).round({ largestUnit: 'days' }));

const { instant, dateTime, date } = times(TEMPORAL_YEARS);

/** Values of VARIANT: whatever JSON has, and more. */
export const variant = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        fc.boolean(),
        int(8),
        int(16),
        int(32),
        long,
        fc.double({ noNaN: true }),
        text,
        fc.string({ unit: 'grapheme', minLength: 60, maxLength: 90 }),
        decimal(9, 4),
        decimal(18, 0),
        decimal(38, 10),
        bytes,
        date,
        instant(1_000_000n),
        dateTime(1_000_000n),
        fc.constant(null),
      ),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(text, tie('value'), { maxKeys: 5 }),
    ),
  }))
  .value.filter((value) => value !== null);

export const bitmap = fc
  .oneof(
    fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 50 }),
    fc.integer({ min: 0, max: 2 ** 31 }).map((start) => Array.from({ length: 5_000 }, (_, i) => start + i * 3)),
  )
  .map((values) => new Uint32Array([...new Set(values)]).sort());

export const mapOf = <V>(values: fc.Arbitrary<V>) =>
  fc.array(fc.tuple(text, values), { maxLength: 4 }).map((entries) => new Map(entries));

/** Values in a comparable form: Temporal values and BigNumbers by their text, intervals by their size. */
export function plain(value: unknown): unknown {
  if (BigNumber.isBigNumber(value)) return `decimal ${value.toFixed()}`;
  if (value instanceof Uint8Array || value instanceof Uint32Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return [...value].map(([k, v]) => [plain(k), plain(v)]);
  if (value instanceof Temporal.Duration) {
    return value.years || value.months ? `${value.years * 12 + value.months} months` : value.total('milliseconds');
  }
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Reflect.get(value, Symbol.toStringTag) !== undefined) return String(value);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
}
