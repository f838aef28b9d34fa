import type { DOUBLE } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Result } from './result.js';

/** Functions of angles, in radians. */
export interface TrigonometricExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The sine. */
  sin(): Result<DOUBLE, C, L>;
  /** The cosine. */
  cos(): Result<DOUBLE, C, L>;
  /** The tangent. */
  tan(): Result<DOUBLE, C, L>;
  /** The cotangent. */
  cot(): Result<DOUBLE, C, L>;
  /** The angle of this sine. */
  asin(): Result<DOUBLE, C, L>;
  /** The angle of this cosine. */
  acos(): Result<DOUBLE, C, L>;
  /** The angle of this tangent. */
  atan(): Result<DOUBLE, C, L>;
  /** The hyperbolic sine. */
  sinh(): Result<DOUBLE, C, L>;
  /** The hyperbolic cosine. */
  cosh(): Result<DOUBLE, C, L>;
  /** The hyperbolic tangent. */
  tanh(): Result<DOUBLE, C, L>;
  /** In degrees. */
  degrees(): Result<DOUBLE, C, L>;
  /** In radians, of degrees. */
  radians(): Result<DOUBLE, C, L>;
}
