import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { NullOf } from '../types/values.js';
import type { BaseExpression } from './base-expression.js';
import type { Fields } from './collection-types.js';
import type { Expr } from './expr.js';
import type { Expression, Named, ScopeOf } from './expression.js';
import type { AnyOperand } from './result.js';

/** The fields of a row of the name `N`, as columns: one expression or another, and so all of them where they are selected. */
export type FlatFields<C, L, N extends string> =
  IsUntyped<C> extends true
    ? Expression<Untyped, L> & Named<string>
    : {
        [F in keyof Fields<C> & string]: Expression<Fields<C>[F] | NullOf<C>, L> & Named<`${N}$${F}`>;
      }[keyof Fields<C> & string];

/** An expression of a row. */
export interface RowExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** A field of the row. */
  get<K extends keyof Fields<C> & string>(field: K): Expr<Fields<C>[K] | NullOf<C>, L> & Named<K>;
  /** The field at a place, from 0; untyped, where its name is typed. */
  get(index: number): Expr<Untyped, L>;
  /**
   * All fields, as columns `row$field`.
   * @example table.select('id', ($) => $.address.flatten())
   */
  flatten<const N extends string>(this: RowExpression<C, L> & Named<N>): FlatFields<C, L, N>;
  /** All fields of a row that has no name; untyped. */
  flatten(): Expression<Untyped, L> & Named<string>;
  /** A structured object with other values: `$.user.objectUpdate('name', 'Bob', 'age', 5)`. */
  objectUpdate<const A extends readonly AnyOperand[]>(...keysAndValues: A): Expr<C, L | ScopeOf<A[number]>>;
}
