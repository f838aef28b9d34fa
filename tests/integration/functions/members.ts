import { asyncUdf, DataTypes, ptf, tableArg, udaf, udf, udtaf, udtf } from 'tsflink';

const { BIGINT, STRING } = DataTypes;

// Functions of each kind as objects with members of their own.
export const numbered = udf(
  { name: 'numbered', args: [STRING().notNull()], returns: STRING().notNull(), deterministic: false },
  {
    calls: 0,
    label: (n: number) => `#${n}`,
    open() {
      this.calls = 10;
    },
    eval(text) {
      return `${this.label(this.calls++)} ${text}`;
    },
  },
);
export const prefixed = udtf(
  { name: 'prefixed', args: [STRING().notNull()], returns: STRING().notNull() },
  {
    prefixes: ['a', 'b'],
    *eval(text) {
      for (const prefix of this.prefixes) yield prefix + text;
    },
  },
);
export const delayed = asyncUdf(
  { name: 'delayed', args: [BIGINT().notNull()], returns: BIGINT().notNull() },
  {
    step: 100n,
    async eval(n) {
      return n + this.step;
    },
  },
);
export const stepped = udaf(
  { name: 'stepped', args: [BIGINT().notNull()], accumulator: { sum: BIGINT().notNull() }, returns: BIGINT() },
  {
    step: 2n,
    createAccumulator: () => ({ sum: 0n }),
    accumulate(accumulator, n) {
      accumulator.sum += n * this.step;
    },
    getValue: ({ sum }) => sum,
  },
);
export const sumAndMore = udtaf(
  { name: 'sum_and_more', args: [BIGINT().notNull()], accumulator: { sum: BIGINT().notNull() }, returns: BIGINT() },
  {
    more: [0n, 100n],
    createAccumulator: () => ({ sum: 0n }),
    accumulate(accumulator, n) {
      accumulator.sum += n;
    },
    *emitValue({ sum }) {
      for (const more of this.more) yield sum + more;
    },
  },
);
export const multiplied = ptf(
  {
    name: 'multiplied',
    args: { input: tableArg({ semantics: 'row', columns: { id: BIGINT().notNull(), name: STRING().notNull() } }) },
    returns: { product: BIGINT() },
  },
  {
    factor: 3n,
    *eval(_, { input }) {
      yield { product: input.id * this.factor };
    },
  },
);
