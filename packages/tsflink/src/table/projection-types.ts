import type { Expression, Named, NameIn, ScopeOf, TypeOf } from '../expressions/expression.js';
import type { OtherColumns, SomeColumns } from '../expressions/functions/columns.js';
import type { AggScope, RowScope } from '../expressions/scope.js';
import type { FlinkTypeError } from '../types/problem.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { UnionToIntersection } from '../types/values.js';
import type { Dropped } from './schema-types.js';

/** What a callback of `select` returns: `{ alias: expression }`, or named expressions: `[$.a, $.b.as('c')]`. */
export type Projection<L> =
  | { readonly [alias: string]: Expression<unknown, L> }
  | readonly (Expression<unknown, L> & Named)[]
  | (Expression<unknown, L> & Named);

/** A callback of `select`. (An interface, so that the compiler prints its name.) */
export interface SelectFn<R, L> {
  // biome-ignore lint/style/useShorthandFunctionType: see above
  (columns: R): Projection<L>;
}
/** A callback of `groupBy`. */
export interface GroupFn<R> {
  // biome-ignore lint/style/useShorthandFunctionType: as SelectFn
  (columns: R): Projection<RowScope>;
}

/** `$('name')` of a column of the table, or a typed expression with a name. */
export type Column<N extends string> =
  | { readonly unresolved: N }
  | (Expression & Named & { readonly unresolved?: never });

/** The columns that a projection makes. */
export type Projected<P> =
  P extends Named<infer N>
    ? { [K in N]: TypeOf<P> }
    : P extends readonly unknown[]
      ? { [E in P[number] as NameIn<E> & string]: TypeOf<E> }
      : { -readonly [K in keyof P]: TypeOf<P[K]> };

type ColumnType<S, K> = IsUntyped<S> extends true ? Untyped : K extends keyof S ? S[K] : never;
type OneArgument<S, A> = A extends (...args: never[]) => infer P
  ? Projected<P>
  : A extends SomeColumns
    ? Untyped
    : A extends OtherColumns<infer O>
      ? Dropped<S, O>
      : A extends { readonly unresolved: infer O } & Named<infer N>
        ? { [K in N]: ColumnType<S, O> }
        : A extends Named<infer N> & Expression<infer C, unknown>
          ? { [K in N]: C }
          : never;
type Names<A extends readonly unknown[]> = Extract<A[number], string>;
type Computed<S, A extends readonly unknown[]> = UnionToIntersection<OneArgument<S, Exclude<A[number], string>>>;

/**
 * The columns of `select(...args)`. Like the other schema operations, one mapped type with no alias around it: each
 * level of nesting here is a level per step of a chain, and the compiler follows a hundred.
 */
export type Selected<S, A extends readonly unknown[], New = Computed<S, A>> =
  // (a conditional type, so that editors show the columns and not the alias)
  IsUntyped<New> extends true
    ? Untyped
    : IsUntyped<S> extends true
      ? { [K in Names<A> | keyof New]: K extends keyof New ? New[K] : Untyped }
      : { [K in Names<A> | keyof New]: K extends keyof New ? New[K] : K extends keyof S ? S[K] : never };

type ScopesOf<A extends readonly unknown[]> = {
  [I in keyof A]: A[I] extends string
    ? RowScope
    : A[I] extends (...a: never[]) => infer P
      ? P extends Named
        ? ScopeOf<P>
        : P extends readonly unknown[]
          ? ScopeOf<P[number]>
          : ScopeOf<P[keyof P]>
      : RowScope;
}[number];

/** A select of a table that is not grouped is either all rows or all aggregates (one row). */
export type Unmixed<A extends readonly unknown[], Ok> =
  // `infer L` first: whether a type that is not a bare parameter is untyped is decided too early
  ScopesOf<A> extends infer L
    ? IsUntyped<L> extends true
      ? Ok
      : [RowScope | AggScope] extends [L]
        ? FlinkTypeError<'select mixes plain columns with aggregates: groupBy() the plain columns first'>
        : Ok
    : never;
