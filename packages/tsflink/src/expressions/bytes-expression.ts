import type { BITMAP, BYTES, STRING } from '../types/sql-types.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { Operand } from './operands.js';
import type { Result, TextOperand, Truth } from './result.js';

type BytesOperand = Operand<BYTES | null>;

/** An expression of bytes. */
export interface BytesExpression<in out C, in out L> extends ComparableExpression<C, L> {
  /** The text that they are in a character set, such as `UTF-8`. */
  decode<O extends TextOperand>(charset: O): Result<STRING, C, L, O>;
  /** Whether they begin with `prefix`. */
  startsWith<O extends BytesOperand>(prefix: O): Truth<C, L, O>;
  /** Whether they end with `suffix`. */
  endsWith<O extends BytesOperand>(suffix: O): Truth<C, L, O>;
  /** The bitmap whose portable RoaringBitmap form they are. */
  bitmapFromBytes(): Result<BITMAP, C, L>;
}
