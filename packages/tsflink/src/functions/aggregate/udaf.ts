import { callOf } from '../../expressions/build.js';
import type { Agg } from '../../expressions/expr.js';
import type { DataType, TypeIn, ValueIn } from '../../types/data-type.js';
import type { FunctionDefinition } from '../definition.js';
import type { ParameterTypes } from '../parameter-types.js';
import type { ArgumentsOf, OperandsOf } from '../scalar-udf.js';
import type { AccumulatorOf, AccumulatorType, NewAccumulatorOf } from './accumulator.js';
import { defineAggregate, defineColumnAggregate } from './definition.js';
import type { Aggregator, HandlingOf, Implementation, RowsWithNull } from './implementation.js';
import type { AggregateOptions } from './options.js';

/** What {@link udaf} is told of a function. */
export interface AggregateUdfOptions<
  A extends ParameterTypes,
  C extends AccumulatorType,
  R extends DataType,
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
  R extends DataType,
  N extends RowsWithNull,
  V extends boolean,
  O = unknown,
> = V extends true
  ? (...columns: ArgumentsOf<A, HandlingOf<N>, true>) => ValueIn<R>
  : Implementation<Aggregator<AccumulatorOf<C>, ArgumentsOf<A, HandlingOf<N>>, ValueIn<R>, NewAccumulatorOf<C>>, O>;

/** An aggregate function, called in expressions like any function; arguments are checked against their types. */
export interface AggregateUdf<A extends ParameterTypes, R extends DataType> {
  <const X extends OperandsOf<A>>(...args: X): Agg<TypeIn<R>>;
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
export function udaf<
  const A extends ParameterTypes,
  R extends DataType,
  const C extends AccumulatorType = never,
  const N extends RowsWithNull = 'call',
  const V extends boolean = false,
  O = unknown,
>(options: AggregateUdfOptions<A, C, R, N, V>, implementation: AggregateCode<A, C, R, N, V, O>): AggregateUdf<A, R> {
  const { definition, parameters } =
    options.vectorised === true
      ? defineColumnAggregate(options, implementation as object)
      : defineAggregate('aggregate', options, implementation as object, ['getValue']);
  const call = (...args: unknown[]) =>
    callOf({ case: 'definition', definition }, parameters.operands(definition.name, args));
  return Object.assign(call, { udf: definition }) as AggregateUdf<A, R>;
}
