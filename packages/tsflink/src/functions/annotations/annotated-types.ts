import type { Temporal } from 'temporal-polyfill';
import type { DataType } from '../../types/data-type.js';
import type { FlinkTypeError } from '../../types/problem.js';
import type * as T from '../../types/sql-types.js';
import type { IsUntyped } from '../../types/untyped.js';
import type { ClassOf, Lifecycle } from '../code.js';
import type { OptionalParameter, VariadicParameter } from '../parameter-types.js';

type Column<V> =
  IsUntyped<V> extends true
    ? never
    : [V] extends [string]
      ? T.STRING
      : [V] extends [boolean]
        ? T.BOOLEAN
        : [V] extends [bigint]
          ? T.BIGINT
          : [V] extends [number]
            ? T.DOUBLE
            : [V] extends [Uint8Array]
              ? T.BYTES
              : [V] extends [Date]
                ? T.TIMESTAMP_LTZ
                : [V] extends [Temporal.Instant]
                  ? T.TIMESTAMP_LTZ
                  : [V] extends [Temporal.PlainDateTime]
                    ? T.TIMESTAMP
                    : [V] extends [Temporal.PlainDate]
                      ? T.DATE
                      : [V] extends [Temporal.PlainTime]
                        ? T.TIME
                        : [V] extends [readonly (infer E)[]]
                          ? Nested<T.ARRAY<ColumnOf<E>>, ColumnOf<E>>
                          : [V] extends [ReadonlyMap<infer K, infer W>]
                            ? Nested<T.MAP<ColumnOf<K>, ColumnOf<W>>, ColumnOf<K>, ColumnOf<W>>
                            : RowOf<V>;

// What has methods is no row.
type RowOf<V> = V extends object
  ? [keyof V] extends [never]
    ? never
    : true extends { [K in keyof V]: V[K] extends (...args: never) => unknown ? true : false }[keyof V]
      ? never
      : true extends { [K in keyof V]-?: [ColumnOf<V[K]>] extends [never] ? true : false }[keyof V]
        ? never
        : T.ROW<{ -readonly [K in keyof V]: ColumnOf<V[K]> }>
  : never;

type Nested<C, A, B = unknown> = [A] extends [never] ? never : [B] extends [never] ? never : C;

type ColumnOf<V> = [V] extends [null]
  ? never
  : Column<NonNullable<V>> extends infer C
    ? [C] extends [never]
      ? never
      : null extends V
        ? C | null
        : C
    : never;

/** The data type that a TypeScript type stands for; `never` where it stands for no one. */
export type AnnotatedType<V> = [ColumnOf<V>] extends [never] ? never : DataType<ColumnOf<V>, V>;

/** The types of parameters that those of a function stand for. */
export type AnnotatedParameters<P extends readonly unknown[]> = P extends readonly []
  ? []
  : P extends readonly [infer First, ...infer Rest]
    ? [AnnotatedType<First>, ...AnnotatedParameters<Rest>]
    : number extends P['length']
      ? [VariadicParameter<AnnotatedType<P[number]>>]
      : P extends readonly [(infer First)?, ...infer Rest]
        ? [OptionalParameter<AnnotatedType<Exclude<First, undefined>>>, ...AnnotatedParameters<Rest>]
        : never;

/** A row of what a table function gives. */
export type RowIn<R> = NonNullable<R> extends string ? never : NonNullable<R> extends Iterable<infer V> ? V : never;

/** A row of what an asynchronous table function gives. */
export type RowLaterIn<R> = R extends AsyncIterable<infer V> ? V : R extends PromiseLike<infer P> ? RowIn<P> : never;

/** What an asynchronous function promises. */
export type PromisedIn<R> = R extends PromiseLike<infer V> ? V : never;

/** Refuses code with a type that stands for no one SQL type: of a parameter, or `V`, that of its results. */
export type Clear<P extends readonly unknown[], V> = [AnnotatedType<V>] extends [never]
  ? FlinkTypeError<'the result is of no one SQL type: declare the types'>
  : true extends { [I in keyof P]: [AnnotatedType<Exclude<P[I], undefined>>] extends [never] ? true : false }[number]
    ? FlinkTypeError<'a parameter is of no one SQL type: declare the types'>
    : unknown;

/** A function whose types are read from its source, or an object or class with such an `eval`. */
export type AnnotatedCode<P extends readonly unknown[], R> =
  | ((...args: P) => R)
  | AnnotatedFunction<P, R>
  | ClassOf<AnnotatedFunction<P, R>>;

/** The same as object. */
export interface AnnotatedFunction<P extends readonly unknown[], R> extends Lifecycle {
  /** Called for each row. */
  eval(...args: P): R;
}
