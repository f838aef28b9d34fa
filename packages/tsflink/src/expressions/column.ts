import { CallSite } from '../source/call-site.js';
import type { Untyped } from '../types/untyped.js';
import { wrap } from './build.js';
import type { UntypedExpression } from './expr.js';
import type { Named } from './expression.js';

/** A column by name; the table that it is used on resolves it. */
export interface Unresolved<out N extends string> {
  readonly unresolved: N;
  /** Names the column. */
  as<const M extends string>(name: M): ColumnRef<N & string, M>;
}

/** What {@link $} makes. */
export type ColumnRef<N extends string, As extends string = N> = Unresolved<N> & Named<As> & UntypedExpression<Untyped>;

/**
 * A column by name. Its type is looked up where it is used directly (`select($('a'))`, `groupBy($('a'))`); inside a
 * larger expression it is untyped, where a callback (`$ => $.a.plus(1)`) is checked. Maps to Flink's `Expressions.$`.
 */
export function $<const N extends string>(name: N): ColumnRef<N> {
  return wrap({ kind: 'column', name, site: new CallSite() });
}

/** The same as {@link $}, as in Flink. */
export const col = $;
