// What must compile of aggregate functions, with the types it has, and what must not (`@ts-expect-error`).
import {
  type Agg,
  type BIGINT,
  DataTypes,
  type DOUBLE,
  defineTable,
  type Expression,
  type INT as INTTYPE,
  type ListView,
  listView,
  type MapView,
  mapView,
  type ROW as ROWTYPE,
  type TableAgg,
  TableEnvironment,
  udaf,
  udtaf,
  value,
} from 'tsflink';
import { expectTypeOf } from 'vitest';

const { ARRAY, BIGINT: Big, DOUBLE: Double, INT, ROW, STRING } = DataTypes;
const orders = TableEnvironment.create().from(
  defineTable(
    'orders',
    { customer: STRING(), price: Double(), quantity: INT().notNull() },
    { with: { connector: 'x' } },
  ),
);

const average = udaf(
  {
    name: 'average',
    args: [Double(), INT().notNull()],
    accumulator: { sum: Double().notNull(), last: Big() },
    returns: Double(),
  },
  {
    createAccumulator: () => ({ sum: 0, last: null }),
    accumulate(accumulator, price, quantity) {
      expectTypeOf(accumulator).toEqualTypeOf<{ sum: number; last: bigint | null }>();
      expectTypeOf(price).toEqualTypeOf<number | null>();
      expectTypeOf(quantity).toEqualTypeOf<number>();
    },
    merge(accumulator, others) {
      expectTypeOf(others).toEqualTypeOf<readonly { sum: number; last: bigint | null }[]>();
      return accumulator;
    },
    getValue: ({ sum }) => sum,
  },
);
const count = udaf(
  { args: { s: STRING() }, accumulator: Big().notNull(), returns: Big().notNull(), onNull: 'skip' },
  class Count {
    createAccumulator = () => 0n;
    accumulate = (n: bigint, { s }: { s: string }) => n + BigInt(s.length);
    getValue = (n: bigint) => n;
  },
);
const seen = udaf(
  {
    name: 'seen',
    args: [STRING()],
    accumulator: { n: Big().notNull(), texts: mapView(STRING(), INT()), all: listView(Double().notNull()) },
    returns: Big(),
  },
  {
    createAccumulator: () => ({ n: 0n }),
    accumulate({ n, texts, all }) {
      expectTypeOf(n).toEqualTypeOf<bigint>();
      expectTypeOf(texts).toEqualTypeOf<MapView<string, number | null>>();
      expectTypeOf(all).toEqualTypeOf<ListView<number>>();
      return { n: n + 1n };
    },
    merge: (accumulator, others) => {
      for (const { texts } of others) accumulator.texts.putAll(texts);
    },
    getValue: ({ n }) => n,
  },
);
expectTypeOf(seen('a')).toEqualTypeOf<Agg<BIGINT | null>>();
udaf(
  { name: 'f', args: [STRING()], accumulator: { texts: listView(STRING()) }, returns: Big() },
  {
    createAccumulator: () => ({}),
    // @ts-expect-error an element of another type
    accumulate: ({ texts }) => texts.add(1),
    getValue: ({ texts }) => BigInt(texts.get().length),
  },
);
// @ts-expect-error a value of the state of a process table function
udaf({ name: 'f', args: [STRING()], accumulator: { texts: value({ a: STRING() }) }, returns: Big() }, {});

orders.groupBy('customer').select('customer', ($) => {
  const value = average($.price, $.quantity);
  expectTypeOf(value).toEqualTypeOf<Agg<DOUBLE | null>>();
  expectTypeOf(count({ s: 'literal' })).toEqualTypeOf<Agg<BIGINT>>();
  return { value, distinct: average($.price, 1).distinct().plus(1) };
});
// @ts-expect-error an argument of another type
orders.select(($) => ({ value: average($.customer, $.quantity) }));
// @ts-expect-error too few arguments
orders.select(($) => ({ value: average($.price) }));
// @ts-expect-error an aggregate beside a plain column
orders.select('customer', ($) => ({ value: average($.price, $.quantity) })).execute();
// @ts-expect-error an aggregate is no condition of rows
orders.where(($) => average($.price, $.quantity).isGreater(1));

