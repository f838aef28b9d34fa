import type { FlinkTypeError } from '../types/problem.js';
import type { INTERVAL } from '../types/sql-types.js';
import type { IsUntyped } from '../types/untyped.js';
import type { BaseExpression } from './base-expression.js';
import type { Expr } from './expr.js';

/** An interval; of a constant only, as in Flink. */
type Interval<L> =
  IsUntyped<L> extends true
    ? Expr<INTERVAL, L>
    : [L] extends [never]
      ? Expr<INTERVAL, L>
      : FlinkTypeError<'an interval is made of a constant: lit(1).day(), and lit(1).day().times($.n) for a column'>;

/** Intervals of a whole number of units: of months for years, quarters and months, else of milliseconds. */
export interface IntervalUnits<in out C, in out L> extends BaseExpression<C, L> {
  /** An interval of so many years. */
  years(): Interval<L>;
  /** The same as {@link years}, to write `lit(1).year()`. */
  year(): Interval<L>;
  /** An interval of so many quarters. */
  quarters(): Interval<L>;
  /** The same as {@link quarters}, to write `lit(1).quarter()`. */
  quarter(): Interval<L>;
  /** An interval of so many months. */
  months(): Interval<L>;
  /** The same as {@link months}, to write `lit(1).month()`. */
  month(): Interval<L>;
  /** An interval of so many weeks. */
  weeks(): Interval<L>;
  /** The same as {@link weeks}, to write `lit(1).week()`. */
  week(): Interval<L>;
  /** An interval of so many days. */
  days(): Interval<L>;
  /** The same as {@link days}, to write `lit(1).day()`. */
  day(): Interval<L>;
  /** An interval of so many hours. */
  hours(): Interval<L>;
  /** The same as {@link hours}, to write `lit(1).hour()`. */
  hour(): Interval<L>;
  /** An interval of so many minutes. */
  minutes(): Interval<L>;
  /** The same as {@link minutes}, to write `lit(1).minute()`. */
  minute(): Interval<L>;
  /** An interval of so many seconds. */
  seconds(): Interval<L>;
  /** The same as {@link seconds}, to write `lit(1).second()`. */
  second(): Interval<L>;
  /** An interval of so many milliseconds. */
  millis(): Interval<L>;
  /** The same as {@link millis}, to write `lit(1).milli()`. */
  milli(): Interval<L>;
}
