// What functions give whose types calls tell; what they must not take.
import {
  type BIGINT,
  type BOOLEAN,
  DataTypes,
  type DECIMAL,
  type DOUBLE,
  defineTable,
  type INT,
  InputTypeStrategies,
  listView,
  mapView,
  type STRING,
  TableEnvironment,
  TypeStrategies,
  udaf,
  udf,
  udtaf,
  varargs,
} from 'tsflink';
import { expectTypeOf } from 'vitest';

const D = DataTypes;
const { ANY, COMMON_ARG, logical, or } = InputTypeStrategies;
const { argument, array, COMMON, row, forceNullable, nullableIfAllArgs, nullableIfArgs, varyingString } =
  TypeStrategies;
const t = TableEnvironment.create().from(
  defineTable(
    't',
    { s: D.STRING(), i: D.INT().notNull(), n: D.BIGINT(), d: D.DOUBLE().notNull(), p: D.DECIMAL(10, 2).notNull() },
    { with: { connector: 'datagen' } },
  ),
);

const first = udf({ name: 'first', args: [ANY, varargs(ANY)], returns: argument(0) }, (x, ...more) => {
  expectTypeOf(x).toBeUnknown();
  expectTypeOf(more).toEqualTypeOf<unknown[]>();
  return x;
});
const larger = udf({ name: 'larger', args: [COMMON_ARG, COMMON_ARG], returns: COMMON }, (a) => a);
const twice = udf({ name: 'twice', args: [logical('INTEGER_NUMERIC')], returns: argument(0) }, (x) => {
  expectTypeOf(x).toEqualTypeOf<number | bigint | null>();
  return x;
});
const decimal = udf({ name: 'decimal', args: [logical('DECIMAL')], returns: argument(0) }, (x) => x);
const size = udf(
  { name: 'size', args: [or(D.STRING(), D.BYTES())], returns: nullableIfArgs(D.INT()), onNull: 'return-null' },
  (value) => {
    expectTypeOf(value).toEqualTypeOf<string | Uint8Array>();
    return value.length;
  },
);
const any = udf(
  { name: 'any', args: [varargs(logical('BOOLEAN'))], returns: nullableIfAllArgs(D.BOOLEAN()) },
  (...all) => all.includes(true),
);
const text = udf({ name: 'text', args: [D.STRING()], returns: forceNullable(varyingString(argument(0))) }, (s) => {
  expectTypeOf(s).toEqualTypeOf<string | null>();
  return s;
});
const given = t.select(($) => ({
  a: first($.n),
  b: first($.s, $.i, 1),
  c: first($.i),
  d: first('x'),
  e: larger($.i, $.n),
  f: larger($.p, 1),
  g: twice($.i),
  h: decimal($.i),
  i: size($.s),
  j: size('x'),
  k: any($.i.isEqual(1), null),
  l: text('x'),
  m: any(),
}));
expectTypeOf(given.schemaType).toEqualTypeOf<{
  a: BIGINT | null;
  b: STRING | null;
  c: INT;
  d: STRING;
  e: BIGINT | null;
  f: DECIMAL;
  g: INT;
  h: DECIMAL;
  i: INT | null;
  j: INT;
  k: BOOLEAN;
  l: STRING | null;
  m: BOOLEAN;
}>();

const describeIt = udf.overloads(
  {
    name: 'describe_it',
    signatures: [
      { args: [D.BIGINT()], returns: D.STRING() },
      { args: [D.STRING(), D.INT()], returns: D.STRING().notNull() },
      { args: [D.DOUBLE()], returns: D.DOUBLE() },
    ],
  },
  (...args) => {
    expectTypeOf(args).toEqualTypeOf<[bigint | null] | [string | null, number | null] | [number | null]>();
    return args.length === 2 ? `${args[0]} ${args[1]}` : Number(args[0]);
  },
);
const described = t.select(($) => ({
  a: describeIt($.n),
  b: describeIt($.s, $.i),
  c: describeIt($.d),
  d: describeIt(1.5),
  e: describeIt(1e-7),
  f: describeIt(5n),
  g: describeIt('x', 1),
}));
expectTypeOf(described.schemaType).toEqualTypeOf<{
  a: STRING | null;
  b: STRING;
  c: DOUBLE | null;
  d: DOUBLE | null;
  e: DOUBLE | null;
  f: STRING | null;
  g: STRING;
}>();

