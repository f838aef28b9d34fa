import type { Expr } from '../expressions/expr.js';
import type { ScopeOf } from '../expressions/expression.js';
import type { Operand } from '../expressions/operands.js';
import type { DataType, TypeIn, ValueIn } from '../types/data-type.js';
import type { FlinkTypeError } from '../types/problem.js';
import type { ClassOf, Lifecycle, ObjectOf } from './code.js';
import type { ColumnOf, ResultColumnOf } from './column-types.js';
import type { FunctionDefinition, NullHandling } from './definition.js';
import type { ResultType, ResultTypeOf, ResultValueOf } from './inference/result-types.js';
import type { OptionalParameter, ParameterTypes, TypeOfParameter, VariadicParameter } from './parameter-types.js';

type Value<D, N extends NullHandling> = N extends 'return-null' ? NonNullable<ValueIn<D>> : ValueIn<D>;

// What may be left out may be NULL, also where NULLs are not called for.
type Argument<P, N extends NullHandling, V extends boolean> =
  P extends OptionalParameter<infer D> ? Given<D, 'call', V> : Given<TypeOfParameter<P>, N, V>;

type Given<D, N extends NullHandling, V extends boolean> = V extends true ? ColumnOf<D, N> : Value<D, N>;

type Positional<A extends readonly unknown[], N extends NullHandling, V extends boolean> = A extends readonly [
  ...infer H,
  VariadicParameter<infer D>,
]
  ? [...Positional<H, N, V>, ...rest: Argument<D, N, V>[]]
  : { -readonly [I in keyof A]: Argument<A[I], N, V> };

/**
 * The JavaScript arguments that a function gets: one by one, or as one object where parameters are named. They are
 * columns if it is vectorised.
 */
export type ArgumentsOf<
  A extends ParameterTypes,
  N extends NullHandling,
  V extends boolean = false,
> = A extends readonly DataType[]
  ? { -readonly [I in keyof A]: Given<A[I], N, V> }
  : A extends readonly unknown[]
    ? Positional<A, N, V>
    : [args: { -readonly [K in keyof A]: Argument<A[K], N, V> }];

/** The JavaScript result of a function: a value, or a column if it is vectorised. */
export type ResultOf<R, A extends ParameterTypes, V extends boolean = false> = V extends true
  ? ResultColumnOf<R>
  : ResultValueOf<R, A>;

/** A scalar function as object. */
export interface ScalarFunction<
  A extends ParameterTypes,
  R extends ResultType,
  N extends NullHandling,
  V extends boolean = false,
> extends Lifecycle {
  /** Called for each row, or once for many if it is vectorised. */
  eval(...args: ArgumentsOf<A, N, V>): ResultOf<R, A, V>;
}

/** The code of a scalar function: a function, an object with `eval`, or a class of such objects. */
export type ScalarCode<
  A extends ParameterTypes,
  R extends ResultType,
  N extends NullHandling,
  V extends boolean = false,
  O = unknown,
> =
  | ((...args: ArgumentsOf<A, N, V>) => ResultOf<R, A, V>)
  | ObjectOf<ScalarFunction<A, R, N, V>, O>
  | ClassOf<ScalarFunction<A, R, N, V>>;

/** What a call in an expression takes: one by one, or as one object where parameters are named. */
export type OperandsOf<A extends ParameterTypes> = A extends readonly DataType[]
  ? { readonly [I in keyof A]: Operand<TypeIn<A[I]>> }
  : A extends readonly unknown[]
    ? PositionalOperands<A>
    : readonly [
        args: { readonly [K in keyof A as A[K] extends OptionalParameter ? never : K]: Operand<TypeIn<A[K]>> } & {
          readonly [K in keyof A as A[K] extends OptionalParameter ? K : never]?: Operand<
            TypeIn<TypeOfParameter<A[K]>>
          >;
        },
      ];

type PositionalOperands<A extends readonly unknown[]> = A extends readonly [infer P, ...infer T]
  ? P extends VariadicParameter<infer D>
    ? readonly Operand<TypeIn<D>>[]
    : P extends OptionalParameter<infer D>
      ? readonly [Operand<TypeIn<D>>?, ...PositionalOperands<T>]
      : readonly [Operand<TypeIn<P>>, ...PositionalOperands<T>]
  : readonly [];

/** The scopes that operands draw on. */
export type Scopes<A extends ParameterTypes, X extends readonly unknown[]> = A extends readonly unknown[]
  ? ScopeOf<X[number]>
  : ScopeOf<X[0][keyof X[0]]>;

/** The expression of a call. */
export type CallOf<C, L> = [C] extends [never]
  ? FlinkTypeError<'the arguments have no type in common: cast them'>
  : Expr<C, L>;

/** A scalar function, called in expressions like any function; arguments are checked against their types. */
export interface ScalarUdf<A extends ParameterTypes, R extends ResultType> {
  <const X extends OperandsOf<A>>(...args: X): CallOf<ResultTypeOf<R, A, X>, Scopes<A, X>>;
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
}

/** Any function that {@link udf} made. */
export interface AnyUdf {
  readonly udf: FunctionDefinition;
}

/** Tells functions of Flink from other values. */
export function isUdf(value: unknown): value is AnyUdf {
  return typeof value === 'function' && 'udf' in value;
}
