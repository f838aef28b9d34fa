import type { ARRAY, INT, MAP, ROW } from '../types/sql-types.js';
import type { BaseExpression } from './base-expression.js';
import type { Key, MapValue } from './collection-types.js';
import type { Expr } from './expr.js';
import type { Expression, ScopeOf } from './expression.js';
import type { Operand } from './operands.js';
import type { Result } from './result.js';

/** An expression of a map. */
export interface MapExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The value of a key. NULL where there is none. */
  at<O extends Operand<Key<C> | null>>(key: O): Expr<MapValue<C> | null, L | ScopeOf<O>>;
  /** The number of entries. */
  cardinality(): Result<INT, C, L>;
  /** The keys, in no order. */
  mapKeys(): Result<ARRAY<Key<C>>, C, L>;
  /** The values, in no order. */
  mapValues(): Result<ARRAY<MapValue<C>>, C, L>;
  /** The entries, as rows of `key` and `value`. */
  mapEntries(): Result<ARRAY<ROW<{ key: Key<C>; value: MapValue<C> }> | null>, C, L>;
  /** The entries of all; of those of one key, the last. */
  mapUnion<const A extends readonly Expression<MAP<Key<C>, MapValue<C>> | null>[]>(
    ...others: A
  ): Result<C, C, L, A[number]>;
}

/** An expression of a bag. */
export interface MultisetExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** The number of different elements. */
  cardinality(): Result<INT, C, L>;
}
