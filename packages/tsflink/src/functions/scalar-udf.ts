import type { Expr } from '../expressions/expr.js';
import type { ScopeOf } from '../expressions/expression.js';
import type { Operand } from '../expressions/operands.js';
import type { DataType, TypeIn, ValueIn } from '../types/data-type.js';
import type { ColumnTypes } from '../types/data-types.js';
import type { ClassOf, Lifecycle } from './code.js';
import type { ColumnOf, ResultColumnOf } from './column-types.js';
import type { FunctionDefinition, NullHandling } from './definition.js';

/** Types of parameters: by position, or by name. */
export type ParameterTypes = readonly DataType[] | ColumnTypes;

type Value<D, N extends NullHandling> = N extends 'return-null' ? NonNullable<ValueIn<D>> : ValueIn<D>;

type Argument<D, N extends NullHandling, V extends boolean> = V extends true ? ColumnOf<D, N> : Value<D, N>;

/**
 * The JavaScript arguments that a function gets: one by one, or as one object where parameters are named. They are
 * columns if it is vectorised.
 */
export type ArgumentsOf<
  A extends ParameterTypes,
  N extends NullHandling,
  V extends boolean = false,
> = A extends readonly DataType[]
  ? { -readonly [I in keyof A]: Argument<A[I], N, V> }
  : [args: { -readonly [K in keyof A]: Argument<A[K], N, V> }];

/** The JavaScript result of a function: a value, or a column if it is vectorised. */
export type ResultOf<R, V extends boolean = false> = V extends true ? ResultColumnOf<R> : ValueIn<R>;

/** A scalar function as object. */
export interface ScalarFunction<
  A extends ParameterTypes,
  R extends DataType,
  N extends NullHandling,
  V extends boolean = false,
> extends Lifecycle {
  eval(...args: ArgumentsOf<A, N, V>): ResultOf<R, V>;
}

/** The code of a scalar function: a function, an object with `eval`, or a class of such objects. */
export type ScalarCode<
  A extends ParameterTypes,
  R extends DataType,
  N extends NullHandling,
  V extends boolean = false,
> =
  | ((...args: ArgumentsOf<A, N, V>) => ResultOf<R, V>)
  | ScalarFunction<A, R, N, V>
  | ClassOf<ScalarFunction<A, R, N, V>>;

/** What a call in an expression takes: one by one, or as one object where parameters are named. */
export type OperandsOf<A extends ParameterTypes> = A extends readonly DataType[]
  ? { readonly [I in keyof A]: Operand<TypeIn<A[I]>> }
  : readonly [args: { readonly [K in keyof A]: Operand<TypeIn<A[K]>> }];

type Scopes<A extends ParameterTypes, X extends readonly unknown[]> = A extends readonly DataType[]
  ? ScopeOf<X[number]>
  : ScopeOf<X[0][keyof X[0]]>;

/** A scalar function, called in expressions like any function; arguments are checked against their types. */
export interface ScalarUdf<A extends ParameterTypes, R extends DataType> {
  <const X extends OperandsOf<A>>(...args: X): Expr<TypeIn<R>, Scopes<A, X>>;
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
}

/** Any function that {@link udf} made. */
export interface AnyUdf {
  readonly udf: FunctionDefinition;
}
