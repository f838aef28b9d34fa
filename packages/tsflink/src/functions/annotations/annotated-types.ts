import type { Temporal } from 'temporal-polyfill';
import type { DataType } from '../../types/data-type.js';
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
