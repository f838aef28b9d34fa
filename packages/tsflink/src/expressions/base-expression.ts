import type { Table } from '../table/table.js';
import type { Common } from '../types/casting.js';
import type { DataType, TypeIn } from '../types/data-type.js';
import type { ARRAY, BIGINT, BOOLEAN, MULTISET } from '../types/sql-types.js';
import type { NullOf } from '../types/values.js';
import type { BooleanExpression } from './boolean-expression.js';
import type { Agg, AggOrNull, Expr } from './expr.js';
import type { Expression, Named, ScopeOf, SortKey, TypeOf } from './expression.js';
import type { CheckInTable, Operand, Peer } from './operands.js';
import type { Truth } from './result.js';

/** The result of a comparison: NULL where an operand may be. */
export type Compared<C, O, L> = Truth<C, L, O>;

/** What every expression has. Names are those of Flink's `BaseExpressions`. */
export interface BaseExpression<in out C, in out L> extends Expression<C, L> {
  /** Names the expression; a call that gives several columns takes a name for each. */
  as<const N extends string>(...names: [N, ...N[]]): Expr<C, L> & Named<N>;
  /** Gives it as the argument of that name of a function: `call('f', $.x.asArgument('input'))`. */
  asArgument(name: string): Expression<C, L>;
  /** `=` */
  isEqual<O extends Peer<C>>(other: O): Compared<C, O, L>;
  /** `<>` */
  isNotEqual<O extends Peer<C>>(other: O): Compared<C, O, L>;
  /** `IS NULL` */
  isNull(): BooleanExpression<BOOLEAN, L>;
  /** `IS NOT NULL` */
  isNotNull(): BooleanExpression<BOOLEAN, L>;
  /** `IN (…)` */
  in<const A extends readonly Peer<C>[]>(...values: A): Compared<C, A[number], L>;
  /**
   * `IN (SELECT …)`: whether a table of one column has the value; a filter with it is a semi join, with its `not()` an
   * anti join.
   */
  in<S>(table: CheckInTable<S, C> & Table<S>): BooleanExpression<BOOLEAN | null, L>;
  /** `CAST(… AS type)`: fails at run time where the value does not fit. */
  cast<D extends DataType>(type: D): Expr<NonNullable<TypeIn<D>> | NullOf<C>, L>;
  /** `TRY_CAST(… AS type)`: NULL where the value does not fit. */
  tryCast<D extends DataType>(type: D): Expr<NonNullable<TypeIn<D>> | null, L>;
  /** The value, or `other` where it is NULL. */
  ifNull<O extends Operand<C | null>>(other: O): Expr<Common<NonNullable<C>, TypeOf<O>>, L | ScopeOf<O>>;
  /** To sort by, smallest first. */
  asc(): SortKey<L>;
  /** To sort by, largest first. */
  desc(): SortKey<L>;
  /** How many values are not NULL. */
  count(): Agg<BIGINT>;
  /** All values but NULL, as a bag. */
  collect(): Agg<MULTISET<C>>;
  /** All values, NULL too, as an array. */
  arrayAgg(): Agg<ARRAY<C> | null>;
  /** The first value that came, NULL too. */
  firstValue(): AggOrNull<C, L>;
  /** The last value that came, NULL too. */
  lastValue(): AggOrNull<C, L>;
}
