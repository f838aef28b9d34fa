import type { AnnotatedCode, Clear } from './annotations/annotated-types.js';
import { type AnnotatedUdf, annotatedUdf } from './annotations/annotated-udf.js';
import type { NullHandling } from './definition.js';
import type { EngineOptions } from './engine.js';
import { overloads } from './inference/overloaded-udf.js';
import type { ResultType } from './inference/result-types.js';
import type { ParameterTypes } from './parameter-types.js';
import { rowFunction } from './row-function.js';
import type { ScalarCode, ScalarUdf } from './scalar-udf.js';

/** What {@link udf} is told of a function. */
export interface ScalarUdfOptions<
  A extends ParameterTypes,
  R extends ResultType,
  N extends NullHandling,
  V extends boolean = false,
> extends EngineOptions {
  /** Its name in plans, metrics and errors; that of the JavaScript function or class if absent. */
  readonly name?: string;
  /**
   * The types of its parameters: `[STRING(), INT()]`, or by name: `{ ip: STRING(), port: INT() }`; or a list of
   * {@link InputTypeStrategies}.
   */
  readonly args: A;
  /** The type of its result, or one of {@link TypeStrategies}. */
  readonly returns: R;
  /** `false` where equal arguments may give other results, as of a random number or a clock. */
  readonly deterministic?: boolean;
  /** `'return-null'`: where any argument is NULL the function is not called, and its result is NULL. */
  readonly onNull?: N;
  /** `true`: called once for a batch of rows, with a column for each parameter; it returns a column of results. */
  readonly vectorised?: V;
}

/**
 * A scalar function with the types of its source: `string` is STRING, `bigint` BIGINT, `number` DOUBLE, `boolean`
 * BOOLEAN, `Uint8Array` BYTES, `Date` and `Temporal.Instant` TIMESTAMP_LTZ; `| null` beside them, arrays and Maps of
 * them. Its name is that of the function or class, or of the variable. `udf.annotated(options, code)` takes options too.
 *
 * Throws FUNCTION_INVALID where a type is missing or not clear, or the source is not there.
 * @example
 * const shorten = udf((text: string, length: bigint | null): string => text.slice(0, Number(length ?? 10n)));
 */
export function udf<const P extends readonly unknown[], R>(code: AnnotatedCode<P, R> & Clear<P, R>): AnnotatedUdf<P, R>;
/**
 * A scalar function: one value of each row's arguments. It is shipped with the variables that it uses, as they are when
 * the job is submitted, and with all that it imports. Parameters of nullable types may be `null`. Besides a plain
 * function it may be an object with a method `eval`, or a class of such objects, which may also have `open(context)`
 * and `close()`. Maps to Flink's `ScalarFunction`.
 *
 * Throws FUNCTION_NAME_MISSING for an anonymous function without `name`, FUNCTION_INVALID for an object without `eval`.
 * @example
 * const ipToProvince = udf(
 *   { name: 'ip_to_province', args: [STRING()], returns: STRING() },
 *   (ip) => (ip === null ? null : lookup(ip)),
 * );
 * table.select(($) => ({ province: ipToProvince($.client_ip) }));
 * @example
 * const celsius = udf(
 *   { name: 'celsius', args: [DOUBLE().notNull()], returns: DOUBLE().notNull(), vectorised: true },
 *   (fahrenheit) => fahrenheit.map((f) => ((f - 32) * 5) / 9),
 * );
 */
export function udf<
  const A extends ParameterTypes,
  R extends ResultType,
  const N extends NullHandling = 'call',
  const V extends boolean = false,
  O = unknown,
>(options: ScalarUdfOptions<A, R, N, V>, code: ScalarCode<A, R, N, V, O>): ScalarUdf<A, R>;
export function udf(first: unknown, code?: unknown): unknown {
  if (code === undefined) return annotatedUdf({}, first as AnnotatedCode<[], string>);
  const options = first as ScalarUdfOptions<ParameterTypes, ResultType, NullHandling, boolean>;
  return rowFunction('scalar', options, options.returns, code);
}

/**
 * A scalar function with several signatures: Flink's classes with several `eval` methods. The planner tells by the types
 * of a call's arguments which one is called; a call that none takes is refused with a list of them.
 * @example
 * const describe = udf.overloads(
 *   {
 *     name: 'describe',
 *     signatures: [
 *       { args: [BIGINT()], returns: STRING() },
 *       { args: [STRING(), INT()], returns: STRING() },
 *     ],
 *   },
 *   (...args) => (args.length === 1 ? `number ${args[0]}` : args[0].slice(0, args[1])),
 * );
 */
udf.overloads = overloads;

/**
 * A scalar function with the types of its source, and options.
 * @example
 * const dice = udf.annotated({ deterministic: false }, (sides: number): number => Math.ceil(Math.random() * sides));
 */
udf.annotated = annotatedUdf;
