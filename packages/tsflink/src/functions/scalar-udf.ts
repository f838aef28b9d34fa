import type { Expr } from '../expressions/expr.js';
import type { ScopeOf } from '../expressions/expression.js';
import type { Operand } from '../expressions/operands.js';
import type { DataType, TypeIn, ValueIn } from '../types/data-type.js';
import type { ColumnTypes } from '../types/data-types.js';
import type { ClassOf, Lifecycle } from './code.js';
import type { FunctionDefinition, NullHandling } from './definition.js';

/** Types of parameters: by position, or by name. */
export type ParameterTypes = readonly DataType[] | ColumnTypes;

type Value<D, N extends NullHandling> = N extends 'return-null' ? NonNullable<ValueIn<D>> : ValueIn<D>;

/** The JavaScript arguments that a function gets: one by one, or as one object where parameters are named. */
export type ArgumentsOf<A extends ParameterTypes, N extends NullHandling> = A extends readonly DataType[]
  ? { -readonly [I in keyof A]: Value<A[I], N> }
  : [args: { -readonly [K in keyof A]: Value<A[K], N> }];

/** A scalar function as object. */
export interface ScalarFunction<A extends ParameterTypes, R extends DataType, N extends NullHandling>
  extends Lifecycle {
  eval(...args: ArgumentsOf<A, N>): ValueIn<R>;
}

/** The code of a scalar function: a function, an object with `eval`, or a class of such objects. */
export type ScalarCode<A extends ParameterTypes, R extends DataType, N extends NullHandling> =
  | ((...args: ArgumentsOf<A, N>) => ValueIn<R>)
  | ScalarFunction<A, R, N>
  | ClassOf<ScalarFunction<A, R, N>>;

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
