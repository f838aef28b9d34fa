import type { LitType } from '../types/literals.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';

declare const TYPE: unique symbol;
declare const SCOPE: unique symbol;
declare const NAME: unique symbol;

/**
 * Any expression: the column type that it yields, and the scopes that it draws on (`never` for constants). Maps to
 * Flink's `Expression`.
 */
export interface Expression<out C = Untyped, out L = Untyped> {
  readonly [TYPE]: C;
  readonly [SCOPE]: L;
}

/** An expression with an output name: a column, or what `.as('name')` makes. */
export interface Named<out N extends string = string> {
  readonly [NAME]: N;
}

/** An expression to sort by, as `.asc()` and `.desc()` make it. */
export interface SortKey<out L = Untyped> {
  readonly [SCOPE]: L;
  readonly sort: 'asc' | 'desc';
}

/** The column type of an expression, or of a JavaScript value in its place. */
export type TypeOf<O> = IsUntyped<O> extends true ? Untyped : O extends Expression<infer C, unknown> ? C : LitType<O>;
/** The scopes that an expression draws on. */
export type ScopeOf<O> = IsUntyped<O> extends true ? Untyped : O extends { readonly [SCOPE]: infer L } ? L : never;
/** The output name of an expression. */
export type NameIn<O> = O extends Named<infer N> ? N : never;
