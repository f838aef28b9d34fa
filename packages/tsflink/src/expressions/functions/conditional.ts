import type { DataType, TypeIn } from '../../types/data-type.js';
import type { FlinkTypeError } from '../../types/problem.js';
import type { BOOLEAN, STRING } from '../../types/sql-types.js';
import type { Untyped } from '../../types/untyped.js';
import type { NullOf } from '../../types/values.js';
import type { BooleanExpression } from '../boolean-expression.js';
import type { Expr } from '../expr.js';
import type { Expression, ScopeOf, TypeOf } from '../expression.js';
import type { AnyOperand, CommonOf } from '../result.js';
import { functionCall } from './function-call.js';

type Condition = Expression<BOOLEAN | null, Untyped> | boolean;
type Combined<A extends readonly unknown[]> = BooleanExpression<
  BOOLEAN | NullOf<TypeOf<A[number]>>,
  ScopeOf<A[number]>
>;
/** The expression of the common type; without one, an error at compile time where it is used. */
export type OneOf<What extends string, C, L> = [C] extends [never]
  ? FlinkTypeError<`the ${What} have no type in common: cast them`>
  : Expr<C, L>;

/** `AND` of two or more. */
export const and = <A extends readonly [Condition, Condition, ...Condition[]]>(...conditions: A): Combined<A> =>
  functionCall('and', ...conditions);
/** `OR` of two or more. */
export const or = <A extends readonly [Condition, Condition, ...Condition[]]>(...conditions: A): Combined<A> =>
  functionCall('or', ...conditions);
/** `NOT` */
export const not = <X extends Condition>(condition: X): BooleanExpression<TypeOf<X>, ScopeOf<X>> =>
  functionCall('not', condition);

/** `ifTrue` where the condition is true, `ifFalse` where it is false or NULL; the other one is not computed. */
export const ifThenElse = <X extends Condition, const A extends AnyOperand, const B extends AnyOperand>(
  condition: X,
  ifTrue: A,
  ifFalse: B,
): OneOf<'branches', CommonOf<[A, B]>, ScopeOf<X> | ScopeOf<A> | ScopeOf<B>> =>
  functionCall('ifThenElse', condition, ifTrue, ifFalse);

type AllNullable<A extends readonly unknown[]> = A extends readonly [infer First, ...infer Rest]
  ? null extends TypeOf<First>
    ? AllNullable<Rest>
    : false
  : true;
/** The first that is not NULL. */
export const coalesce = <const A extends readonly [AnyOperand, ...AnyOperand[]]>(
  ...values: A
): OneOf<'values', AllNullable<A> extends true ? CommonOf<A> : NonNullable<CommonOf<A>>, ScopeOf<A[number]>> =>
  functionCall('coalesce', ...values);
/** The largest of the values; NULL where one is. */
export const greatest = <const A extends readonly [AnyOperand, ...AnyOperand[]]>(
  ...values: A
): OneOf<'values', CommonOf<A>, ScopeOf<A[number]>> => functionCall('greatest', ...values);
/** The smallest of the values; NULL where one is. */
export const least = <const A extends readonly [AnyOperand, ...AnyOperand[]]>(
  ...values: A
): OneOf<'values', CommonOf<A>, ScopeOf<A[number]>> => functionCall('least', ...values);

/** NULL of a type. */
export const nullOf = <D extends DataType>(type: D): Expr<NonNullable<TypeIn<D>> | null, never> =>
  functionCall('nullOf', type);
/** The type of an expression, as Flink spells it: `BIGINT NOT NULL`. */
export const typeOf = <X extends AnyOperand>(value: X, forceSerializable?: boolean): Expr<STRING | null, ScopeOf<X>> =>
  functionCall('typeOf', value, forceSerializable);
