export type { ArrayExpression } from './array-expression.js';
export type { BaseExpression } from './base-expression.js';
export type { BitmapExpression } from './bitmap-expression.js';
export type { BooleanExpression } from './boolean-expression.js';
export type { BytesExpression } from './bytes-expression.js';
export { $, type ColumnRef, col, type Unresolved } from './column.js';
export type { ComparableExpression } from './comparable-expression.js';
export type { UrlPart } from './encoding-expression.js';
export type { Agg, AggregateModifiers, Expr, OverFunction, UntypedExpression } from './expr.js';
export type { Expression, Named, NameIn, ScopeOf, SortKey, TypeOf } from './expression.js';
export * from './functions/index.js';
export type { IntExpression } from './int-expression.js';
export type { IntervalExpression } from './interval-expression.js';
export { lit } from './lit.js';
export type { MapExpression, MultisetExpression } from './map-expression.js';
export type { ExactNumericExpression, IntegerExpression, NumericExpression } from './numeric-expression.js';
export type { Operand } from './operands.js';
export type { AnyOperand } from './result.js';
export type { RowExpression } from './row-expression.js';
export type { AggScope, BareScope, KeyScope, RowScope } from './scope.js';
export type { StringExpression } from './string-expression.js';
export {
  JsonExistsOnError,
  JsonOnNull,
  JsonQueryOnEmptyOrError,
  JsonQueryWrapper,
  JsonType,
  JsonValueOnEmptyOrError,
  TimeIntervalUnit,
  TimePointUnit,
} from './symbols.js';
export type { CallColumns, TableCall } from './table-call.js';
export type { TemporalExpression } from './temporal-expression.js';
export type { VariantExpression } from './variant-expression.js';
export type { OverWindowRef, WindowExpression } from './window-expression.js';
