import type { DATE, TIME, TIMESTAMP } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Result } from './result.js';

/** Text that holds a date or a time. */
export interface StringTemporalExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** Parsed as a date `yyyy-MM-dd`. */
  toDate(): Result<DATE, C, L>;
  /** Parsed as a time `HH:mm:ss`. */
  toTime(): Result<TIME, C, L>;
  /** Parsed as a timestamp `yyyy-MM-dd HH:mm:ss.SSS`. */
  toTimestamp(): Result<TIMESTAMP, C, L>;
}
