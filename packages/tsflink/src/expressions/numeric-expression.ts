import type { Arith, Remainder } from '../types/casting.js';
import type { DOUBLE, STRING } from '../types/sql-types.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { Expr } from './expr.js';
import type { ScopeOf, TypeOf } from './expression.js';
import type { IntervalUnits } from './interval-units.js';
import type { ExactOperand, NumericOperand } from './operands.js';
import type { IntOperand, Result, TextOperand } from './result.js';
import type { StatisticExpression } from './statistic-expression.js';
import type { TrigonometricExpression } from './trigonometric-expression.js';

/** An expression of a number. */
export interface NumericExpression<in out C, in out L>
  extends ComparableExpression<C, L>,
    TrigonometricExpression<C, L>,
    StatisticExpression<C, L>,
    IntervalUnits<C, L> {
  /** `+` */
  plus<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** `-` */
  minus<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** `*`. In JavaScript `1.0` is `1`, an INT: to get a DOUBLE write `lit(1.0, DataTypes.DOUBLE())`. */
  times<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** `/`. Of two integers it is integer division, as in SQL. */
  dividedBy<const O extends NumericOperand>(other: O): Expr<Arith<C, TypeOf<O>>, L | ScopeOf<O>>;
  /** This to the power of `other`. */
  power<const O extends NumericOperand>(other: O): Result<DOUBLE, C, L, O>;
  /** Without its sign. */
  abs(): Expr<C, L>;
  /** -1, 0 or 1, of the same type. */
  sign(): Expr<C, L>;
  /** The largest integer not above it, of the same type. */
  floor(): Expr<C, L>;
  /** The smallest integer not below it, of the same type. */
  ceil(): Expr<C, L>;
  /** Rounded to so many places after the point (before it, where negative). */
  round<O extends IntOperand>(places: O): Result<C, C, L, O>;
  /** Cut off after so many places after the point; 0, unless given. */
  truncate<O extends IntOperand = never>(places?: O): Result<C, C, L, O>;
  /** The square root. */
  sqrt(): Result<DOUBLE, C, L>;
  /** e to the power of it. */
  exp(): Result<DOUBLE, C, L>;
  /** The natural logarithm. */
  ln(): Result<DOUBLE, C, L>;
  /** The logarithm of base 10. */
  log10(): Result<DOUBLE, C, L>;
  /** The logarithm of base 2. */
  log2(): Result<DOUBLE, C, L>;
  /** The logarithm of a base; the natural one, unless given. */
  log<const O extends NumericOperand = never>(base?: O): Result<DOUBLE, C, L, O>;
}

/** An expression of a number without fraction, or of DECIMAL. */
export interface ExactNumericExpression<in out C, in out L> extends NumericExpression<C, L> {
  /** The remainder, with the sign of this; of two integers, in the type of `other`, as in Flink. */
  mod<const O extends ExactOperand>(other: O): Expr<Remainder<C, TypeOf<O>>, L | ScopeOf<O>>;
}

/** An expression of an integer. */
export interface IntegerExpression<in out C, in out L> extends ExactNumericExpression<C, L> {
  /** In binary digits. */
  bin(): Result<STRING, C, L>;
  /** In hexadecimal digits. */
  hex(): Result<STRING, C, L>;
  /** The character of this code. */
  chr(): Result<STRING, C, L>;
  /** The IPv4 address of this number; NULL where it is out of range. */
  inetNtoa(): Result<STRING | null, C, L>;
  /** The text at this place (1 is the first) of those given; NULL where there is none. */
  elt<const A extends readonly [TextOperand, ...TextOperand[]]>(...texts: A): Result<STRING | null, C, L, A[number]>;
}
