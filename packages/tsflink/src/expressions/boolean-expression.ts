import type { BOOLEAN } from '../types/sql-types.js';
import type { BaseExpression, Compared } from './base-expression.js';
import type { Operand } from './operands.js';

/** An expression of a truth value, NULL standing for unknown. */
export interface BooleanExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** `AND` */
  and<O extends Operand<BOOLEAN | null>>(other: O): Compared<C, O, L>;
  /** `OR` */
  or<O extends Operand<BOOLEAN | null>>(other: O): Compared<C, O, L>;
  /** `NOT` */
  not(): BooleanExpression<C, L>;
  /** `IS TRUE` */
  isTrue(): BooleanExpression<BOOLEAN, L>;
  /** `IS FALSE` */
  isFalse(): BooleanExpression<BOOLEAN, L>;
  /** `IS NOT TRUE` */
  isNotTrue(): BooleanExpression<BOOLEAN, L>;
  /** `IS NOT FALSE` */
  isNotFalse(): BooleanExpression<BOOLEAN, L>;
}
