import type { Arith } from '../types/casting.js';
import type { DOUBLE, INTERVAL } from '../types/sql-types.js';
import type { NullOf } from '../types/values.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { Agg, Expr } from './expr.js';
import type { ScopeOf, TypeOf } from './expression.js';
import type { NumericOperand } from './operands.js';

/** An expression of a number. */
export interface NumericExpression<in out C, in out L> extends ComparableExpression<C, L> {
  /** `+` */
  plus<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** `-` */
  minus<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** `*`. In JavaScript `1.0` is `1`, an INT: to get a DOUBLE write `lit(1.0, DataTypes.DOUBLE())`. */
  times<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** `/`. Of two integers it is integer division, as in SQL. */
  dividedBy<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** The remainder. */
  mod<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** This to the power of `other`. */
  power<O extends NumericOperand>(other: O): Expr<DOUBLE | NullOf<C>, L | ScopeOf<O>>;
  /** Without its sign. */
  abs(): Expr<C, L>;
  /** The largest integer not above it. */
  floor(): Expr<C, L>;
  /** The smallest integer not below it. */
  ceil(): Expr<C, L>;
  /** Rounded to so many places after the point. */
  round(places: number): Expr<C, L>;
  /** The square root. */
  sqrt(): Expr<DOUBLE | NullOf<C>, L>;
  /** The sum; NULL of no rows. */
  sum(): Agg<C>;
  /** The sum; 0 of no rows. */
  sum0(): Agg<NonNullable<C>>;
  /** The mean, of the same type: an integer of integers, as in SQL. */
  avg(): Agg<C>;
  /** The standard deviation of the population. */
  stddevPop(): Agg<C>;
  /** The standard deviation of a sample. */
  stddevSamp(): Agg<C>;
  /** An interval of so many days. */
  days(): Expr<INTERVAL, L>;
  /** An interval of so many hours. */
  hours(): Expr<INTERVAL, L>;
  /** An interval of so many minutes. */
  minutes(): Expr<INTERVAL, L>;
  /** An interval of so many seconds. */
  seconds(): Expr<INTERVAL, L>;
  /** An interval of so many milliseconds. */
  millis(): Expr<INTERVAL, L>;
}
