import type { BOOLEAN, INT } from '../types/sql-types.js';
import type { NullOf } from '../types/values.js';
import type { BaseExpression } from './base-expression.js';
import type { BooleanExpression } from './boolean-expression.js';
import type { Expr } from './expr.js';
import type { Named, ScopeOf } from './expression.js';
import type { Operand } from './operands.js';

type Element<C> = NonNullable<C> extends { readonly element: infer E } ? E : never;
type Key<C> = NonNullable<C> extends { readonly mapKey: infer K } ? NonNullable<K> : never;
type MapValue<C> = NonNullable<C> extends { readonly mapValue: infer V } ? V : never;
type Fields<C> = NonNullable<C> extends { readonly fields: infer F } ? F : never;

/** An expression of an array. */
export interface ArrayExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The element at an index; 1 is the first. NULL where there is none. */
  at<O extends Operand<INT>>(index: O): Expr<Element<C> | null, L | ScopeOf<O>>;
  /** The number of elements. */
  cardinality(): Expr<INT | NullOf<C>, L>;
  /** Whether an element is `value`. */
  arrayContains<O extends Operand<Element<C>>>(value: O): BooleanExpression<BOOLEAN | NullOf<C>, L | ScopeOf<O>>;
}

/** An expression of a map. */
export interface MapExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The value of a key. NULL where there is none. */
  at<O extends Operand<Key<C>>>(key: O): Expr<MapValue<C> | null, L | ScopeOf<O>>;
  /** The number of entries. */
  cardinality(): Expr<INT | NullOf<C>, L>;
}

/** An expression of a row. */
export interface RowExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** A field of the row. */
  get<K extends keyof Fields<C> & string>(field: K): Expr<Fields<C>[K] | NullOf<C>, L> & Named<K>;
}
