import type { Expression, Named } from '../../expressions/expression.js';
import type { AggScope } from '../../expressions/scope.js';
import {
  type AnnotatedTableAggregateUdf,
  type AnnotatedTableAggregator,
  annotatedUdtaf,
} from '../annotations/annotated-udaf.js';
import type { FunctionDefinition } from '../definition.js';
import type { ResultType, ResultTypeOf, ResultValueOf } from '../inference/result-types.js';
import type { ParameterTypes } from '../parameter-types.js';
import type { ArgumentsOf, OperandsOf } from '../scalar-udf.js';
import type { AccumulatorOf, AccumulatorType, NewAccumulatorOf } from './accumulator.js';
import { aggregateFunction } from './definition.js';
import type { HandlingOf, Implementation, RowsWithNull, TableAggregator } from './implementation.js';
import type { AggregateOptions } from './options.js';
import { tableAggregateOverloads } from './overloads.js';

declare const TABLE_AGGREGATE: unique symbol;

/** A call of a table aggregate function, whose rows are of type `C`: for `flatAggregate`. */
export interface TableAgg<out C> extends Expression<C, AggScope> {
  readonly [TABLE_AGGREGATE]: C;
  /** Names the columns, by position; of more than one their types are not followed. */
  as<const N extends string>(...names: [N, ...N[]]): TableAgg<C> & Named<N>;
}

/** A table aggregate function, called in `flatAggregate`; arguments are checked against their types. */
export interface TableAggregateUdf<A extends ParameterTypes, R extends ResultType> {
  <const X extends OperandsOf<A>>(...args: X): TableAgg<ResultTypeOf<R, A, X>>;
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
}

/**
 * A table aggregate function: many rows of many rows, as the largest two of each group. Otherwise like {@link udaf}.
 * Its rows are ROWs, whose fields become columns, or values of any other type, which are one column. Maps to Flink's
 * `TableAggregateFunction`; like that, it runs in streaming mode, and SQL cannot call it.
 *
 * Without options, the types are those that its methods have in the source.
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
export function udtaf<C, const P extends readonly unknown[], R>(
  code: AnnotatedTableAggregator<C, P, R>,
): AnnotatedTableAggregateUdf<P, R>;
export function udtaf<
  const A extends ParameterTypes,
  const C extends AccumulatorType,
  R extends ResultType,
  const N extends RowsWithNull = 'call',
  O = unknown,
>(
  options: AggregateOptions<A, C, R, N>,
  implementation: Implementation<
    TableAggregator<AccumulatorOf<C, A>, ArgumentsOf<A, HandlingOf<N>>, ResultValueOf<R, A>, NewAccumulatorOf<C, A>>,
    O
  >,
): TableAggregateUdf<A, R>;
export function udtaf(first: unknown, code?: object): unknown {
  if (code === undefined) return annotatedUdtaf({}, first as AnnotatedTableAggregator<unknown, [], string>);
  const options = first as AggregateOptions<ParameterTypes, AccumulatorType, ResultType, RowsWithNull>;
  return aggregateFunction('tableAggregate', options, code);
}

/** The same with options for a function that says its types in its source. */
udtaf.annotated = annotatedUdtaf;

/** The same with several signatures, as `udf.overloads` has them. */
udtaf.overloads = tableAggregateOverloads;
