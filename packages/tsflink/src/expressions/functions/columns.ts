import type { Untyped } from '../../types/untyped.js';
import { $ } from '../column.js';
import type { Expression, Named } from '../expression.js';
import type { RowScope } from '../scope.js';
import { functionCall } from './function-call.js';

/** A range of columns, for `withColumns` and `withoutColumns`; by names, which must be the table's, or by places. */
export interface ColumnRange<out N extends string = string> {
  readonly ends: N;
}
/** A column, by name, or place (1 is the first); or a range of them. */
export type ColumnArgument = string | number | ColumnRange | Named;
/** The names that an argument says. */
type Said<A> = A extends string ? A : A extends ColumnRange<infer N> ? N : A extends Named<infer N> ? N : never;
/** `Known` of columns that are given by their names, each; `Else` of ranges and places, which depend on an order. */
type ByName<A extends readonly unknown[], Known, Else> =
  Extract<A[number], number | ColumnRange> extends never ? Known : Else;

interface Columns<out N extends string, out As extends string> extends Expression<Untyped, RowScope>, Named<As> {
  readonly unresolved: N;
}
/** Columns of a table, by their names. */
export type TheseColumns<N extends string> = N extends string ? Columns<N, N> : never;
/** All columns of a table but some. */
export interface OtherColumns<out N extends string> extends Columns<N, string> {
  readonly others: N;
}
/** Columns of a table; the compiler knows no order of columns, and so not which. */
export interface SomeColumns<out N extends string = string> extends Columns<N, string> {
  readonly some: true;
}

/** The columns from one to another, both included; by names, or places (1 is the first). */
export function range<const A extends string, const B extends string>(start: A, end: B): ColumnRange<A | B>;
export function range(start: number, end: number): ColumnRange<never>;
export function range(start: unknown, end: unknown): Untyped {
  return functionCall('range', start, end);
}

/**
 * These columns, among others of a `select`. Those that are named keep their types; the types of a range are not
 * followed by the compiler, which knows no order of columns.
 * @example table.select(withColumns('a', 'e'), withColumns(range('b', 'd')))
 */
export function withColumns<const A extends readonly [ColumnArgument, ...ColumnArgument[]]>(
  ...columns: A
): ByName<A, TheseColumns<Said<A[number]>>, SomeColumns<Said<A[number]>>> {
  return functionCall('withColumns', ...columns.map(asColumn));
}
/**
 * All columns but these. The others keep their types, unless a range is left out.
 * @example table.select(withoutColumns('a'), ($) => ({ twice: $.a.times(2) }))
 */
export function withoutColumns<const A extends readonly [ColumnArgument, ...ColumnArgument[]]>(
  ...columns: A
): ByName<A, OtherColumns<Said<A[number]>>, SomeColumns<Said<A[number]>>> {
  return functionCall('withoutColumns', ...columns.map(asColumn));
}
/** All columns, among others of a `select`. */
export const withAllColumns = (): OtherColumns<never> => functionCall('withAllColumns');

const asColumn = (column: unknown) => (typeof column === 'string' ? $(column) : column);
