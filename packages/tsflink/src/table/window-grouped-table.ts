import type { Session } from '../environment/session.js';
import type { Expression } from '../expressions/expression.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { AggScope, KeyScope } from '../expressions/scope.js';
import type { CallColumns } from '../expressions/table-call.js';
import type { RelationNode } from '../plan/relation.js';
import type { GroupWindowNode } from '../plan/relations/window.js';
import { CallSite } from '../source/call-site.js';
import { AggregatedTable, FlatAggregateTable } from './aggregated-table.js';
import type { GroupRow } from './columns.js';
import { type ColumnNames, callColumns, expressionOf, expressionsOf, keyNames, namesOf } from './projection.js';
import type { Column, Projection, Selected } from './projection-types.js';
import type { Aggregated, PlainKeys } from './schema-types.js';
import { Table } from './table.js';
import type { WindowRow } from './window-types.js';

/** A table grouped by a window, with the alias `W`, and by the keys `K`. Maps to Flink's `WindowGroupedTable`. */
export class WindowGroupedTable<in out S, in out K extends string, in out W extends string, in out A> {
  declare readonly schemaType: S;
  declare readonly keyNames: K;
  declare readonly windowAlias: W;
  declare readonly timeAttribute: A;

  constructor(
    private readonly session: Session,
    private readonly input: RelationNode,
    private readonly window: GroupWindowNode,
    private readonly keys: readonly ExpressionNode[],
    private readonly columns: ColumnNames,
  ) {}

  /**
   * Keys, properties of the window, and aggregates of the other columns.
   * @example windowed.groupBy('w', 'user').select('user', ($) => ({ from: $.w.start(), total: $.amount.sum() }))
   */
  select<const C extends readonly (K | Column<K>)[]>(...keys: C): Table<PlainKeys<S, Selected<S, C>>>;
  select<const C extends readonly (K | Column<K>)[], const P extends Projection<KeyScope | AggScope>>(
    ...args: [...keys: C, select: (columns: WindowRow<S, K, W, A>) => P]
  ): Table<PlainKeys<S, Selected<S, [...C, () => P]>>>;
  select(...args: unknown[]): unknown {
    const expressions = expressionsOf(args, this.columns);
    return new Table(
      this.session,
      {
        kind: 'windowAggregate',
        inputs: [this.input],
        window: this.window,
        keys: this.keys,
        expressions,
        site: new CallSite(),
      },
      namesOf(expressions),
    );
  }

  /** Aggregates the rows of each window and key by one function, which may give several columns; `select` follows. */
  aggregate<const X extends Expression>(
    aggregate: (columns: GroupRow<S, never>) => X,
  ): AggregatedTable<Aggregated<S, K, CallColumns<X>>, W, A> {
    return new AggregatedTable(this.session, ...this.apply(aggregate, false));
  }

  /** As `aggregate`, by a table aggregate function, which may give several rows. */
  flatAggregate<const X extends Expression>(
    aggregate: (columns: GroupRow<S, never>) => X,
  ): FlatAggregateTable<Aggregated<S, K, CallColumns<X>>, W, A> {
    return new FlatAggregateTable(this.session, ...this.apply(aggregate, true));
  }

  private apply(aggregate: unknown, flat: boolean) {
    const call = expressionOf(aggregate, this.columns);
    const pending = { inputs: [this.input], window: this.window, keys: this.keys, function: call, flat };
    const made = callColumns(call);
    const keys = keyNames(this.keys);
    return [pending, keys && made && [...keys, ...made]] as const;
  }
}
