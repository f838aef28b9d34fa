import type { BIGINT, DATE, INTERVAL, TIME, TIMESTAMP, TIMESTAMP_LTZ } from '../types/sql-types.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { Expr } from './expr.js';
import type { Expression, TypeOf } from './expression.js';
import type { NumericOperand, Operand } from './operands.js';
import type { Result } from './result.js';
import type { TimeIntervalUnit } from './symbols.js';
import type { Plain } from './temporal-expression.js';

type Point = DATE | TIME | TIMESTAMP | TIMESTAMP_LTZ;

/** An expression of an interval: of months, or of milliseconds. Only those of one kind go together. */
export interface IntervalExpression<in out C, in out L> extends ComparableExpression<C, L> {
  /** The sum of two intervals; or a date or time, later by this one. */
  plus<O extends Operand<INTERVAL | null> | Expression<Point | null>>(
    other: O,
  ): Result<NonNullable<Plain<TypeOf<O>>>, C, L, O>;
  /** Shorter by another interval. */
  minus<O extends Operand<INTERVAL | null>>(other: O): Result<INTERVAL, C, L, O>;
  /** So many times as long. */
  times<const O extends NumericOperand>(factor: O): Result<INTERVAL, C, L, O>;
  /** A part of it, such as its hours. */
  extract(unit: TimeIntervalUnit): Result<BIGINT, C, L>;
  /** Without its sign. */
  abs(): Expr<C, L>;
}
