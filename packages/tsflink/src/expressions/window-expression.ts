import type { PROCTIME, ROWTIME, TIMESTAMP } from '../types/sql-types.js';
import type { Expr } from './expr.js';
import type { Expression } from './expression.js';

/** A group window, by its alias. */
export interface WindowExpression<in out C, in out L> extends Expression<C, L> {
  /** The first moment of the window. */
  start(): Expr<TIMESTAMP, L>;
  /** The first moment after the window. */
  end(): Expr<TIMESTAMP, L>;
  /** The last moment of the window, as a time attribute of event time. */
  rowtime(): Expr<ROWTIME, L>;
  /** The time at which the window is processed, as a time attribute. */
  proctime(): Expr<PROCTIME, L>;
}
