import { DataTypes, ptf, tableArg, udaf, udf, udtaf, udtf } from 'tsflink';

const { BIGINT, INT, ROW, STRING } = DataTypes;

/** One more. */
export const plusOne = udf({ name: 'plusOne', args: [BIGINT()], returns: BIGINT() }, (value) =>
  value === null ? null : value + 1n,
);

const NUMBER = BIGINT().bridgedTo('number');

/** The same of a number, which is cheaper. */
export const plusOneNumber = udf({ name: 'plusOneNumber', args: [NUMBER], returns: NUMBER }, (value) =>
  value === null ? null : value + 1,
);

/** The same of a column. */
export const plusOneVector = udf(
  { name: 'plusOneVector', args: [BIGINT()], returns: BIGINT(), vectorised: true, onNull: 'return-null' },
  (values) => values.map((value) => value + 1n),
);

/** A text in capitals. */
export const upper = udf({ name: 'upper', args: [STRING()], returns: STRING() }, (value) =>
  value === null ? null : value.toUpperCase(),
);

const RANGES = 1024;
const PROVINCES = 34;
const starts = Float64Array.from({ length: RANGES }, (_, i) => (i * 2 ** 32) / RANGES);
const provinces = Array.from({ length: RANGES }, (_, i) => `province-${(i * 7) % PROVINCES}`);

/** The province of an address: binary search in ranges of addresses. */
export const ipToProvince = udf({ name: 'ipToProvince', args: [STRING()], returns: STRING() }, (ip) => {
  if (ip === null) return null;
  let address = 0;
  let octet = 0;
  for (let i = 0; i < ip.length; i++) {
    const c = ip.charCodeAt(i);
    if (c === 46) {
      address = address * 256 + octet;
      octet = 0;
    } else {
      octet = octet * 10 + c - 48;
    }
  }
  address = address * 256 + octet;
  let low = 0;
  let high = RANGES - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= address) low = middle;
    else high = middle - 1;
  }
  return provinces[low] as string;
});

/** The average of values, each as often as its weight says. */
export const weightedAverage = udaf(
  {
    name: 'weightedAverage',
    args: [BIGINT(), BIGINT()],
    accumulator: { sum: BIGINT().notNull(), weight: BIGINT().notNull() },
    returns: BIGINT(),
  },
  {
    createAccumulator: () => ({ sum: 0n, weight: 0n }),
    accumulate(accumulator, value, weight) {
      if (value === null || weight === null) return;
      accumulator.sum += value * weight;
      accumulator.weight += weight;
    },
    getValue: ({ sum, weight }) => (weight === 0n ? null : sum / weight),
  },
);

/** The same of columns. */
export const weightedAverageVector = udaf(
  { name: 'weightedAverageVector', args: [BIGINT(), BIGINT()], returns: BIGINT(), vectorised: true },
  (values, weights) => {
    let sum = 0n;
    let weight = 0n;
    for (let i = 0; i < values.length; i++) {
      if (values.nulls[i] || weights.nulls[i]) continue;
      sum += (values.values[i] as bigint) * (weights.values[i] as bigint);
      weight += weights.values[i] as bigint;
    }
    return weight === 0n ? null : sum / weight;
  },
);

/** The two largest values of a group. */
export const largest = udtaf(
  {
    name: 'largest',
    args: [BIGINT()],
    accumulator: { first: BIGINT(), second: BIGINT() },
    returns: ROW({ value: BIGINT(), rank: INT() }),
  },
  {
    createAccumulator: () => ({ first: null, second: null }),
    accumulate(accumulator, value) {
      if (value === null) return;
      const { first, second } = accumulator;
      if (first === null || value > first) {
        accumulator.second = first;
        accumulator.first = value;
      } else if (second === null || value > second) accumulator.second = value;
    },
    *emitValue({ first, second }) {
      yield { value: first, rank: 1 };
      yield { value: second, rank: 2 };
    },
  },
);

/** The words of a text, with their lengths. */
export const split = udtf(
  { name: 'split', args: [STRING()], returns: { word: STRING(), size: INT() } },
  function* (text) {
    for (const word of text?.split(' ') ?? []) yield { word, size: word.length };
  },
);

/** Numbers the rows of each partition. */
export const tally = ptf(
  {
    name: 'tally',
    args: { input: tableArg({ semantics: 'set' }) },
    state: { seen: { count: BIGINT() } },
    returns: { n: BIGINT() },
  },
  function* (_, __, { seen }) {
    seen.count = (seen.count ?? 0n) + 1n;
    yield { n: seen.count };
  },
);
