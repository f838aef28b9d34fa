import type { Session } from '../environment/session.js';
import type { RowScope } from '../expressions/scope.js';
import type { RelationNode } from '../plan/relation.js';
import type { OverWindowNode } from '../plan/relations/over-window-project.js';
import { CallSite } from '../source/call-site.js';
import type { ColumnName } from './columns.js';
import { type ColumnNames, expressionsOf, namesOf } from './projection.js';
import type { Column, Selected, SelectFn } from './projection-types.js';
import { Table } from './table.js';
import type { OverRow } from './window-types.js';

/** A table with a window around each row. Maps to Flink's `OverWindowedTable`. */
export class OverWindowedTable<in out S, in out W extends string> {
  declare readonly schemaType: S;
  declare readonly windowAlias: W;

  constructor(
    private readonly session: Session,
    private readonly input: RelationNode,
    private readonly window: OverWindowNode,
    private readonly columns: ColumnNames,
  ) {}

  /**
   * Columns, and aggregates over the window.
   * @example windowed.select('user', ($) => ({ lately: $.amount.sum().over($.w) }))
   */
  select<const C extends readonly (ColumnName<S> | Column<ColumnName<S>> | SelectFn<OverRow<S, W>, RowScope>)[]>(
    ...args: C
  ): Table<Selected<S, C>> {
    const expressions = expressionsOf(args, this.columns && [...this.columns, this.window.alias]);
    return new Table(
      this.session,
      { kind: 'overWindowProject', inputs: [this.input], window: this.window, expressions, site: new CallSite() },
      namesOf(expressions),
    );
  }
}
