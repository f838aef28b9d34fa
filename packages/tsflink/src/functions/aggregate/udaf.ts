import type { Agg } from '../../expressions/expr.js';
import type { FlinkTypeError } from '../../types/problem.js';
import { type AnnotatedAggregateUdf, type AnnotatedAggregator, annotatedUdaf } from '../annotations/annotated-udaf.js';
import type { FunctionDefinition } from '../definition.js';
import type { ResultType, ResultTypeOf, ResultValueOf } from '../inference/result-types.js';
import type { ParameterTypes } from '../parameter-types.js';
import type { ArgumentsOf, OperandsOf } from '../scalar-udf.js';
import type { AccumulatorOf, AccumulatorType, NewAccumulatorOf } from './accumulator.js';
import { aggregateFunction, columnAggregate } from './definition.js';
import type { Aggregator, HandlingOf, Implementation, RowsWithNull } from './implementation.js';
import type { AggregateOptions } from './options.js';
import { aggregateOverloads } from './overloads.js';

/** What {@link udaf} is told of a function. */
export interface AggregateUdfOptions<
  A extends ParameterTypes,
  C extends AccumulatorType,
  R extends ResultType,
  N extends RowsWithNull,
  V extends boolean,
> extends AggregateOptions<A, C, R, N> {
  /** Whether it is a function of all rows of a group at once, given as columns; it has no accumulator then. */
  readonly vectorised?: V;
}

/** The code of an aggregate function: an object with methods or a class of such objects; a function of columns if it is vectorised. */
export type AggregateCode<
  A extends ParameterTypes,
  C extends AccumulatorType,
  R extends ResultType,
  N extends RowsWithNull,
  V extends boolean,
  O = unknown,
> = V extends true
  ? (...columns: ArgumentsOf<A, HandlingOf<N>, true>) => ResultValueOf<R, A>
  : Implementation<
      Aggregator<AccumulatorOf<C, A>, ArgumentsOf<A, HandlingOf<N>>, ResultValueOf<R, A>, NewAccumulatorOf<C, A>>,
      O
    >;

/** What a call of an aggregate function is; an error in its type where it is of none. */
export type AggOf<C> = [C] extends [never] ? FlinkTypeError<'the arguments have no type in common: cast them'> : Agg<C>;

/** An aggregate function, called in expressions like any function; arguments are checked against their types. */
export interface AggregateUdf<A extends ParameterTypes, R extends ResultType> {
  <const X extends OperandsOf<A>>(...args: X): AggOf<ResultTypeOf<R, A, X>>;
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
}

/**
 * An aggregate function: one value of many rows. It is an object with methods, or a class of which each subtask makes
 * one. Its accumulators are kept in Flink's state, and survive failures. Used like a built-in aggregate: grouped, over
 * all rows, in windows and OVER windows, in streaming and in batch. Maps to Flink's `AggregateFunction`.
 *
 * With `vectorised: true` it is a function of all rows of a group at once: a column for each parameter, as those of a
 * vectorised scalar function are. The rows of each group are kept in the state until then: it is for batch jobs,
 * windows, and groups that stay small.
 *
 * Without options, the types are those that its methods have in the source.
 *
 * Throws FUNCTION_INVALID without `accumulator`, `createAccumulator`, `accumulate` or `getValue`.
 * @example
 * const weightedAverage = udaf(
 *   {
 *     name: 'weighted_average',
 *     args: [DOUBLE().notNull(), INT().notNull()],
 *     accumulator: { sum: DOUBLE().notNull(), weight: INT().notNull() },
 *     returns: DOUBLE(),
 *   },
 *   {
 *     createAccumulator: () => ({ sum: 0, weight: 0 }),
 *     accumulate(accumulator, value, weight) {
 *       accumulator.sum += value * weight;
 *       accumulator.weight += weight;
 *     },
 *     getValue: ({ sum, weight }) => (weight === 0 ? null : sum / weight),
 *   },
 * );
 * orders.groupBy('customer').select('customer', ($) => ({ average: weightedAverage($.price, $.quantity) }));
 */
export function udaf<C, const P extends readonly unknown[], R>(
  code: AnnotatedAggregator<C, P, R>,
): AnnotatedAggregateUdf<P, R>;
export function udaf<
  const A extends ParameterTypes,
  R extends ResultType,
  const C extends AccumulatorType = never,
  const N extends RowsWithNull = 'call',
  const V extends boolean = false,
  O = unknown,
>(options: AggregateUdfOptions<A, C, R, N, V>, implementation: AggregateCode<A, C, R, N, V, O>): AggregateUdf<A, R>;
export function udaf(first: unknown, code?: object): unknown {
  if (code === undefined) return annotatedUdaf({}, first as AnnotatedAggregator<unknown, [], string>);
  const options = first as AggregateUdfOptions<ParameterTypes, AccumulatorType, ResultType, RowsWithNull, boolean>;
  return options.vectorised === true ? columnAggregate(options, code) : aggregateFunction('aggregate', options, code);
}

/** The same with options for a function that says its types in its source. */
udaf.annotated = annotatedUdaf;

/** The same with several signatures, as `udf.overloads` has them. */
udaf.overloads = aggregateOverloads;
