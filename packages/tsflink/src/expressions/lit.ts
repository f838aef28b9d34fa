import type { DataType, TypeIn } from '../types/data-type.js';
import type { JsLiteral, LitType } from '../types/literals.js';
import { wrap } from './build.js';
import type { Expr } from './expr.js';
import { literal, typedLiteral } from './literal.js';

/**
 * A literal: integers are INT, bigints BIGINT, fractions DOUBLE, strings STRING. JavaScript cannot tell `1.0` from `1`,
 * so that a whole DOUBLE takes its type: `lit(1.0, DataTypes.DOUBLE())`. Maps to Flink's `Expressions.lit`.
 *
 * Throws LITERAL_INVALID where the value is not one of the type.
 */
export function lit<const V extends JsLiteral>(value: V): Expr<LitType<V>, never>;
export function lit<D extends DataType>(value: null, type: D): Expr<NonNullable<TypeIn<D>> | null, never>;
export function lit<D extends DataType>(value: JsLiteral, type: D): Expr<NonNullable<TypeIn<D>>, never>;
export function lit(value: JsLiteral, type?: DataType): unknown {
  return wrap(type ? typedLiteral(value, type.node) : literal(value));
}
