import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { KindOf } from '../types/values.js';
import type { BaseExpression } from './base-expression.js';
import type { BooleanExpression } from './boolean-expression.js';
import type { ComparableExpression } from './comparable-expression.js';
import type { ArrayExpression, MapExpression, RowExpression } from './composite-expressions.js';
import type { NumericExpression } from './numeric-expression.js';
import type { AggScope } from './scope.js';
import type { StringExpression } from './string-expression.js';
import type { TemporalExpression } from './temporal-expression.js';

interface ByKind<C, L> {
  BOOLEAN: BooleanExpression<C, L>;
  STRING: StringExpression<C, L>;
  BYTES: ComparableExpression<C, L>;
  TINYINT: NumericExpression<C, L>;
  SMALLINT: NumericExpression<C, L>;
  INT: NumericExpression<C, L>;
  BIGINT: NumericExpression<C, L>;
  DECIMAL: NumericExpression<C, L>;
  FLOAT: NumericExpression<C, L>;
  DOUBLE: NumericExpression<C, L>;
  DATE: TemporalExpression<C, L>;
  TIME: TemporalExpression<C, L>;
  TIMESTAMP: TemporalExpression<C, L>;
  TIMESTAMP_LTZ: TemporalExpression<C, L>;
  INTERVAL: ComparableExpression<C, L>;
  ARRAY: ArrayExpression<C, L>;
  MAP: MapExpression<C, L>;
  MULTISET: BaseExpression<C, L>;
  ROW: RowExpression<C, L>;
}

/** An expression of unknown type: every method, unchecked until the plan is resolved. */
export type UntypedExpression<L = Untyped> = NumericExpression<Untyped, L> &
  StringExpression<Untyped, L> &
  BooleanExpression<Untyped, L> &
  TemporalExpression<Untyped, L> &
  ArrayExpression<Untyped, L> &
  RowExpression<Untyped, L>;

/** The expression of a column type: only what applies to the type, so that completion shows no more. */
export type Expr<C, L> =
  IsUntyped<C> extends true
    ? UntypedExpression<L>
    : [C] extends [null]
      ? BaseExpression<C, L>
      : ByKind<C, L>[KindOf<C> & keyof ByKind<C, L>];

/** An aggregate. */
export type Agg<C> = Expr<C, AggScope> & {
  /** Over the distinct values only. */
  distinct(): Agg<C>;
};
