import type { VARIANT } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Expr } from './expr.js';
import type { ScopeOf } from './expression.js';
import type { IntOperand, TextOperand } from './result.js';

/**
 * An expression of a VARIANT: a value that carries its own type, as JSON does. Flink casts it to nothing: `jsonString`
 * makes JSON of it, and what comes out in a result is a JavaScript value.
 */
export interface VariantExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The element at an index (1 is the first) of an array, or the field of an object; NULL where there is none. Fails at run
   * time on anything else. */
  at<O extends IntOperand | TextOperand>(key: O): Expr<VARIANT | null, L | ScopeOf<O>>;
}
