import { type AggregateUdf, DataTypes, udaf } from 'tsflink';

const { BIGINT, INT } = DataTypes;

const options = { args: [INT().notNull()], accumulator: { sum: BIGINT().notNull() }, returns: BIGINT() } as const;
const sum = {
  createAccumulator: () => ({ sum: 0n }),
  accumulate(accumulator: { sum: bigint }, n: number) {
    accumulator.sum += BigInt(n);
  },
  getValue: (accumulator: { sum: bigint }): bigint | null => accumulator.sum,
};

const throwing = udaf(
  { ...options, name: 'agg_throwing' },
  {
    ...sum,
    accumulate(_, n) {
      if (n === 2) throw new RangeError(`cannot take ${n}`); // here
    },
  },
);
const creating = udaf(
  { ...options, name: 'agg_creating' },
  { ...sum, createAccumulator: () => ({}) as { sum: bigint }, accumulate() {}, getValue: () => 0n },
);
const accumulating = udaf(
  { ...options, name: 'agg_accumulating' },
  {
    ...sum,
    accumulate(accumulator, n) {
      (accumulator as { sum: unknown }).sum = n;
    },
  },
);
const overflowing = udaf({ ...options, name: 'agg_overflowing' }, { ...sum, getValue: () => 2n ** 63n });
const valuing = udaf({ ...options, name: 'agg_valuing' }, { ...sum, getValue: () => 'text' as unknown as bigint });
const whole = { ...options, returns: INT() } as const;
const dividing = udaf({ ...whole, name: 'agg_dividing' }, { ...sum, getValue: () => 0.5 });
const notANumber = udaf({ ...whole, name: 'agg_not_a_number' }, { ...sum, getValue: () => Number.NaN });
const narrow = udaf(
  { ...options, name: 'agg_narrow', accumulator: { sum: DataTypes.TINYINT().notNull() } },
  { createAccumulator: () => ({ sum: 127 }), accumulate: (a, n) => ({ sum: a.sum + n }), getValue: () => 0n },
);
const looping = udaf(
  { ...options, name: 'agg_looping' },
  {
    ...sum,
    getValue: () => {
      for (let i = 0n; ; i++) if (i < 0n) return i;
    },
  },
);
const hoarding = udaf(
  { ...options, name: 'agg_hoarding' },
  {
    ...sum,
    accumulate() {
      const hoard: number[][] = [];
      for (;;) hoard.push(new Array(1000).fill(Math.random()));
    },
  },
);

/** Aggregate functions that fail, with what is to be said of it. */
export const FAILING: readonly { fn: AggregateUdf<readonly [never], never>; code: string; said: RegExp }[] = [
  { fn: throwing, code: 'FUNCTION_FAILED', said: /accumulate\(\): RangeError: cannot take 2/ },
  {
    fn: creating,
    code: 'FUNCTION_RESULT_TYPE',
    said: /wrong accumulator: at sum: expected BIGINT NOT NULL.*undefined/,
  },
  { fn: accumulating, code: 'FUNCTION_RESULT_TYPE', said: /wrong (accumulator|result): .*expected BIGINT.*number/ },
  {
    fn: overflowing,
    code: 'FUNCTION_RESULT_TYPE',
    said: /getValue\(\): wrong result: expected BIGINT.*9223372036854775808/,
  },
  { fn: valuing, code: 'FUNCTION_RESULT_TYPE', said: /getValue\(\): wrong result: expected BIGINT.*'text'/ },
  { fn: dividing, code: 'FUNCTION_RESULT_TYPE', said: /getValue\(\): wrong result: expected INT.*0\.5/ },
  { fn: notANumber, code: 'FUNCTION_RESULT_TYPE', said: /getValue\(\): wrong result: expected INT.*NaN/ },
  { fn: narrow, code: 'FUNCTION_RESULT_TYPE', said: /wrong (accumulator|result): .*expected TINYINT.*12[89]/ },
  { fn: looping, code: 'FUNCTION_TIMEOUT', said: /did not end within 2000 ms/ },
  { fn: hoarding, code: 'FUNCTION_OUT_OF_MEMORY', said: /took more than 128 MB/ },
] as never;

/** Takes rows in, and fails where they are taken back or brought together. */
export const failingLater = udaf(
  { ...options, name: 'agg_failing_later' },
  {
    ...sum,
    retract(_, n) {
      throw new RangeError(`cannot give back ${n}`);
    },
    merge() {
      throw new RangeError('cannot merge');
    },
  },
);
