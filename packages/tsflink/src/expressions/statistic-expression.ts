import type { ARRAY, DOUBLE } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Agg, AggOrNull } from './expr.js';
import type { Expression } from './expression.js';
import type { NumericOperand } from './operands.js';
import type { IntegerOperand } from './result.js';

/** Aggregates of numbers. */
export interface StatisticExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The sum; NULL of no rows. */
  sum(): AggOrNull<C, L>;
  /** The sum; 0 of no rows. */
  sum0(): Agg<NonNullable<C>>;
  /** The mean, of the same type: an integer of integers, as in SQL. */
  avg(): AggOrNull<C, L>;
  /** The standard deviation of the population, of the same type. */
  stddevPop(): AggOrNull<C, L>;
  /** The standard deviation of a sample, of the same type; NULL of one row. */
  stddevSamp(): AggOrNull<C, L>;
  /** The variance of the population, of the same type. */
  varPop(): AggOrNull<C, L>;
  /** The variance of a sample, of the same type; NULL of one row. */
  varSamp(): AggOrNull<C, L>;
  /** The value below which this part (0 to 1) of the values lies; an array of them for an array of parts. */
  percentile<O extends NumericOperand>(percentage: O, frequency?: IntegerOperand): Agg<DOUBLE | null>;
  /** The values below which these parts of the values lie. */
  percentile(percentages: Expression<ARRAY<unknown>>, frequency?: IntegerOperand): Agg<ARRAY<DOUBLE | null> | null>;
}
