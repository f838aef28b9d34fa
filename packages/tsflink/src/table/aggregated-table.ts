import type { Session } from '../environment/session.js';
import type { RowScope } from '../expressions/scope.js';
import type { ApplyAggregate } from '../plan/relations/apply-aggregate.js';
import { CallSite } from '../source/call-site.js';
import type { ColumnName, Row } from './columns.js';
import { type ColumnNames, expressionsOf, namesOf } from './projection.js';
import type { Column, Selected, SelectFn } from './projection-types.js';
import { Table } from './table.js';
import type { WindowRow } from './window-types.js';

/** An aggregation by one function that gives several columns, before they are selected. */
export type PendingAggregate = Omit<ApplyAggregate, 'expressions' | 'site' | 'kind'>;

/**
 * A table that a function aggregates: its keys, and what the function gives; only `select` can follow. Of a window,
 * `W` is its alias. Maps to Flink's `AggregatedTable` and `FlatAggregateTable`.
 */
export class AggregatedTable<in out S, out W extends string = never, out A = never> {
  declare readonly schemaType: S;
  declare readonly windowAlias: W;
  declare readonly timeAttribute: A;

  constructor(
    private readonly session: Session,
    private readonly aggregate: PendingAggregate,
    private readonly columns: ColumnNames,
  ) {}

  /**
   * Keys, and columns of the function; of a window, also its properties: `$.w.start()`.
   * @example table.groupBy('user').aggregate(($) => minAndMax($.amount)).select('user', 'min', 'max')
   */
  select<
    const C extends readonly (
      | ColumnName<S>
      | Column<ColumnName<S>>
      | SelectFn<[W] extends [never] ? Row<S> : WindowRow<S, keyof S & string, W, A>, RowScope | 'group key'>
    )[],
  >(...args: C): Table<Selected<S, C>> {
    const expressions = expressionsOf(args, this.columns);
    return new Table(
      this.session,
      { kind: 'applyAggregate', ...this.aggregate, expressions, site: new CallSite() },
      namesOf(expressions),
    );
  }
}

/** A table that a table aggregate function aggregates. Maps to Flink's `FlatAggregateTable`. */
export class FlatAggregateTable<in out S, out W extends string = never, out A = never> extends AggregatedTable<
  S,
  W,
  A
> {}
