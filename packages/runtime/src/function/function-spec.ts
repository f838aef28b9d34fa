import type { Field, TypeNode } from '../codec/index.js';
import type { ViewSpec } from '../state/view-spec.js';

/** A parameter of a function; maps to Java's `FunctionDescriptor.Parameter`. */
export interface ParameterSpec extends Field {
  /** Whether a call may leave it out; it is NULL then. */
  readonly optional?: boolean;
  /** Whether it stands for any number of arguments; only the last one. */
  readonly variadic?: boolean;
}

/** A function as its caller describes it; maps to Java's `FunctionDescriptor`. */
export interface FunctionSpec {
  readonly name: string;
  /** Hash of the artifact that holds it. */
  readonly artifact: string;
  readonly exportName: string;
  readonly parameters: readonly ParameterSpec[];
  /** The type of a result, or of a row of results. */
  readonly returns: TypeNode;
  readonly onNull: 'call' | 'return-null';
  /** Whether the code takes its arguments as one object. */
  readonly namedArguments?: boolean;
  /** Whether it is called for many rows at once, with a column for each parameter. */
  readonly vectorised?: boolean;
  /** The type of accumulators, of an aggregate. */
  readonly accumulator?: TypeNode;
  /** The views of accumulators: fields whose content is not part of {@link accumulator}. */
  readonly views?: readonly ViewSpec[];
  /** The methods that the function's object has. */
  readonly methods?: readonly string[];
  /** Where the user's program defines it: `src/functions.ts:12`. */
  readonly source?: string;
}

/** The parameter of an argument: the last one stands for all that follow. */
export function parameterOf({ parameters }: Pick<FunctionSpec, 'parameters'>, argument: number): ParameterSpec {
  return parameters[Math.min(argument, parameters.length - 1)] as ParameterSpec;
}

/** Whether a function that is not called for NULLs minds one in an argument. What may be left out may be NULL. */
export function skipsNull(fn: FunctionSpec, argument: number): boolean {
  return fn.onNull === 'return-null' && parameterOf(fn, argument).optional !== true;
}
