export { $, type ColumnRef, col, type Unresolved } from './column.js';
export type { Agg, Expr, UntypedExpression } from './expr.js';
export type { Expression, Named, NameIn, ScopeOf, SortKey, TypeOf } from './expression.js';
export { avg, call, callSql, count, currentTimestamp, ifThenElse, max, min, proctime, sum } from './functions.js';
export { lit } from './lit.js';
export type { Operand } from './operands.js';
export type { AggScope, BareScope, KeyScope, RowScope } from './scope.js';
export type { TimeUnit } from './temporal-expression.js';
