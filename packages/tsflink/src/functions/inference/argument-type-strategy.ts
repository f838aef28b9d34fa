import { DataType, type TYPE, type Typed, type TypeIn, type VALUE, type ValueIn } from '../../types/data-type.js';
import type { SqlType } from '../../types/sql-types.js';
import type { ValueOf } from '../../types/values.js';
import type { LogicalTypes } from './logical-types.js';
import type { ArgumentStrategyNode } from './nodes.js';

/**
 * Which arguments a parameter takes, in place of one type: its type in a call is told by the arguments of the call. `C`
 * are the column types that it takes, `V` the values that the function gets; `S` says whether arguments keep their
 * types. Made by {@link InputTypeStrategies}. Maps to Flink's `ArgumentTypeStrategy`.
 */
export class ArgumentTypeStrategy<out C = unknown, out V = unknown, out S = unknown> implements Typed<C, V> {
  declare readonly [TYPE]: C;
  declare readonly [VALUE]: V;
  declare readonly types: S;

  /** @internal */
  constructor(
    /** The strategy as plain data. */
    readonly strategy: ArgumentStrategyNode,
  ) {}
}

type Values<C> = ArgumentTypeStrategy<C | null, ValueOf<C> | null, 'given'>;

/**
 * Strategies for the types of arguments, in the place of types of parameters. Functions with strategies take their
 * arguments by position. Maps to Flink's `InputTypeStrategies`.
 * @example
 * const { ANY, COMMON_ARG, logical, or } = InputTypeStrategies;
 * const first = udf({ name: 'first', args: [ANY, varargs(ANY)], returns: TypeStrategies.argument(0) }, (x) => x);
 * first($.id); // BIGINT
 * first($.name); // STRING
 */
export const InputTypeStrategies = {
  /** Any argument, as it is. */
  ANY: new ArgumentTypeStrategy<SqlType | null, unknown, 'given'>({ case: 'group', group: 'ANY' }),
  /** Arguments that are cast to the common type of all arguments of the call. */
  COMMON_ARG: new ArgumentTypeStrategy<SqlType | null, unknown, 'common'>({ case: 'group', group: 'COMMON_ARG' }),
  /** Arguments whose types are of a family or a root: `logical('NUMERIC')`, `logical('DECIMAL')`. */
  logical: <const F extends keyof LogicalTypes>(family: F): Values<LogicalTypes[F]> =>
    new ArgumentTypeStrategy({ case: 'logical', name: family }),
  /** Arguments that one of several types or strategies takes: `or(INT(), logical('CHARACTER_STRING'))`. */
  or: <const D extends readonly (DataType | ArgumentTypeStrategy)[]>(
    ...alternatives: D
  ): ArgumentTypeStrategy<TypeIn<D[number]>, ValueIn<D[number]>, 'given'> =>
    new ArgumentTypeStrategy({ case: 'or', alternatives: alternatives.map(argumentStrategy) }),
};

/** The strategy of a parameter, as plain data. */
export function argumentStrategy(type: DataType | ArgumentTypeStrategy): ArgumentStrategyNode {
  return type instanceof DataType ? { case: 'explicit', type: type.node } : type.strategy;
}
