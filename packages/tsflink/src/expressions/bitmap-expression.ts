import type { ARRAY, BIGINT, BITMAP, BYTES, INT, STRING } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Agg } from './expr.js';
import type { Operand } from './operands.js';
import type { Result } from './result.js';

type BitmapOperand = Operand<BITMAP | null>;

/** An expression of a bitmap: a set of integers of 32 bits. */
export interface BitmapExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** What is in both. */
  bitmapAnd<O extends BitmapOperand>(other: O): Result<BITMAP, C, L, O>;
  /** What is in this one and not in the other. */
  bitmapAndnot<O extends BitmapOperand>(other: O): Result<BITMAP, C, L, O>;
  /** What is in either. */
  bitmapOr<O extends BitmapOperand>(other: O): Result<BITMAP, C, L, O>;
  /** What is in one and not in the other. */
  bitmapXor<O extends BitmapOperand>(other: O): Result<BITMAP, C, L, O>;
  /** How many integers it holds. */
  bitmapCardinality(): Result<BIGINT, C, L>;
  /** The integers, in the order of their unsigned values. */
  bitmapToArray(): Result<ARRAY<INT | null>, C, L>;
  /** Its portable RoaringBitmap form. */
  bitmapToBytes(): Result<BYTES, C, L>;
  /** The integers as text, `{1,2,3}`, unsigned; cut off with `...` where they are many. */
  bitmapToString(): Result<STRING, C, L>;
  /** What is in all of the bitmaps. */
  bitmapAndAgg(): Agg<BITMAP | null>;
  /** How many integers are in all of the bitmaps. */
  bitmapAndCardinalityAgg(): Agg<BIGINT | null>;
  /** What is in any of the bitmaps. */
  bitmapOrAgg(): Agg<BITMAP | null>;
  /** How many integers are in any of the bitmaps. */
  bitmapOrCardinalityAgg(): Agg<BIGINT | null>;
  /** What is in an odd number of the bitmaps. */
  bitmapXorAgg(): Agg<BITMAP | null>;
  /** How many integers are in an odd number of the bitmaps. */
  bitmapXorCardinalityAgg(): Agg<BIGINT | null>;
}
