// Functions as objects with members of their own: methods see them as `this`, and keep the types of their parameters.
import { asyncUdf, asyncUdtf, DataTypes, optional, ptf, tableArg, udaf, udf, udtaf, udtf } from 'tsflink';
import { expectTypeOf } from 'vitest';

const { BIGINT, INT, STRING } = DataTypes;

udf(
  { name: 'f', args: [STRING(), optional(INT())], returns: STRING().notNull() },
  {
    calls: 0,
    names: new Map<string, string>(),
    open(context) {
      expectTypeOf(this.names).toEqualTypeOf<Map<string, string>>();
      this.names.set('a', context.getJobParameter('a', 'b'));
    },
    eval(text, n) {
      expectTypeOf(text).toEqualTypeOf<string | null>();
      expectTypeOf(n).toEqualTypeOf<number | null>();
      expectTypeOf(this.calls).toEqualTypeOf<number>();
      this.calls++;
      // @ts-expect-error: no such member
      this.called;
      return this.label(`${text}`);
    },
    label(text: string) {
      return text.toUpperCase();
    },
  },
);
udf(
  { name: 'f', args: { ip: STRING(), port: INT() }, returns: BIGINT(), onNull: 'return-null' },
  {
    base: 10n,
    eval({ ip, port }) {
      expectTypeOf(ip).toEqualTypeOf<string>();
      return this.base + BigInt(port);
    },
  },
);
udf(
  { name: 'f', args: [BIGINT().notNull()], returns: BIGINT().notNull(), vectorised: true },
  {
    step: 2n,
    eval(column) {
      expectTypeOf(column).toEqualTypeOf<BigInt64Array>();
      return column.map((n) => n * this.step);
    },
  },
);
asyncUdf(
  { name: 'f', args: [STRING()], returns: STRING() },
  {
    url: 'http://localhost/',
    async eval(path) {
      return `${this.url}${path}`;
    },
  },
);
asyncUdtf(
  { name: 'f', args: { path: STRING().notNull(), n: optional(INT()) }, returns: { word: STRING() } },
  {
    url: 'http://localhost/',
    async *eval({ path, n }) {
      expectTypeOf(path).toEqualTypeOf<string>();
      expectTypeOf(n).toEqualTypeOf<number | null>();
      yield { word: `${this.url}${path}` };
    },
  },
);
udtf(
  { name: 'f', args: [STRING().notNull()], returns: { word: STRING() } },
  {
    separator: ' ',
    *eval(text) {
      expectTypeOf(text).toEqualTypeOf<string>();
      for (const word of text.split(this.separator)) yield { word };
    },
  },
);
udaf(
  { name: 'f', args: [INT().notNull()], accumulator: { sum: INT().notNull() }, returns: INT() },
  {
    step: 2,
    createAccumulator: () => ({ sum: 0 }),
    accumulate(accumulator, n) {
      expectTypeOf(accumulator).toEqualTypeOf<{ sum: number }>();
      accumulator.sum += n * this.step;
    },
    getValue: ({ sum }) => sum,
  },
);
udtaf(
  { name: 'f', args: [INT().notNull()], accumulator: { sum: INT().notNull() }, returns: INT() },
  {
    more: [1, 2],
    createAccumulator: () => ({ sum: 0 }),
    accumulate(accumulator, n) {
      accumulator.sum += n;
    },
    *emitValue({ sum }) {
      expectTypeOf(this.more).toEqualTypeOf<number[]>();
      for (const more of this.more) yield sum + more;
    },
  },
);
ptf(
  {
    name: 'f',
    args: { input: tableArg({ semantics: 'set', columns: { id: BIGINT().notNull() } }) },
    state: { seen: { n: BIGINT() } },
    returns: { n: BIGINT() },
  },
  {
    factor: 3n,
    *eval(_, { input }, { seen }) {
      expectTypeOf(input.id).toEqualTypeOf<bigint>();
      seen.n = (seen.n ?? 0n) + input.id * this.factor;
      yield { n: seen.n };
    },
  },
);
udf.overloads(
  {
    name: 'f',
    signatures: [
      { args: [INT()], returns: INT() },
      { args: [STRING()], returns: INT() },
    ],
  },
  {
    width: 4,
    eval(value) {
      expectTypeOf(value).toEqualTypeOf<string | number | null>();
      return this.width;
    },
  },
);
// @ts-expect-error: no eval
udf({ name: 'f', args: [INT()], returns: INT() }, { width: 4 });
// @ts-expect-error: text is no INT
udf({ name: 'f', args: [INT()], returns: INT() }, { width: 4, eval: (n) => `${n}` });
