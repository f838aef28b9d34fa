import type { BridgedRowOf, ColumnTypes } from '../../types/data-types.js';
import type { Untyped } from '../../types/untyped.js';

/** What {@link tableArg} is told of a table. Maps to Flink's `ArgumentTrait`. */
export interface TableArgOptions<C extends ColumnTypes | undefined, S extends TableSemanticsKind> {
  /** `'row'`: each row by itself; `'set'`: the rows of a partition go to one place, where state is kept for each. */
  readonly semantics: S;
  /** Its columns; of a table of any columns the rows are untyped. */
  readonly columns?: C;
  /** Set semantics: the call may leave out PARTITION BY; all rows are one partition then. */
  readonly optionalPartitionBy?: boolean;
  /** The columns of the table are columns of the result, before those of the function. */
  readonly passColumnsThrough?: boolean;
  /** The table may be updated: rows have a kind, `ctx.getRowKind(row)`. */
  readonly supportUpdates?: boolean;
  /** Updates come with the row before, `-U`. */
  readonly requireUpdateBefore?: boolean;
  /** Deletions come with all columns, not with the key only. */
  readonly requireFullDelete?: boolean;
  /** The call must name a time attribute in `on_time`. */
  readonly requireOnTime?: boolean;
}

/** How the rows of a table are given. */
export type TableSemanticsKind = 'row' | 'set';

/** A table argument of a {@link ptf}. */
export interface TableArg<out Row = Untyped, out S extends TableSemanticsKind = TableSemanticsKind> {
  readonly table: TableArgOptions<ColumnTypes | undefined, S>;
  /** The type of its rows. */
  readonly rowType?: Row;
}

/**
 * A table as argument of a {@link ptf}. Maps to Flink's `@ArgumentHint(ArgumentTrait.SET_SEMANTIC_TABLE)` and its like.
 * @example tableArg({ semantics: 'set', columns: { user: STRING(), score: INT() } })
 */
export function tableArg<
  const C extends ColumnTypes | undefined = undefined,
  const S extends TableSemanticsKind = 'row',
>(options: TableArgOptions<C, S>): TableArg<C extends ColumnTypes ? BridgedRowOf<C> : Untyped, S> {
  return { table: options };
}
