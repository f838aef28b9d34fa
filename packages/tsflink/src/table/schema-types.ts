import type { Expression, NameIn } from '../expressions/expression.js';
import type { Common } from '../types/casting.js';
import type { TIMESTAMP, TIMESTAMP_LTZ, TimeAttribute } from '../types/sql-types.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { UnionToIntersection } from '../types/values.js';
import type { Projected } from './projection-types.js';

/** The schema with every column nullable: the outer side of a join. */
export type AllNull<S> = IsUntyped<S> extends true ? Untyped : { [K in keyof S]: S[K] | null };

/** The columns of both. */
export type Merge<L, R> =
  IsUntyped<L> extends true
    ? Untyped
    : IsUntyped<R> extends true
      ? Untyped
      : { [K in keyof L | keyof R]: K extends keyof L ? L[K] : K extends keyof R ? R[K] : never };

/** Regular joins and aggregations turn time attributes into plain timestamps. */
export type Plain<C> = C extends TimeAttribute ? (C extends TIMESTAMP ? TIMESTAMP : TIMESTAMP_LTZ) : C;
/** The schema without time attributes. */
export type PlainAll<S> = IsUntyped<S> extends true ? Untyped : { [K in keyof S]: Plain<S[K]> };

/** The columns of `S`, and those of `P` in place of those of the same name. */
export type Replace<S, P> =
  IsUntyped<S> extends true
    ? Untyped
    : { [K in keyof S | keyof P]: K extends keyof P ? P[K] : K extends keyof S ? S[K] : never };

/** The columns that expressions under aliases make. */
export type Aliased<P> = { -readonly [K in keyof P]: P[K] extends Expression<infer C, unknown> ? C : never };

/** The columns without some. */
export type Dropped<S, K> = IsUntyped<S> extends true ? Untyped : { [C in Exclude<keyof S, K>]: S[C] };

// (not a key-remapping mapped type: those cost the square of the number of columns here)
type OldName<M, N> = { [O in keyof M]: M[O] extends N ? O : never }[keyof M];
/** The columns after `renameColumns`. */
export type Renamed<S, M> =
  IsUntyped<S> extends true
    ? Untyped
    : {
        [N in Exclude<keyof S, keyof M> | (M[keyof M] & string)]: N extends M[keyof M]
          ? S[OldName<M, N> & keyof S]
          : N extends keyof S
            ? S[N]
            : never;
      };

/** The columns of a union: each of the common type. */
export type UnionOf<S, R> =
  IsUntyped<S> extends true
    ? Untyped
    : IsUntyped<R> extends true
      ? Untyped
      : { [K in keyof S]: K extends keyof R ? Common<S[K], R[K]> : never };

/** The names of the keys that an argument of `groupBy` makes. */
export type GroupName<A> = A extends string
  ? A
  : A extends (...a: never[]) => infer P
    ? keyof Projected<P> & string
    : NameIn<A>;
type GroupNew<A> = A extends (...a: never[]) => infer P ? Projected<P> : never;
/** The columns of a grouped table: computed keys are new ones. */
export type GroupSchema<S, A extends readonly unknown[]> =
  IsUntyped<S> extends true
    ? Untyped
    : [GroupNew<A[number]>] extends [never]
      ? S
      : Replace<S, UnionToIntersection<GroupNew<A[number]>>>;

/** The columns of an aggregation by a function: keys, and what the function gives. */
export type Aggregated<S, K extends string, F> =
  IsUntyped<S> extends true
    ? Untyped
    : IsUntyped<F> extends true
      ? Untyped
      : { [C in K | keyof F]: C extends keyof F ? F[C] : C extends keyof S ? Plain<S[C]> : never };

/** The columns of a windowed select: those of the input lose their roles as time attributes, those of the window keep them. */
export type PlainKeys<S, R> =
  IsUntyped<R> extends true ? Untyped : { [C in keyof R]: C extends keyof S ? Plain<R[C]> : R[C] };
