import type { Expr } from '../expressions/expr.js';
import type { Expression, Named, SortKey } from '../expressions/expression.js';
import type { BareScope, KeyScope, RowScope } from '../expressions/scope.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';

/** The columns of a table. */
export type Columns<S> = { readonly [K in keyof S]: Expr<S[K], RowScope> & Named<K & string> };
/** The columns of a grouped table: keys as they are, the rest to be aggregated. */
export type GroupColumns<S, K extends string> = {
  readonly [C in keyof S]: Expr<S[C], C extends K ? KeyScope : BareScope> & Named<C & string>;
};

// tables of unknown schema: anything goes (an index signature would be `| undefined` under noUncheckedIndexedAccess)
/** What the callbacks of a table are given. */
export type Row<S> = IsUntyped<S> extends true ? Untyped : Columns<S>;
/** What the callback of a grouped table's `select` is given. */
export type GroupRow<S, K extends string> = IsUntyped<S> extends true ? Untyped : GroupColumns<S, K>;
/** A column's name. */
export type ColumnName<S> = IsUntyped<S> extends true ? string : keyof S & string;
/** A key to sort by. */
export type SortArgument<S> =
  | ColumnName<S>
  | SortKey
  | ((columns: Row<S>) => SortKey | Expression | readonly (SortKey | Expression)[]);
