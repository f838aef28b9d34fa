import type { BIGINT, BITMAP } from '../types/sql-types.js';
import type { Agg } from './expr.js';
import type { IntegerExpression } from './numeric-expression.js';

/** An expression of an INT. */
export interface IntExpression<in out C, in out L> extends IntegerExpression<C, L> {
  /** The bitmap of the values; NULLs are left out. */
  bitmapBuildAgg(): Agg<BITMAP | null>;
  /** How many different values there are, by a bitmap; NULLs are left out. */
  bitmapBuildCardinalityAgg(): Agg<BIGINT | null>;
}
