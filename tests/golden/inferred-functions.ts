import { DataTypes, InputTypeStrategies, TypeStrategies, udf, varargs } from 'tsflink';

const D = DataTypes;
const { ANY, COMMON_ARG, logical, or } = InputTypeStrategies;
const { argument, COMMON, forceNullable, nullableIfAllArgs, nullableIfArgs, varyingString } = TypeStrategies;

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
