import { callOf } from '../../expressions/build.js';
import type { Expression, Named } from '../../expressions/expression.js';
import type { AggScope } from '../../expressions/scope.js';
import type { DataType, TypeIn, ValueIn } from '../../types/data-type.js';
import type { FunctionDefinition } from '../definition.js';
import type { ParameterTypes } from '../parameter-types.js';
import type { ArgumentsOf, OperandsOf } from '../scalar-udf.js';
import type { AccumulatorOf, AccumulatorType, NewAccumulatorOf } from './accumulator.js';
import { defineAggregate } from './definition.js';
import type { HandlingOf, Implementation, RowsWithNull, TableAggregator } from './implementation.js';
import type { AggregateOptions } from './options.js';

declare const TABLE_AGGREGATE: unique symbol;

/** A call of a table aggregate function, whose rows are of type `C`: for `flatAggregate`. */
export interface TableAgg<out C> extends Expression<C, AggScope> {
  readonly [TABLE_AGGREGATE]: C;
  /** Names the columns, by position; of more than one their types are not followed. */
  as<const N extends string>(...names: [N, ...N[]]): TableAgg<C> & Named<N>;
}

/** A table aggregate function, called in `flatAggregate`; arguments are checked against their types. */
export interface TableAggregateUdf<A extends ParameterTypes, R extends DataType> {
  <const X extends OperandsOf<A>>(...args: X): TableAgg<TypeIn<R>>;
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
}

/**
 * A table aggregate function: many rows of many rows, as the largest two of each group. Otherwise like {@link udaf}.
 * Its rows are ROWs, whose fields become columns, or values of any other type, which are one column. Maps to Flink's
 * `TableAggregateFunction`; like that, it runs in streaming mode, and SQL cannot call it.
 *
 * Throws FUNCTION_INVALID without `createAccumulator`, `accumulate` and `emitValue` or `emitUpdateWithRetract`.
 * @example
 * const top2 = udtaf(
 *   {
 *     name: 'top2',
 *     args: [INT().notNull()],
 *     accumulator: { values: ARRAY(INT().notNull()).notNull() },
 *     returns: ROW({ value: INT(), rank: INT() }),
 *   },
 *   {
 *     createAccumulator: () => ({ values: [] as number[] }),
 *     accumulate(accumulator, value) {
 *       accumulator.values = [...accumulator.values, value].sort((a, b) => b - a).slice(0, 2);
 *     },
 *     *emitValue({ values }) {
 *       for (const [i, value] of values.entries()) yield { value, rank: i + 1 };
 *     },
 *   },
 * );
 */
export function udtaf<
  const A extends ParameterTypes,
  const C extends AccumulatorType,
  R extends DataType,
  const N extends RowsWithNull = 'call',
  O = unknown,
>(
  options: AggregateOptions<A, C, R, N>,
  implementation: Implementation<
    TableAggregator<AccumulatorOf<C>, ArgumentsOf<A, HandlingOf<N>>, ValueIn<R>, NewAccumulatorOf<C>>,
    O
  >,
): TableAggregateUdf<A, R> {
  const { definition, parameters } = defineAggregate('tableAggregate', options, implementation, [
    'emitValue|emitUpdateWithRetract',
  ]);
  const call = (...args: unknown[]) =>
    callOf({ case: 'definition', definition }, parameters.operands(definition.name, args));
  return Object.assign(call, { udf: definition }) as TableAggregateUdf<A, R>;
}
