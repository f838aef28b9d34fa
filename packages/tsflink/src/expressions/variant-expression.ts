import type { VARIANT } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Expr } from './expr.js';
import type { ScopeOf } from './expression.js';
import type { IntOperand, TextOperand } from './result.js';

/** An expression of a VARIANT: a value that carries its own type, as JSON does. Cast it to use what is in it. */
export interface VariantExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The element at an index (1 is the first), or the field of a name. NULL where there is none. */
  at<O extends IntOperand | TextOperand>(key: O): Expr<VARIANT | null, L | ScopeOf<O>>;
}
