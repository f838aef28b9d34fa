import type { SqlType } from './sql-types.js';
import type { IsUntyped, Untyped } from './untyped.js';

/** The JavaScript value of a column type: `bigint | null` of `BIGINT | null`. */
export type ValueOf<C> = C extends SqlType<string, infer V> ? V : null;

/** The JavaScript row of a schema: what `collect()` yields. */
export type RowOf<S> =
  IsUntyped<S> extends true
    ? Untyped
    : { -readonly [K in keyof S]: IsUntyped<S[K]> extends true ? Untyped : ValueOf<S[K]> };

/** The kind of a column type, whether nullable or not: `'BIGINT'`. */
export type KindOf<C> = NonNullable<C> extends { readonly kind: infer K extends string } ? K : never;

/** `null` where the column type is nullable, else `never`. */
export type NullOf<C> = IsUntyped<C> extends true ? never : Extract<C, null>;

/** The spelling of a column type in error messages: `BIGINT NOT NULL`. */
export type NameOf<C> =
  IsUntyped<C> extends true ? 'an unknown type' : `${KindOf<C>}${null extends C ? '' : ' NOT NULL'}`;

/** Expands aliases, so that editors show the columns. */
export type Flat<T> = T extends infer O ? { [K in keyof O]: O[K] } : never;

/** The intersection of the members of a union. */
export type UnionToIntersection<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void
  ? I
  : never;
