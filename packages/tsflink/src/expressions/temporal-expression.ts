import type { BIGINT, INTERVAL, TIMESTAMP, TIMESTAMP_LTZ } from '../types/sql-types.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { Expr } from './expr.js';
import type { Operand } from './operands.js';
import type { Result } from './result.js';
import type { TimeIntervalUnit } from './symbols.js';

/** A time attribute loses its role once computed with. */
export type Plain<C> = C extends TIMESTAMP ? TIMESTAMP : C extends TIMESTAMP_LTZ ? TIMESTAMP_LTZ : C;

/** An expression of a date, a time or a timestamp. */
export interface TemporalExpression<in out C, in out L> extends ComparableExpression<C, L> {
  /** Later by an interval. */
  plus<O extends Operand<INTERVAL | null>>(interval: O): Result<Plain<C>, C, L, O>;
  /** Earlier by an interval. */
  minus<O extends Operand<INTERVAL | null>>(interval: O): Result<Plain<C>, C, L, O>;
  /** Rounded down to a unit. */
  floor(unit: TimeIntervalUnit): Expr<Plain<C>, L>;
  /** Rounded up to a unit. */
  ceil(unit: TimeIntervalUnit): Expr<Plain<C>, L>;
  /** A part of it, such as its hour. */
  extract(unit: TimeIntervalUnit): Result<BIGINT, C, L>;
}
