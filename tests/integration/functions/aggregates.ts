import { DataTypes, type FunctionContext, listView, mapView, udaf, udtaf } from 'tsflink';

const { BIGINT, DOUBLE, INT, STRING, ARRAY, ROW } = DataTypes;

/** All methods, and an object as accumulator. */
export const weightedAverage = udaf(
  {
    name: 'weighted_average',
    args: [DOUBLE().notNull(), INT().notNull()],
    accumulator: { sum: DOUBLE().notNull(), weight: INT().notNull() },
    returns: DOUBLE(),
  },
  {
    createAccumulator: () => ({ sum: 0, weight: 0 }),
    accumulate(accumulator, value, weight) {
      accumulator.sum += value * weight;
      accumulator.weight += weight;
    },
    retract(accumulator, value, weight) {
      accumulator.sum -= value * weight;
      accumulator.weight -= weight;
    },
    merge(accumulator, others) {
      for (const { sum, weight } of others) {
        accumulator.sum += sum;
        accumulator.weight += weight;
      }
    },
    getValue: ({ sum, weight }) => (weight === 0 ? null : sum / weight),
  },
);

/** A class, whose accumulator is a number that is replaced. */
export const total = udaf(
  { name: 'total', args: { n: BIGINT() }, accumulator: BIGINT().notNull(), returns: BIGINT(), onNull: 'skip' },
  class Total {
    #opened = '';
    open(context: FunctionContext) {
      this.#opened = context.functionName;
    }
    createAccumulator() {
      return 0n;
    }
    accumulate(sum: bigint, { n }: { n: bigint }) {
      if (this.#opened !== 'total') throw new Error('not opened');
      return sum + n;
    }
    retract(sum: bigint, { n }: { n: bigint }) {
      return sum - n;
    }
    merge(sum: bigint, others: readonly bigint[]) {
      return others.reduce((a, b) => a + b, sum);
    }
    getValue(sum: bigint) {
      return sum;
    }
  },
);

/** No more than must be: nothing can be retracted or merged. */
export const joined = udaf(
  { name: 'joined', args: [STRING()], accumulator: ARRAY(STRING().notNull()).notNull(), returns: STRING() },
  {
    createAccumulator: (): string[] => [],
    accumulate: (parts, text) => {
      if (text !== null) parts.push(text);
    },
    getValue: (parts) => (parts.length === 0 ? null : [...parts].sort().join(',')),
  },
);

/** All rows of a group at once. */
export const median = udaf(
  { name: 'median', args: [DOUBLE().notNull()], returns: DOUBLE(), vectorised: true },
  (prices) => (prices.length === 0 ? null : (prices.toSorted()[prices.length >> 1] as number)),
);

/** A row as value. */
export const range = udaf(
  {
    name: 'value_range',
    args: [BIGINT()],
    accumulator: { low: BIGINT(), high: BIGINT() },
    returns: ROW({ low: BIGINT(), high: BIGINT() }),
  },
  {
    createAccumulator: () => ({ low: null as bigint | null, high: null as bigint | null }),
    accumulate(accumulator, n) {
      if (n === null) return;
      if (accumulator.low === null || n < accumulator.low) accumulator.low = n;
      if (accumulator.high === null || n > accumulator.high) accumulator.high = n;
    },
    merge(accumulator, others) {
      for (const { low, high } of others) {
        this.accumulate(accumulator, low);
        this.accumulate(accumulator, high);
      }
    },
    getValue: (accumulator) => accumulator,
  },
);

/** The two largest values, each with its rank. */
export const top2 = udtaf(
  {
    name: 'top2',
    args: [BIGINT()],
    onNull: 'skip',
    accumulator: { values: ARRAY(BIGINT().notNull()).notNull() },
    returns: ROW({ value: BIGINT(), rank: INT() }),
  },
  {
    createAccumulator: () => ({ values: [] as bigint[] }),
    accumulate(accumulator, value) {
      accumulator.values = [...accumulator.values, value].sort((a, b) => Number(b - a)).slice(0, 2);
    },
    *emitValue({ values }) {
      for (const [i, value] of values.entries()) yield { value, rank: i + 1 };
    },
  },
);

/** How many different values there are: the rows of each are in a view. */
export const distinctCount = udaf(
  {
    name: 'distinct_count',
    args: [STRING()],
    onNull: 'skip',
    accumulator: { count: BIGINT().notNull(), rows: mapView(STRING(), BIGINT().notNull()) },
    returns: BIGINT(),
  },
  {
    createAccumulator: () => ({ count: 0n }),
    accumulate(accumulator, value) {
      const rows = accumulator.rows.get(value) ?? 0n;
      accumulator.rows.put(value, rows + 1n);
      if (rows === 0n) accumulator.count++;
    },
    retract(accumulator, value) {
      const rows = accumulator.rows.get(value) ?? 0n;
      if (rows > 1n) {
        accumulator.rows.put(value, rows - 1n);
      } else {
        accumulator.rows.remove(value);
        accumulator.count--;
      }
    },
    merge(accumulator, others) {
      for (const other of others) {
        for (const [value, rows] of other.rows) {
          accumulator.rows.put(value, (accumulator.rows.get(value) ?? 0n) + rows);
        }
      }
      accumulator.count = BigInt(accumulator.rows.keys().length);
    },
    getValue: ({ count }) => count,
  },
);

/** Nothing but views: the largest values, of which it forgets none. */
export const largest = udtaf(
  {
    name: 'largest',
    args: [BIGINT()],
    onNull: 'skip',
    accumulator: { values: listView(BIGINT().notNull()) },
    returns: ROW({ value: BIGINT(), of: INT() }),
  },
  {
    createAccumulator: () => ({}),
    accumulate: ({ values }, value) => values.add(value),
    *emitValue({ values }) {
      const all = values.get().toSorted((a, b) => Number(b - a));
      yield { value: all[0] ?? null, of: all.length };
    },
  },
);

/** A class with methods as fields, also the one that takes rows out. */
export const summed = udaf(
  { args: [BIGINT().notNull()], accumulator: BIGINT().notNull(), returns: BIGINT() },
  class Summed {
    createAccumulator = () => 0n;
    accumulate = (sum: bigint, n: bigint) => sum + n;
    retract = (sum: bigint, n: bigint) => sum - n;
    getValue = (sum: bigint) => sum;
  },
);

/** A table aggregate as class with methods as fields. */
export const sumTwice = udtaf(
  { args: [BIGINT().notNull()], accumulator: BIGINT().notNull(), returns: BIGINT() },
  class SumTwice {
    createAccumulator = () => 0n;
    accumulate = (sum: bigint, n: bigint) => sum + n;
    emitValue = (sum: bigint) => [sum, sum];
  },
);
