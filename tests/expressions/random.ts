import { BigNumber } from 'bignumber.js';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const int = fc.oneof(fc.integer(), fc.integer({ min: -10, max: 10 }));
const millis = fc.integer({ min: Date.UTC(1, 0), max: Date.UTC(9000, 0) });
const dateTime = millis.map((ms) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime(),
);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 8 });

/** A row of the table of nasty values, without its id. */
const row = fc.record({
  s: orNull(text),
  t: text,
  small: orNull(fc.integer({ min: -5, max: 8 })),
  i: orNull(int),
  b: orNull(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  f: orNull(fc.float({ noNaN: true, noDefaultInfinity: true })),
  d: orNull(fc.double({ noNaN: true, noDefaultInfinity: true })),
  dec: orNull(
    fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }).map((n) => new BigNumber(n.toString()).shiftedBy(-4)),
  ),
  yes: orNull(fc.boolean()),
  date: orNull(dateTime.map((value) => value.toPlainDate())),
  time: orNull(dateTime.map((value) => value.toPlainTime())),
  ts: orNull(dateTime),
  ltz: orNull(millis.map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))),
  octets: orNull(fc.uint8Array({ maxLength: 12 })),
  ints: orNull(fc.array(orNull(int), { maxLength: 6 })),
  texts: orNull(fc.array(orNull(text), { maxLength: 6 })),
  entries: orNull(fc.array(fc.tuple(text, orNull(int)), { maxLength: 4 }).map((entries) => new Map(entries))),
  r: orNull(fc.record({ x: int, y: orNull(text) })),
  json: orNull(fc.oneof(fc.json(), text)),
});

/** Rows of the table of nasty values. */
export const randomRows = fc
  .array(row, { minLength: 40, maxLength: 40 })
  .map((rows) => rows.map((values, id) => ({ id, ...values })));