const latest = udaf(
  {
    name: 'latest',
    args: [logical('NUMERIC'), D.STRING()],
    accumulator: {
      last: argument(0),
      all: array(argument(1)),
      n: D.INT().notNull(),
      seen: mapView(argument(0), D.INT()),
    },
    returns: argument(0),
  },
  {
    createAccumulator: () => ({ last: null, all: [], n: 0 }),
    accumulate(accumulator, value, text) {
      expectTypeOf(accumulator.last).toEqualTypeOf<typeof value>();
      expectTypeOf(accumulator.all).toEqualTypeOf<(string | null)[]>();
      expectTypeOf(accumulator.seen.get).returns.toEqualTypeOf<number | null>();
      accumulator.all.push(text);
      return { ...accumulator, last: value };
    },
    getValue: ({ last }) => last,
  },
);
const total = udaf.overloads(
  {
    name: 'total',
    signatures: [
      { args: [D.BIGINT().notNull()], returns: D.BIGINT().notNull() },
      { args: [D.DOUBLE().notNull(), D.INT()], returns: row({ sum: D.DOUBLE(), n: argument(1) }) },
    ],
    accumulator: { texts: listView(D.STRING()), sum: argument(0) },
  },
  {
    createAccumulator: () => ({ sum: 0 }),
    accumulate(accumulator, ...args) {
      expectTypeOf(args).toEqualTypeOf<[bigint] | [number, number | null]>();
      expectTypeOf(accumulator.sum).toEqualTypeOf<bigint | number>();
    },
    getValue: ({ sum }) => (typeof sum === 'bigint' ? sum : { sum, n: 1 }),
  },
);
const top = udtaf(
  {
    name: 'top',
    args: [ANY],
    accumulator: array(argument(0)),
    returns: row({ value: argument(0), place: D.INT().notNull() }),
  },
  {
    createAccumulator: () => [],
    accumulate: (values, value) => [...values, value],
    *emitValue(values) {
      for (const [place, value] of values.entries()) yield { value, place };
    },
  },
);
const grouped = t.groupBy('i');
const aggregated = grouped.select(($) => ({ a: latest($.n, $.s), b: latest($.p, 'x'), c: total($.n.ifNull(1n)) }));
expectTypeOf(aggregated.schemaType).toEqualTypeOf<{ a: BIGINT | null; b: DECIMAL; c: BIGINT }>();
expectTypeOf(grouped.aggregate(($) => total($.d, $.i)).select('sum', 'n').schemaType).toEqualTypeOf<{
  sum: DOUBLE | null;
  n: INT | null;
}>();
expectTypeOf(grouped.flatAggregate(($) => top($.s)).select('value', 'place').schemaType).toEqualTypeOf<{
  value: STRING | null;
  place: INT;
}>();
// @ts-expect-error: a fraction is no BIGINT, and there is but one argument
grouped.select(() => ({ x: total(1.5) }));
// @ts-expect-error: no number
grouped.select(($) => ({ x: latest($.s, $.s) }));
// @ts-expect-error: no signature takes a text
grouped.select(($) => ({ x: total($.s) }));
udaf(
  { name: 'f', args: [ANY], accumulator: { last: argument(0) }, returns: argument(0) },
  // @ts-expect-error: the accumulator has no such field
  { createAccumulator: () => ({ least: null }), accumulate() {}, getValue: ({ last }) => last },
);

// @ts-expect-error: no number
t.select(($) => ({ x: twice($.s) }));
// @ts-expect-error: neither text nor bytes
t.select(($) => ({ x: size($.i) }));
// @ts-expect-error: no type in common
t.select(($) => ({ x: larger($.s, $.i) }));
// @ts-expect-error: no signature takes a text alone
t.select(($) => ({ x: describeIt($.s) }));
// @ts-expect-error: the result is that of the argument
udf({ name: 'f', args: [logical('CHARACTER_STRING')], returns: argument(0) }, (s) => s?.length ?? null);
// @ts-expect-error: no signature gives a truth value
udf.overloads({ name: 'f', signatures: [{ args: [D.INT()], returns: D.INT() }] }, () => true);
