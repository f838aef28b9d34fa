import type { FlinkTypeError } from '../../types/problem.js';
import type { NullHandling } from '../definition.js';
import { rowFunction } from '../row-function.js';
import type { ScalarUdf } from '../scalar-udf.js';
import type { AnnotatedCode, AnnotatedParameters, AnnotatedType } from './annotated-types.js';
import { typesInSource } from './reader.js';

/** What `udf.annotated` is told of a function, besides what its source says. */
export interface AnnotatedUdfOptions {
  /** Its name in plans, metrics and errors; that of the function, the class or the variable if absent. */
  readonly name?: string;
  /** `false` where equal arguments may give other results. */
  readonly deterministic?: boolean;
  /** `'return-null'`: where any argument is NULL the function is not called, and its result is NULL. */
  readonly onNull?: NullHandling;
}

/** A scalar function with the types of its source. */
export type AnnotatedUdf<P extends readonly unknown[], R> = ScalarUdf<AnnotatedParameters<P>, AnnotatedType<R>>;

/** Refuses code with a type that stands for no one SQL type. */
export type Clear<P extends readonly unknown[], R> = [AnnotatedType<R>] extends [never]
  ? FlinkTypeError<'the result is of no one SQL type: declare the types'>
  : true extends { [I in keyof P]: [AnnotatedType<Exclude<P[I], undefined>>] extends [never] ? true : false }[number]
    ? FlinkTypeError<'a parameter is of no one SQL type: declare the types'>
    : unknown;

/** What `udf` has as `udf.annotated`, and is for one argument. */
export function annotated<const P extends readonly unknown[], R>(
  options: AnnotatedUdfOptions,
  code: AnnotatedCode<P, R> & Clear<P, R>,
): AnnotatedUdf<P, R> {
  const { returns, ...types } = typesInSource(options.name, code);
  return rowFunction('scalar', { ...options, ...types }, returns, code) as AnnotatedUdf<P, R>;
}
