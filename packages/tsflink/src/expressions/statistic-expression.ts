import type { ARRAY, DOUBLE } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Agg } from './expr.js';
import type { Expression } from './expression.js';
import type { NumericOperand } from './operands.js';
import type { IntegerOperand } from './result.js';

/** Aggregates of numbers. */
export interface StatisticExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The sum; NULL of no rows. */
  sum(): Agg<C>;
  /** The sum; 0 of no rows. */
  sum0(): Agg<NonNullable<C>>;
  /** The mean, of the same type: an integer of integers, as in SQL. */
  avg(): Agg<C>;
  /** The standard deviation of the population, of the same type. */
  stddevPop(): Agg<C>;
  /** The standard deviation of a sample, of the same type; NULL of one row. */
  stddevSamp(): Agg<C>;
  /** The variance of the population, of the same type. */
  varPop(): Agg<C>;
  /** The variance of a sample, of the same type; NULL of one row. */
  varSamp(): Agg<C>;
  /** The value below which this part (0 to 1) of the values lies; an array of them for an array of parts. */
  percentile<O extends NumericOperand>(percentage: O, frequency?: IntegerOperand): Agg<DOUBLE | null>;
  /** The values below which these parts of the values lie. */
  percentile(percentages: Expression<ARRAY<unknown>>, frequency?: IntegerOperand): Agg<ARRAY<DOUBLE | null> | null>;
}
