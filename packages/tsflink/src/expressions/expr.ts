import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { KindOf } from '../types/values.js';
import type { ArrayExpression } from './array-expression.js';
import type { BaseExpression } from './base-expression.js';
import type { BitmapExpression } from './bitmap-expression.js';
import type { BooleanExpression } from './boolean-expression.js';
import type { BytesExpression } from './bytes-expression.js';
import type { IntExpression } from './int-expression.js';
import type { IntervalExpression } from './interval-expression.js';
import type { MapExpression, MultisetExpression } from './map-expression.js';
import type { ExactNumericExpression, IntegerExpression, NumericExpression } from './numeric-expression.js';
import type { RowExpression } from './row-expression.js';
import type { AggScope, RowScope } from './scope.js';
import type { StringExpression } from './string-expression.js';
import type { TemporalExpression } from './temporal-expression.js';
import type { VariantExpression } from './variant-expression.js';
import type { OverWindowRef, WindowExpression } from './window-expression.js';

interface ByKind<C, L> {
  BOOLEAN: BooleanExpression<C, L>;
  STRING: StringExpression<C, L>;
  BYTES: BytesExpression<C, L>;
  TINYINT: IntegerExpression<C, L>;
  SMALLINT: IntegerExpression<C, L>;
  INT: IntExpression<C, L>;
  BIGINT: IntegerExpression<C, L>;
  DECIMAL: ExactNumericExpression<C, L>;
  FLOAT: NumericExpression<C, L>;
  DOUBLE: NumericExpression<C, L>;
  DATE: TemporalExpression<C, L>;
  TIME: TemporalExpression<C, L>;
  TIMESTAMP: TemporalExpression<C, L>;
  TIMESTAMP_LTZ: TemporalExpression<C, L>;
  INTERVAL: IntervalExpression<C, L>;
  ARRAY: ArrayExpression<C, L>;
  MAP: MapExpression<C, L>;
  MULTISET: MultisetExpression<C, L>;
  ROW: RowExpression<C, L>;
  VARIANT: VariantExpression<C, L>;
  BITMAP: BitmapExpression<C, L>;
}

/** An expression of unknown type: every method, unchecked until the plan is resolved. */
export type UntypedExpression<L = Untyped> = IntExpression<Untyped, L> &
  StringExpression<Untyped, L> &
  BytesExpression<Untyped, L> &
  BooleanExpression<Untyped, L> &
  TemporalExpression<Untyped, L> &
  IntervalExpression<Untyped, L> &
  ArrayExpression<Untyped, L> &
  MapExpression<Untyped, L> &
  RowExpression<Untyped, L> &
  VariantExpression<Untyped, L> &
  BitmapExpression<Untyped, L> &
  WindowExpression<Untyped, L> &
  AggregateModifiers<Untyped>;

/** The expression of a column type: only what applies to the type, so that completion shows no more. */
export type Expr<C, L> =
  IsUntyped<C> extends true
    ? UntypedExpression<L>
    : [C] extends [null]
      ? BaseExpression<C, L>
      : ByKind<C, L>[KindOf<C> & keyof ByKind<C, L>];

/** An aggregate. */
export type Agg<C> = Expr<C, AggScope> & AggregateModifiers<C>;

/**
 * An aggregate that is NULL of no rows, of a column with the scope `L`: the rows of a group are there, those of a whole
 * table (which is not grouped) need not be.
 */
export type AggOrNull<C, L> = Expr<C | OfNoRows<L>, AggScope> & AggregateModifiers<C, L>;
/** What such an aggregate may be besides. */
export type OfNoRows<L> = IsUntyped<L> extends true ? never : [RowScope] extends [L] ? null : never;

/** What an aggregate has besides the methods of its type. */
export interface AggregateModifiers<in out C, in out L = never> extends OverFunction<C> {
  /** Over the distinct values only. */
  distinct(): AggOrNull<C, L>;
}

/** A function of a window around each row. */
export interface OverFunction<in out C> {
  /**
   * For each row, over the window around it that an alias names.
   * @example $.amount.sum().over($.w)
   */
  over(window: OverWindowRef): Expr<C, RowScope>;
}
