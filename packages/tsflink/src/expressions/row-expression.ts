import type { Untyped } from '../types/untyped.js';
import type { NullOf } from '../types/values.js';
import type { BaseExpression } from './base-expression.js';
import type { Fields } from './collection-types.js';
import type { Expr } from './expr.js';
import type { Expression, Named, ScopeOf } from './expression.js';
import type { AnyOperand } from './result.js';

/** An expression of a row. */
export interface RowExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** A field of the row. */
  get<K extends keyof Fields<C> & string>(field: K): Expr<Fields<C>[K] | NullOf<C>, L> & Named<K>;
  /** The field at a place, from 0; untyped, where its name is typed. */
  get(index: number): Expr<Untyped, L>;
  /** All fields, as columns `row$field`; untyped, where `get` is typed. */
  flatten(): Expression<Untyped, L> & Named<string>;
  /** A structured object with other values: `$.user.objectUpdate('name', 'Bob', 'age', 5)`. */
  objectUpdate<const A extends readonly AnyOperand[]>(...keysAndValues: A): Expr<C, L | ScopeOf<A[number]>>;
}
