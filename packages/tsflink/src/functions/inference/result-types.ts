import type { TypeOf } from '../../expressions/expression.js';
import type { CommonOf } from '../../expressions/result.js';
import type { DataType, TypeIn, ValueIn } from '../../types/data-type.js';
import type * as T from '../../types/sql-types.js';
import type { Flat, NullOf } from '../../types/values.js';
import type { ParameterTypes, TypeOfParameter } from '../parameter-types.js';
import type { ArgumentTypeStrategy } from './argument-type-strategy.js';
import type { TypeStrategy } from './type-strategy.js';

/** What stands for the type of results. */
export type ResultType = DataType | TypeStrategy;

/** The column type of a call's result, by the types of the parameters `A` and the operands `X`. */
export type ResultTypeOf<R, A extends ParameterTypes, X extends readonly unknown[]> =
  R extends DataType<infer C, unknown>
    ? C
    : R extends TypeStrategy<infer S>
      ? S extends { readonly argument: infer I extends number }
        ? ArgumentTypeOf<ParameterAt<A, I>, X, I>
        : S extends { readonly change: infer H; readonly initial: infer R0 }
          ? Changed<H, ResultTypeOf<R0, A, X>, X>
          : S extends { readonly array: infer E }
            ? T.ARRAY<ResultTypeOf<E, A, X>>
            : S extends { readonly row: infer F }
              ? T.ROW<{ -readonly [K in keyof F]: ResultTypeOf<F[K], A, X> }>
              : CommonOf<X>
      : never;

type Changed<H, C, X extends readonly unknown[]> = H extends 'nullableIfArgs'
  ? NonNullable<C> | NullOf<TypeOf<X[number]>>
  : H extends 'nullableIfAllArgs'
    ? NonNullable<C> | (X extends readonly [] ? never : AllNullable<X> extends true ? null : never)
    : H extends 'forceNullable'
      ? C | null
      : C;

type AllNullable<X extends readonly unknown[]> = X extends readonly [infer First, ...infer Rest]
  ? null extends TypeOf<First>
    ? AllNullable<Rest>
    : false
  : true;

type ArgumentTypeOf<P, X extends readonly unknown[], I extends number> =
  P extends ArgumentTypeStrategy<infer C, unknown, infer S>
    ? S extends 'common'
      ? CommonOf<X>
      : TypeOf<X[I]> extends C
        ? TypeOf<X[I]>
        : NonNullable<C> | NullOf<TypeOf<X[I]>>
    : TypeIn<P>;

/** The parameter of the argument at a position: a variadic one is that of all that follow. */
type ParameterAt<A extends ParameterTypes, I extends number> = A extends readonly unknown[]
  ? I extends keyof A
    ? TypeOfParameter<A[I]>
    : `${I}` extends keyof A
      ? TypeOfParameter<A[`${I}`]>
      : TypeOfParameter<A[number]>
  : never;

/** The JavaScript value that a function returns. */
export type ResultValueOf<R, A extends ParameterTypes> =
  R extends DataType<unknown, infer V>
    ? V
    : R extends TypeStrategy<infer S>
      ? S extends { readonly argument: infer I extends number }
        ? ValueIn<ParameterAt<A, I>>
        : S extends { readonly change: infer H; readonly initial: infer R0 }
          ? H extends 'varyingString'
            ? ResultValueOf<R0, A>
            : ResultValueOf<R0, A> | null
          : S extends { readonly array: infer E }
            ? ResultValueOf<E, A>[]
            : S extends { readonly row: infer F }
              ? Flat<{ -readonly [K in keyof F]: ResultValueOf<F[K], A> }>
              : A extends readonly unknown[]
                ? ValueIn<TypeOfParameter<A[number]>>
                : never
      : never;
