import type { NullHandling } from '../definition.js';
import type { EngineOptions } from '../engine.js';
import { type RowKind, rowFunction } from '../row-function.js';
import type { ScalarUdf } from '../scalar-udf.js';
import type { TableUdf } from '../table/table-udf.js';
import type {
  AnnotatedCode,
  AnnotatedParameters,
  AnnotatedType,
  Clear,
  PromisedIn,
  RowIn,
  RowLaterIn,
} from './annotated-types.js';
import { typesInSource } from './reader.js';

/** What `udf.annotated` and its like are told of a function, besides what its source says. */
export interface AnnotatedUdfOptions extends EngineOptions {
  /** Its name in plans, metrics and errors; that of the function, the class or the variable if absent. */
  readonly name?: string;
  /** `false` where equal arguments may give other results. */
  readonly deterministic?: boolean;
  /** `'return-null'`: where any argument is NULL the function is not called, and its result is NULL, or no row. */
  readonly onNull?: NullHandling;
}

/** A scalar function with the types of its source; `V` is that of its results. */
export type AnnotatedUdf<P extends readonly unknown[], V> = ScalarUdf<AnnotatedParameters<P>, AnnotatedType<V>>;

/** A table function with the types of its source; `V` is that of a row, whose fields are columns. */
export type AnnotatedTableUdf<P extends readonly unknown[], V> = TableUdf<AnnotatedParameters<P>, AnnotatedType<V>>;

/** What `udf` has as `udf.annotated`, and is for one argument. */
export function annotatedUdf<const P extends readonly unknown[], R>(
  options: AnnotatedUdfOptions,
  code: AnnotatedCode<P, R> & Clear<P, R>,
): AnnotatedUdf<P, R> {
  return annotated('scalar', options, code) as AnnotatedUdf<P, R>;
}

/** The same of `asyncUdf`. */
export function annotatedAsyncUdf<const P extends readonly unknown[], R>(
  options: AnnotatedUdfOptions,
  code: AnnotatedCode<P, R> & Clear<P, PromisedIn<R>>,
): AnnotatedUdf<P, PromisedIn<R>> {
  return annotated('asyncScalar', options, code) as AnnotatedUdf<P, PromisedIn<R>>;
}

/** The same of `udtf`. */
export function annotatedUdtf<const P extends readonly unknown[], R>(
  options: AnnotatedUdfOptions,
  code: AnnotatedCode<P, R> & Clear<P, RowIn<R>>,
): AnnotatedTableUdf<P, RowIn<R>> {
  return annotated('table', options, code) as AnnotatedTableUdf<P, RowIn<R>>;
}

/** The same of `asyncUdtf`. */
export function annotatedAsyncUdtf<const P extends readonly unknown[], R>(
  options: AnnotatedUdfOptions,
  code: AnnotatedCode<P, R> & Clear<P, RowLaterIn<R>>,
): AnnotatedTableUdf<P, RowLaterIn<R>> {
  return annotated('asyncTable', options, code) as AnnotatedTableUdf<P, RowLaterIn<R>>;
}

function annotated(kind: RowKind, options: AnnotatedUdfOptions, code: unknown): unknown {
  const { returns, ...types } = typesInSource(kind, options.name, code);
  return rowFunction(kind, { ...options, ...types }, returns, code);
}
