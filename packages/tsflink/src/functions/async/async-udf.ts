import type { AnnotatedCode, Clear, PromisedIn } from '../annotations/annotated-types.js';
import { type AnnotatedUdf, annotatedAsyncUdf } from '../annotations/annotated-udf.js';
import type { ClassOf, Lifecycle, ObjectOf } from '../code.js';
import type { NullHandling } from '../definition.js';
import { asyncOverloads } from '../inference/overloaded-async-udf.js';
import type { ResultType, ResultValueOf } from '../inference/result-types.js';
import type { ParameterTypes } from '../parameter-types.js';
import { rowFunction } from '../row-function.js';
import type { ArgumentsOf, ScalarUdf } from '../scalar-udf.js';
import type { ScalarUdfOptions } from '../udf.js';

/** What {@link asyncUdf} is told of a function: what `udf` is, but for `vectorised`. */
export type AsyncUdfOptions<A extends ParameterTypes, R extends ResultType, N extends NullHandling> = Omit<
  ScalarUdfOptions<A, R, N>,
  'vectorised'
>;

/** An asynchronous scalar function as object. */
export interface AsyncScalarFunction<A extends ParameterTypes, R extends ResultType, N extends NullHandling>
  extends Lifecycle {
  /** Called for each row; what its promise resolves to is the result. */
  eval(...args: ArgumentsOf<A, N>): PromiseLike<ResultValueOf<R, A>>;
}

/** The code of an asynchronous scalar function: a function, an object with `eval`, or a class of such objects. */
export type AsyncScalarCode<A extends ParameterTypes, R extends ResultType, N extends NullHandling, O = unknown> =
  | ((...args: ArgumentsOf<A, N>) => PromiseLike<ResultValueOf<R, A>>)
  | ObjectOf<AsyncScalarFunction<A, R, N>, O>
  | ClassOf<AsyncScalarFunction<A, R, N>>;

/**
 * A scalar function that waits: for a service, a database, a timer. Flink goes on with further rows meanwhile, as many
 * as `table.exec.async-scalar.max-concurrent-operations` allows in each subtask, and gives the results in the order of
 * the rows. A call whose promise is rejected, or does not settle within `tsflink.function.timeout`, is made again by
 * Flink's retry strategy (`table.exec.async-scalar.retry-strategy` …) before the job fails. Rows whose calls were not
 * done when a checkpoint was taken are called for again after a recovery. In streaming mode only, as in Flink. Maps to
 * Flink's `AsyncScalarFunction`.
 *
 * Without options, the types are those that the function has in its source.
 *
 * Throws FUNCTION_NAME_MISSING for an anonymous function without `name`, FUNCTION_INVALID for an object without `eval`.
 * @example
 * const ipToProvince = asyncUdf(
 *   { name: 'ip_to_province', args: [STRING().notNull()], returns: STRING().notNull() },
 *   async (ip) => (await (await fetch(`http://localhost:8080/?ip=${ip}`)).text()),
 * );
 * table.select(($) => ({ province: ipToProvince($.client_ip) }));
 */
export function asyncUdf<const P extends readonly unknown[], R>(
  code: AnnotatedCode<P, R> & Clear<P, PromisedIn<R>>,
): AnnotatedUdf<P, PromisedIn<R>>;
export function asyncUdf<
  const A extends ParameterTypes,
  R extends ResultType,
  const N extends NullHandling = 'call',
  O = unknown,
>(options: AsyncUdfOptions<A, R, N>, code: AsyncScalarCode<A, R, N, O>): ScalarUdf<A, R>;
export function asyncUdf(first: unknown, code?: unknown): unknown {
  if (code === undefined) return annotatedAsyncUdf({}, first as AnnotatedCode<[], Promise<string>>);
  const options = first as AsyncUdfOptions<ParameterTypes, ResultType, NullHandling>;
  return rowFunction('asyncScalar', options, options.returns, code);
}

/** The same with options for a function that says its types in its source. */
asyncUdf.annotated = annotatedAsyncUdf;

/** The same with several signatures, as `udf.overloads` has them. */
asyncUdf.overloads = asyncOverloads;
