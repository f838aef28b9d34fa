import { DataType } from '../../types/data-type.js';
import { namedFields } from '../../types/data-types.js';
import type { ResultChange, ResultStrategyNode } from './nodes.js';

/** What a type strategy tells the type by; for the compiler. */
export type TypeRule =
  | { readonly argument: number }
  | { readonly common: true }
  | { readonly change: ResultChange; readonly initial: unknown }
  | { readonly array: unknown }
  | { readonly row: unknown };

/** The type of a function's results, told by each call. Made by {@link TypeStrategies}. Maps to Flink's `TypeStrategy`. */
export class TypeStrategy<out S extends TypeRule = TypeRule> {
  declare readonly rule: S;

  /** @internal */
  constructor(
    /** The strategy as plain data. */
    readonly strategy: ResultStrategyNode,
  ) {}
}

type Changed<C extends ResultChange, R> = TypeStrategy<{ readonly change: C; readonly initial: R }>;

/**
 * Strategies for the types of results and accumulators, in the place of a type. Maps to Flink's `TypeStrategies`;
 * `array` and `row` stand for the lambdas that Java has for a `TypeStrategy`.
 * @example
 * const { argument, COMMON, nullableIfArgs } = TypeStrategies;
 * const size = udf(
 *   { name: 'size', args: [InputTypeStrategies.ANY], returns: nullableIfArgs(INT()), onNull: 'return-null' },
 *   (value) => String(value).length,
 * );
 */
export const TypeStrategies = {
  /** The type of the argument at a position, from 0. */
  argument: <const I extends number>(position: I): TypeStrategy<{ readonly argument: I }> =>
    new TypeStrategy({ case: 'argument', position }),
  /** The common type of all arguments. */
  COMMON: new TypeStrategy<{ readonly common: true }>({ case: 'common' }),
  /** A type that is nullable where an argument is, and else is not. */
  nullableIfArgs: <R extends DataType | TypeStrategy>(initial: R): Changed<'nullableIfArgs', R> =>
    changed('nullableIfArgs', initial),
  /** A type that is nullable where all arguments are, and else is not. */
  nullableIfAllArgs: <R extends DataType | TypeStrategy>(initial: R): Changed<'nullableIfAllArgs', R> =>
    changed('nullableIfAllArgs', initial),
  /** A type that is nullable, whatever the arguments are. */
  forceNullable: <R extends DataType | TypeStrategy>(initial: R): Changed<'forceNullable', R> =>
    changed('forceNullable', initial),
  /** VARCHAR in place of CHAR, and VARBINARY in place of BINARY. */
  varyingString: <R extends DataType | TypeStrategy>(initial: R): Changed<'varyingString', R> =>
    changed('varyingString', initial),
  /** An ARRAY NOT NULL of elements of a type. */
  array: <R extends DataType | TypeStrategy>(element: R): TypeStrategy<{ readonly array: R }> =>
    new TypeStrategy({ case: 'array', element: resultStrategy(element) }),
  /** A ROW NOT NULL of fields of some types: `row({ value: argument(0), place: INT() })`. */
  row: <F extends Readonly<Record<string, DataType | TypeStrategy>>>(fields: F): TypeStrategy<{ readonly row: F }> =>
    new TypeStrategy({ case: 'row', fields: namedFields(fields, resultStrategy) }),
};

function changed<C extends ResultChange, R extends DataType | TypeStrategy>(change: C, initial: R): Changed<C, R> {
  return new TypeStrategy({ case: 'changed', change, initial: resultStrategy(initial) });
}

/** The strategy of results, as plain data. */
export function resultStrategy(returns: DataType | TypeStrategy): ResultStrategyNode {
  return returns instanceof DataType ? { case: 'explicit', type: returns.node } : returns.strategy;
}
