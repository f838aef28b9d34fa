import type { BOOLEAN } from '../types/sql-types.js';
import type { NullOf } from '../types/values.js';
import type { BaseExpression, Compared } from './base-expression.js';
import type { BooleanExpression } from './boolean-expression.js';
import type { AggOrNull } from './expr.js';
import type { ScopeOf } from './expression.js';
import type { Peer } from './operands.js';

/** An expression whose values have an order. */
export interface ComparableExpression<in out C, in out L> extends BaseExpression<C, L> {
  /** `>` */
  isGreater<O extends Peer<C>>(other: O): Compared<C, O, L>;
  /** `>=` */
  isGreaterOrEqual<O extends Peer<C>>(other: O): Compared<C, O, L>;
  /** `<` */
  isLess<O extends Peer<C>>(other: O): Compared<C, O, L>;
  /** `<=` */
  isLessOrEqual<O extends Peer<C>>(other: O): Compared<C, O, L>;
  /** `BETWEEN low AND high`, both included. */
  between<A extends Peer<C>, B extends Peer<C>>(
    low: A,
    high: B,
  ): BooleanExpression<BOOLEAN | NullOf<C>, L | ScopeOf<A> | ScopeOf<B>>;
  /** `NOT BETWEEN low AND high` */
  notBetween<A extends Peer<C>, B extends Peer<C>>(
    low: A,
    high: B,
  ): BooleanExpression<BOOLEAN | NullOf<C>, L | ScopeOf<A> | ScopeOf<B>>;
  /** The smallest value. */
  min(): AggOrNull<C, L>;
  /** The largest value. */
  max(): AggOrNull<C, L>;
}
