import { DataTypes, InputTypeStrategies, listView, mapView, TypeStrategies, udaf, udf, varargs } from 'tsflink';

const D = DataTypes;
const { ANY, COMMON_ARG, logical, or } = InputTypeStrategies;
const { argument, array, COMMON, forceNullable, nullableIfAllArgs, nullableIfArgs, row, varyingString } =
  TypeStrategies;

/** A function with every strategy, which a plan is made of. */
export const inferred = udf.overloads(
  {
    name: 'inferred_ts',
    signatures: [
      { args: [D.BIGINT().bridgedTo('number')], returns: nullableIfArgs(D.BIGINT()) },
      { args: [logical('NUMERIC'), logical('DECIMAL')], returns: forceNullable(argument(1)) },
      { args: [or(D.STRING(), logical('BINARY_STRING')), ANY], returns: varyingString(argument(0)) },
      { args: [COMMON_ARG, varargs(COMMON_ARG)], returns: nullableIfAllArgs(COMMON) },
    ],
  },
  () => null,
);

/** An aggregate whose accumulators are of every strategy, too. */
export const inferredAggregate = udaf(
  {
    name: 'inferred_aggregate_ts',
    args: [ANY, logical('NUMERIC')],
    accumulator: {
      all: array(argument(1)),
      count: D.INT().notNull(),
      seen: mapView(argument(0), D.BIGINT().bridgedTo('number')),
      texts: listView(D.STRING()),
    },
    returns: row({ first: forceNullable(argument(0)), all: array(argument(1)) }),
  },
  { createAccumulator: () => ({ all: [], count: 0 }), accumulate() {}, getValue: ({ all }) => ({ first: null, all }) },
);
