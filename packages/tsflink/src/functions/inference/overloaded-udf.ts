import type { ClassOf, Lifecycle, ObjectOf } from '../code.js';
import type { FunctionDefinition, NullHandling } from '../definition.js';
import type { EngineOptions } from '../engine.js';
import type { ParameterType } from '../parameter-types.js';
import { openFunction } from '../row-function.js';
import type { ArgumentsOf, CallOf, OperandsOf, Scopes } from '../scalar-udf.js';
import type { Fitting } from './fitting.js';
import type { ResultType, ResultTypeOf, ResultValueOf } from './result-types.js';
import { signature } from './signatures.js';
import { resultStrategy } from './type-strategy.js';

/** One form of the calls of a function with several. */
export interface Signature<
  A extends readonly ParameterType[] = readonly ParameterType[],
  R extends ResultType = ResultType,
> {
  /** The types of its parameters, or strategies for them, by position. */
  readonly args: A;
  /** The type of its result, or a strategy for it. */
  readonly returns: R;
}

/** What `udf.overloads` is told of a function. */
export interface OverloadedUdfOptions<S extends readonly unknown[], N extends NullHandling> extends EngineOptions {
  /** Its name in plans, metrics and errors; that of the JavaScript function or class if absent. */
  readonly name?: string;
  /** The forms of its calls: the first one that takes the arguments without a cast is called, else the first that does with one. */
  readonly signatures: S;
  /** `false` where equal arguments may give other results. */
  readonly deterministic?: boolean;
  /** `'return-null'`: where any argument is NULL the function is not called, and its result is NULL. */
  readonly onNull?: N;
}

/** The arguments of all signatures. */
export type EachArguments<S extends readonly Parameterised[], N extends NullHandling> = {
  [I in keyof S]: ArgumentsOf<S[I]['args'], N>;
}[number];
/** The results of all signatures. */
export type EachResult<S extends readonly Signature[]> = {
  [I in keyof S]: ResultValueOf<S[I]['returns'], S[I]['args']>;
}[number];

interface Parameterised {
  readonly args: readonly ParameterType[];
}

/** The code of a function with several signatures: it gets the arguments of any of them, and gives an `R`. */
export type OverloadedCode<S extends readonly Parameterised[], N extends NullHandling, R, O = unknown> =
  | ((...args: EachArguments<S, N>) => R)
  | ObjectOf<OverloadedFunction<S, N, R>, O>
  | ClassOf<OverloadedFunction<S, N, R>>;

/** The same as object. */
export interface OverloadedFunction<S extends readonly Parameterised[], N extends NullHandling, R> extends Lifecycle {
  /** Called for each row. */
  eval(...args: EachArguments<S, N>): R;
}

/** A function with several signatures: the compiler and the planner tell by the arguments which one is called. */
export type OverloadedUdf<S extends readonly Signature[]> = Calls<S> & {
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
};

type Calls<S extends readonly Signature[]> = S extends readonly [
  infer First extends Signature,
  ...infer Rest extends readonly Signature[],
]
  ? Call<First['args'], First['returns']> & Calls<Rest>
  : unknown;

type Call<A extends readonly ParameterType[], R extends ResultType> = <const X extends OperandsOf<A>>(
  ...args: X & Fitting<A, X>
) => CallOf<ResultTypeOf<R, A, X>, Scopes<A, X>>;

/** What `udf` has as `udf.overloads`. */
export function overloads<
  const S extends readonly [Signature, ...Signature[]],
  const N extends NullHandling = 'call',
  O = unknown,
>(options: OverloadedUdfOptions<S, N>, code: OverloadedCode<S, N, EachResult<S>, O>): OverloadedUdf<S> {
  const signatures = options.signatures.map(({ args, returns }) => signature(args, resultStrategy(returns)));
  return openFunction('scalar', options, signatures, code) as OverloadedUdf<S>;
}
