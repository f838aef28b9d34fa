import { BigNumber } from 'bignumber.js';
import {
  asyncUdf,
  DataTypes,
  type FunctionContext,
  InputTypeStrategies,
  mapView,
  TypeStrategies,
  udaf,
  udf,
  udtaf,
  udtf,
  varargs,
} from 'tsflink';

const { ARRAY, BIGINT, DOUBLE, INT, STRING } = DataTypes;
const { ANY, COMMON_ARG, logical, or } = InputTypeStrategies;
const { argument, array, COMMON, forceNullable, nullableIfArgs, row, varyingString } = TypeStrategies;

/** What a value is in JavaScript. */
const said = (value: unknown): string =>
  BigNumber.isBigNumber(value) ? `BigNumber ${value.toFixed()}` : `${typeof value} ${String(value)}`;

/** Of whatever types it is called with. */
export const first = udf({ name: 'first_of', args: [ANY, varargs(ANY)], returns: argument(0) }, (x) => x);
export const form = udf({ name: 'form', args: [varargs(ANY)], returns: STRING().notNull() }, (...values) =>
  values.map(said).join(', '),
);
export const larger = udf({ name: 'larger', args: [COMMON_ARG, COMMON_ARG], returns: COMMON }, (a, b) =>
  String(a) > String(b) ? a : b,
);
export const twice = udf({ name: 'twice', args: [logical('NUMERIC')], returns: argument(0) }, (x) => {
  if (typeof x === 'bigint') return 2n * x;
  return typeof x === 'number' ? 2 * x : (x?.times(2) ?? null);
});
export const shout = udf(
  { name: 'shout_it', args: [logical('CHARACTER_STRING')], returns: varyingString(argument(0)) },
  (s) => s?.toUpperCase() ?? null,
);
export const size = udf(
  { name: 'size_of', args: [or(STRING(), ARRAY(INT()))], returns: nullableIfArgs(INT()), onNull: 'return-null' },
  (value) => value.length,
);
export const last = udf(
  {
    name: 'last_of',
    args: [BIGINT().bridgedTo('number'), varargs(BIGINT().bridgedTo('number'))],
    returns: forceNullable(argument(0)),
  },
  (...values) => values.at(-1) ?? null,
);

/** One function with several signatures. */
export const describeIt = udf.overloads(
  {
    name: 'describe_it',
    signatures: [
      { args: [BIGINT()], returns: STRING() },
      { args: [STRING(), INT()], returns: STRING().notNull() },
      { args: [DOUBLE(), varargs(DOUBLE())], returns: DOUBLE() },
    ],
  },
  class {
    #calls = 0;
    #label = '';
    open(context: FunctionContext): void {
      this.#label = context.getJobParameter('label', 'n');
    }
    eval(...args: [bigint | null] | [string | null, number | null] | [number | null, ...(number | null)[]]) {
      this.#calls++;
      const [x, y] = args;
      if (typeof x === 'bigint') return `${this.#label}${x}`;
      if (typeof x === 'string') return `${x}/${y}`;
      return typeof x === 'number' ? args.length : 'null';
    }
  },
);

export const each = udtf(
  { name: 'each_of', args: [varargs(ANY)], returns: { i: INT().notNull(), s: STRING().notNull() } },
  (...values) => values.map((value, i) => ({ i, s: said(value) })),
);
export const parts = udtf.overloads(
  {
    name: 'parts_of',
    signatures: [
      { args: [STRING().notNull(), STRING().notNull()], returns: { part: STRING() } },
      { args: [BIGINT().notNull()], returns: { digit: INT().notNull(), place: INT().notNull() } },
    ],
  },
  (...args) =>
    args.length === 2
      ? args[0].split(args[1]).map((part) => ({ part }))
      : [...`${args[0]}`].map((digit, place) => ({ digit: Number(digit), place })),
);
export const laterIt = asyncUdf.overloads(
  {
    name: 'later_it',
    signatures: [
      { args: [BIGINT()], returns: BIGINT() },
      { args: [STRING(), INT()], returns: STRING() },
    ],
  },
  async (...args) => (args.length === 1 ? args[0] : `${args[0]}${args[1]}`),
);
export const later = asyncUdf({ name: 'later', args: [ANY], returns: argument(0) }, async (x) => x);

/** Aggregates whose accumulators are of the types of their arguments, too. */
export const latest = udaf(
  {
    name: 'latest_of',
    args: [ANY],
    accumulator: { last: forceNullable(argument(0)), count: INT().notNull() },
    returns: forceNullable(argument(0)),
  },
  {
    createAccumulator: () => ({ last: null, count: 0 }),
    accumulate: (accumulator, value) => ({ last: value, count: accumulator.count + 1 }),
    retract: ({ last, count }) => ({ last, count: count - 1 }),
    merge: (accumulator, others) => [accumulator, ...others].findLast(({ count }) => count > 0) ?? accumulator,
    getValue: ({ last }) => last,
  },
);
export const variety = udaf(
  {
    name: 'variety_of',
    args: [ANY],
    accumulator: { count: BIGINT().notNull(), seen: mapView(argument(0), INT()) },
    returns: BIGINT(),
    onNull: 'skip',
  },
  {
    createAccumulator: () => ({ count: 0n }),
    accumulate(accumulator, value) {
      if (!accumulator.seen.contains(value as object)) accumulator.count++;
      accumulator.seen.put(value as object, 1);
    },
    getValue: ({ count }) => count,
  },
);
export const total = udaf.overloads(
  {
    name: 'total_of',
    signatures: [
      { args: [BIGINT()], returns: BIGINT() },
      { args: [DOUBLE(), varargs(DOUBLE())], returns: DOUBLE() },
    ],
    accumulator: { sum: forceNullable(argument(0)) },
  },
  {
    createAccumulator: () => ({ sum: null }),
    accumulate(accumulator, ...[first, ...more]) {
      const sum = accumulator.sum ?? 0;
      accumulator.sum =
        typeof first === 'bigint'
          ? BigInt(sum) + first
          : [first, ...more].reduce((a: number, b) => a + Number(b), Number(sum));
    },
    getValue: ({ sum }) => sum,
  },
);
export const mostOf = udaf(
  { name: 'most_of', args: [varargs(INT())], accumulator: INT().notNull(), returns: INT().notNull() },
  {
    createAccumulator: () => 0,
    accumulate: (most, ...values) => Math.max(most, ...values.map((value) => value ?? 0)),
    getValue: (most) => most,
  },
);
export const topOf = udtaf(
  {
    name: 'top_of',
    args: [logical('NUMERIC')],
    accumulator: { values: array(argument(0)) },
    returns: row({ value: argument(0), place: INT().notNull() }),
  },
  {
    createAccumulator: () => ({ values: [] }),
    accumulate(accumulator, value) {
      accumulator.values = [...accumulator.values, value].sort((a, b) => Number(b) - Number(a)).slice(0, 2);
    },
    *emitValue({ values }) {
      for (const [i, value] of values.entries()) yield { value, place: i + 1 };
    },
  },
);
