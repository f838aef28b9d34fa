import type { FlinkTypeError } from '../../types/problem.js';
import type { AccumulatorType } from '../aggregate/accumulator.js';
import { type AggregateKind, aggregateFunction } from '../aggregate/definition.js';
import type { Aggregator, RowsWithNull, TableAggregator } from '../aggregate/implementation.js';
import type { AccumulatingOptions } from '../aggregate/options.js';
import type { AggregateUdf } from '../aggregate/udaf.js';
import type { TableAggregateUdf } from '../aggregate/udtaf.js';
import type { ClassOf } from '../code.js';
import type { AnnotatedParameters, AnnotatedType, Clear } from './annotated-types.js';
import { aggregateTypesInSource } from './reader.js';

/** What `udaf.annotated` and `udtaf.annotated` are told of a function, besides what its source says. */
export interface AnnotatedAggregateOptions extends AccumulatingOptions<AccumulatorType, RowsWithNull> {}

/** An aggregate function whose types are read from its source: an object with methods, or a class of such objects. */
export type AnnotatedAggregator<C, P extends readonly unknown[], R> =
  | Aggregator<C, P, R>
  | ClassOf<Aggregator<C, P, R>>;

/** A table aggregate function whose types are read from its source. */
export type AnnotatedTableAggregator<C, P extends readonly unknown[], R> =
  | TableAggregator<C, P, R>
  | ClassOf<TableAggregator<C, P, R>>;

// The code itself cannot be refused: the compiler would look at the types before it knows those of all methods.
type Cleared<P extends readonly unknown[], R, U> = Clear<P, R> extends FlinkTypeError<infer M> ? FlinkTypeError<M> : U;

/** An aggregate function with the types of its source; an error in its type where they stand for no one SQL type. */
export type AnnotatedAggregateUdf<P extends readonly unknown[], R> = Cleared<
  P,
  R,
  AggregateUdf<AnnotatedParameters<P>, AnnotatedType<R>>
>;

/** A table aggregate function with the types of its source; an error in its type where they stand for no one SQL type. */
export type AnnotatedTableAggregateUdf<P extends readonly unknown[], R> = Cleared<
  P,
  R,
  TableAggregateUdf<AnnotatedParameters<P>, AnnotatedType<R>>
>;

/** What `udaf` has as `udaf.annotated`, and is for one argument. */
export function annotatedUdaf<C, const P extends readonly unknown[], R>(
  options: AnnotatedAggregateOptions,
  code: AnnotatedAggregator<C, P, R>,
): AnnotatedAggregateUdf<P, R> {
  return annotated('aggregate', options, code) as AnnotatedAggregateUdf<P, R>;
}

/** The same of `udtaf`. */
export function annotatedUdtaf<C, const P extends readonly unknown[], R>(
  options: AnnotatedAggregateOptions,
  code: AnnotatedTableAggregator<C, P, R>,
): AnnotatedTableAggregateUdf<P, R> {
  return annotated('tableAggregate', options, code) as AnnotatedTableAggregateUdf<P, R>;
}

function annotated(kind: AggregateKind, options: AnnotatedAggregateOptions, code: object): unknown {
  return aggregateFunction(kind, { ...options, ...aggregateTypesInSource(kind, options, code) }, code);
}