const options = { name: 'f', args: [Double()], accumulator: Double().notNull(), returns: Double() } as const;
udaf(options, {
  // @ts-expect-error an accumulator of another type
  createAccumulator: () => 'nothing',
  accumulate: () => {},
  getValue: (a) => a,
});
udaf(options, {
  createAccumulator: () => 0,
  // @ts-expect-error another accumulator in its place, of another type
  accumulate: (_, x) => `${x}`,
  getValue: (a) => a,
});
udaf(options, {
  createAccumulator: () => 0,
  accumulate: (a, x) => a + (x ?? 0),
  // @ts-expect-error a value of another type
  getValue: () => 'a',
});
// @ts-expect-error a method is missing
udaf(options, { createAccumulator: () => 0, accumulate: (a, x) => a + (x ?? 0) });

const median = udaf(
  { name: 'median', args: [Double().notNull(), STRING()], returns: Double(), vectorised: true },
  (a, b) => {
    expectTypeOf(a).toEqualTypeOf<Float64Array>();
    expectTypeOf(b).toEqualTypeOf<readonly (string | null)[]>();
    return a[0] ?? null;
  },
);
expectTypeOf(median(1.5, 'a')).toEqualTypeOf<Agg<DOUBLE | null>>();
// @ts-expect-error a value, not a column
udaf({ name: 'f', args: [Double()], returns: Double(), vectorised: true }, (a) => a);

// ---------------------------------------------------------------- table aggregate functions
const top2 = udtaf(
  {
    name: 'top2',
    args: [INT().notNull()],
    accumulator: ARRAY(INT().notNull()).notNull(),
    returns: ROW({ value: INT(), rank: INT() }),
  },
  {
    createAccumulator: () => [],
    accumulate: (values, value) => [...values, value].sort((a, b) => b - a).slice(0, 2),
    *emitValue(values, out) {
      out.collect({ value: 1, rank: 1 });
      // @ts-expect-error a row of other columns
      out.collect({ value: 1 });
      // @ts-expect-error nothing is taken back here
      out.retract({ value: 1, rank: 1 });
      for (const [i, value] of values.entries()) yield { value, rank: i + 1 };
    },
    emitUpdateWithRetract: (_, out) => out.retract({ value: null, rank: 1 }),
  },
);
expectTypeOf(top2(1)).toEqualTypeOf<TableAgg<ROWTYPE<{ value: INTTYPE | null; rank: INTTYPE | null }> | null>>();
// @ts-expect-error a table aggregate is no column
orders.select(($) => ({ value: top2($.quantity).plus(1) }));

// ---------------------------------------------------------------- columns of what a function gives
const spread = udaf(
  {
    name: 'spread',
    args: [INT().notNull()],
    accumulator: INT(),
    returns: ROW({ low: INT(), high: Big().notNull() }),
  },
  { createAccumulator: () => null, accumulate: (_, n) => n, getValue: (low) => ({ low, high: 0n }) },
);
orders
  .groupBy('customer')
  .aggregate(($) => spread($.quantity))
  .select('customer', ($) => {
    expectTypeOf($.high.plus(1n)).toExtend<Expression<BIGINT>>();
    return [$.low];
  });
orders
  .groupBy('customer')
  .aggregate(($) => spread($.quantity).as('least', 'most'))
  .select('customer', 'least', 'most');
orders.flatAggregate(($) => top2($.quantity).as('score', 'place')).select('score', 'place');
// @ts-expect-error named otherwise
orders.aggregate(($) => spread($.quantity).as('least', 'most')).select('low');
// @ts-expect-error named otherwise
orders.flatAggregate(($) => top2($.quantity).as('score', 'place')).select('value');
