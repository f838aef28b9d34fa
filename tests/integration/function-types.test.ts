import { BigNumber } from 'bignumber.js';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type DataType, DataTypes, EnvironmentSettings, TableEnvironment, type Untyped, udf } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { collect } from './setup/rows.js';

const D = DataTypes;

const int = (bits: number) => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });
const long = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(2n ** 63n - 1n, -(2n ** 63n)),
);
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ maxLength: 30 }));
const bytes = fc.uint8Array({ maxLength: 20 });
const decimal = (digits: number, scale: number) =>
  fc
    .bigInt({ min: -(10n ** BigInt(digits)) + 1n, max: 10n ** BigInt(digits) - 1n })
    .map((unscaled) => new BigNumber(unscaled.toString()).shiftedBy(-scale));
/** Of the years 1 to 9999. */
const instant = (unit: bigint) =>
  fc
    .bigInt({ min: -62_135_596_800_000_000_000n, max: 253_402_300_799_999_999_999n })
    .map((nanos) => new Temporal.Instant(nanos - (nanos % unit)));
const dateTime = (unit: bigint) => instant(unit).map((i) => i.toZonedDateTimeISO('UTC').toPlainDateTime());
const date = dateTime(1n).map((value) => value.toPlainDate());
const time = dateTime(1_000_000n).map((value) => value.toPlainTime());
const map = fc.array(fc.tuple(text, fc.option(long)), { maxLength: 4 }).map((entries) => new Map(entries));

/** A type, values of it, and the form in which the function takes and gives them. */
const TYPES: Record<string, [type: DataType, values: fc.Arbitrary<unknown>, form?: DataType]> = {
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
  decimal_text: [D.DECIMAL(38, 10), decimal(38, 10), D.DECIMAL(38, 10).bridgedTo('string')],
  char: [D.CHAR(3), fc.string({ minLength: 3, maxLength: 3 })],
  varchar: [D.VARCHAR(40), text.filter((s) => [...s].length <= 40)],
  string: [D.STRING(), text],
  binary: [D.BINARY(3), fc.uint8Array({ minLength: 3, maxLength: 3 })],
  bytes: [D.BYTES(), bytes],
  date: [D.DATE(), date],
  date_text: [D.DATE(), date, D.DATE().bridgedTo('string')],
  time: [D.TIME(3), time],
  ts3: [D.TIMESTAMP(3), dateTime(1_000_000n)],
  ts9: [D.TIMESTAMP(9), dateTime(1n)],
  ltz: [D.TIMESTAMP_LTZ(9), instant(1n)],
  ltz_millis: [D.TIMESTAMP_LTZ(3), instant(1_000_000n), D.TIMESTAMP_LTZ(3).bridgedTo('epochMillis')],
  ltz_micros: [D.TIMESTAMP_LTZ(6), instant(1_000n), D.TIMESTAMP_LTZ(6).bridgedTo('epochMicros')],
  months: [D.INTERVAL(D.YEAR(), D.MONTH()), int(16).map((m) => new Temporal.Duration(Math.trunc(m / 12), m % 12))],
  array: [D.ARRAY(D.STRING()), fc.array(fc.option(text), { maxLength: 4 })],
  map: [D.MAP(D.STRING().notNull(), D.BIGINT()), map],
  row: [
    D.ROW({ x: D.INT(), y: D.ARRAY(D.ROW({ s: D.STRING(), d: D.DECIMAL(20, 2) })) }),
    fc.record({
      x: fc.option(int(32)),
      y: fc.option(
        fc.array(fc.option(fc.record({ s: fc.option(text), d: fc.option(decimal(20, 2)) })), { maxLength: 3 }),
      ),
    }),
  ],
};

/** Values in a comparable form. */
function plain(value: unknown): unknown {
  if (BigNumber.isBigNumber(value)) return `decimal ${value.toFixed()}`;
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return [...value].map(([k, v]) => [plain(k), plain(v)]);
  if (value instanceof Temporal.Duration) return value.total({ unit: 'months', relativeTo: '2000-01-01' });
  if (value === null || typeof value !== 'object') return value;
  if (Reflect.get(value, Symbol.toStringTag) !== undefined) return String(value);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
}

const names = Object.keys(TYPES);
const columns = Object.fromEntries(names.map((name) => [name, TYPES[name]?.[0] as DataType]));
const rowOf = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.option(TYPES[name]?.[1] as fc.Arbitrary<unknown>)])),
);

/** Functions that give back what they are given. */
const functions: Record<string, Untyped> = {};
for (const [name, [type, , form = type]] of Object.entries(TYPES)) {
  const options = { args: [form], returns: form } as const;
  const same: Untyped = (value: unknown) => value;
  functions[`${name}_row`] = udf({ ...options, name: `${name}_row` }, same);
  functions[`${name}_column`] = udf({ ...options, name: `${name}_column`, vectorised: true }, same);
}

describe.each(['streaming', 'batch'] as const)('values of every type, in %s mode', (mode) => {
  const settings = mode === 'batch' ? EnvironmentSettings.inBatchMode() : EnvironmentSettings.inStreamingMode();
  const tEnv = TableEnvironment.create(settings);
  afterAll(() => tEnv.close());

  it('pass through functions of rows and of columns, unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 40 }), async (rows) => {
        const table: Untyped = tEnv.fromValues(columns, rows as Untyped);
        const calls = Object.entries(functions);
        const results = await collect<Untyped>(
          table.select(($: Untyped) =>
            Object.fromEntries(calls.map(([name, fn]) => [name, fn($[name.replace(/_(row|column)$/, '')])])),
          ),
        );
        const expected = rows.map((row) =>
          Object.fromEntries(calls.map(([name]) => [name, plain(row[name.replace(/_(row|column)$/, '')])])),
        );
        expect(results.map(plain)).toEqual(expected);
      }),
      { numRuns: 4, seed: 20_260 },
    );
  });
});
