import type { PROCTIME, ROWTIME, ROWTIME_LTZ, TIMESTAMP, TIMESTAMP_LTZ } from '../types/sql-types.js';
import type { IsUntyped } from '../types/untyped.js';
import type { Expr } from './expr.js';
import type { Expression } from './expression.js';

type RowtimeOf<A> = IsUntyped<A> extends true ? ROWTIME : NonNullable<A> extends TIMESTAMP_LTZ ? ROWTIME_LTZ : ROWTIME;

/** A group window, by its alias: `$.w`. `C` is the time attribute that it is on. */
export interface WindowExpression<in out C, in out L> extends Expression<C, L> {
  /** The first moment of the window. */
  start(): Expr<TIMESTAMP, L>;
  /** The first moment after the window. */
  end(): Expr<TIMESTAMP, L>;
  /** The last moment of a window of event time, as a time attribute: to define windows or joins on the result. */
  rowtime(): Expr<RowtimeOf<C>, L>;
  /** The time at which the window is processed, as a time attribute. */
  proctime(): Expr<PROCTIME, L>;
}

declare const OVER: unique symbol;
/** A window around each row, by its alias: `$.amount.sum().over($.w)`. */
export interface OverWindowRef {
  readonly [OVER]: true;
}
