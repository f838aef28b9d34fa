import type { BIGINT, INTERVAL, TIMESTAMP, TIMESTAMP_LTZ } from '../types/sql-types.js';
import type { NullOf } from '../types/values.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { Expr } from './expr.js';
import type { ScopeOf } from './expression.js';
import type { Operand } from './operands.js';

/** A unit of time, as Flink's `TimeIntervalUnit`. */
export type TimeUnit = 'YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | 'DAY' | 'HOUR' | 'MINUTE' | 'SECOND' | 'MILLISECOND';

/** A time attribute loses its role once computed with. */
export type Plain<C> = C extends TIMESTAMP ? TIMESTAMP : C extends TIMESTAMP_LTZ ? TIMESTAMP_LTZ : C;

/** An expression of a date, a time or a timestamp. */
export interface TemporalExpression<in out C, in out L> extends ComparableExpression<C, L> {
  /** Later by an interval. */
  plus<O extends Operand<INTERVAL>>(interval: O): Expr<Plain<C>, L | ScopeOf<O>>;
  /** Earlier by an interval. */
  minus<O extends Operand<INTERVAL>>(interval: O): Expr<Plain<C>, L | ScopeOf<O>>;
  /** Rounded down to a unit. */
  floor(unit: TimeUnit): Expr<Plain<C>, L>;
  /** Rounded up to a unit. */
  ceil(unit: TimeUnit): Expr<Plain<C>, L>;
  /** A part of it, such as its hour. */
  extract(unit: TimeUnit): Expr<BIGINT | NullOf<C>, L>;
}
