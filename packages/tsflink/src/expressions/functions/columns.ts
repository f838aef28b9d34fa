import type { Untyped } from '../../types/untyped.js';
import { $ } from '../column.js';
import type { Expression, Named } from '../expression.js';
import type { RowScope } from '../scope.js';
import { functionCall } from './function-call.js';

/** A range of columns, for `withColumns` and `withoutColumns`. */
export interface ColumnRange {
  readonly columnRange: never;
}
/** Columns of a table; the compiler does not follow which. */
export type SomeColumns = Expression<Untyped, RowScope> & Named<string>;
/** A column, by name, or place (1 is the first); or a range of them. */
export type ColumnArgument = string | number | ColumnRange | Named;

/** The columns from one to another, both included; by names, or places (1 is the first). */
export function range(start: string, end: string): ColumnRange;
export function range(start: number, end: number): ColumnRange;
export function range(start: unknown, end: unknown): ColumnRange {
  return functionCall('range', start, end);
}

/**
 * These columns, among others of a `select`. Their types are not followed: prefer names in `select`.
 * @example table.select(withColumns(range('a', 'c'), 'e'))
 */
export const withColumns = (...columns: [ColumnArgument, ...ColumnArgument[]]): SomeColumns =>
  functionCall('withColumns', ...columns.map(asColumn));
/** All columns but these. Their types are not followed: prefer `dropColumns`. */
export const withoutColumns = (...columns: [ColumnArgument, ...ColumnArgument[]]): SomeColumns =>
  functionCall('withoutColumns', ...columns.map(asColumn));
/** All columns, among others of a `select`. Their types are not followed: prefer `addColumns`. */
export const withAllColumns = (): SomeColumns => functionCall('withAllColumns');

const asColumn = (column: unknown) => (typeof column === 'string' ? $(column) : column);
