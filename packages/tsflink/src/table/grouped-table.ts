import type { Session } from '../environment/session.js';
import type { Expression } from '../expressions/expression.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { AggScope, KeyScope } from '../expressions/scope.js';
import type { CallColumns } from '../expressions/table-call.js';
import type { RelationNode } from '../plan/relation.js';
import { CallSite } from '../source/call-site.js';
import { AggregatedTable, FlatAggregateTable } from './aggregated-table.js';
import type { GroupRow } from './columns.js';
import { type ColumnNames, callColumns, expressionOf, expressionsOf, keyNames, namesOf } from './projection.js';
import type { Column, Projection, Selected } from './projection-types.js';
import type { Aggregated, PlainAll } from './schema-types.js';
import { Table } from './table.js';

/** A table with keys to group by. Maps to Flink's `GroupedTable`. */
export class GroupedTable<in out S, in out K extends string> {
  declare readonly schemaType: S;
  declare readonly keyNames: K;

  constructor(
    private readonly session: Session,
    private readonly input: RelationNode,
    private readonly keys: readonly ExpressionNode[],
    private readonly columns: ColumnNames,
  ) {}

  /**
   * Keys, and aggregates of the other columns.
   * @example table.groupBy('province').select('province', ($) => ({ n: $.uuid.count() }))
   */
  select<const C extends readonly (K | Column<K>)[]>(...keys: C): Table<PlainAll<Selected<S, C>>>;
  select<const C extends readonly (K | Column<K>)[], const P extends Projection<KeyScope | AggScope>>(
    ...args: [...keys: C, select: (columns: GroupRow<S, K>) => P]
  ): Table<PlainAll<Selected<S, [...C, () => P]>>>;
  select(...args: unknown[]): unknown {
    const expressions = expressionsOf(args, this.columns);
    return new Table(
      this.session,
      { kind: 'aggregate', inputs: [this.input], keys: this.keys, expressions, site: new CallSite() },
      namesOf(expressions),
    );
  }

  /**
   * Aggregates the rows of each key by one function, which may give several columns; `select` follows.
   * @example table.groupBy('user').aggregate(($) => minAndMax($.amount)).select('user', 'min', 'max')
   */
  aggregate<const X extends Expression>(
    aggregate: (columns: GroupRow<S, never>) => X,
  ): AggregatedTable<Aggregated<S, K, CallColumns<X>>> {
    return new AggregatedTable(this.session, ...this.apply(aggregate, false));
  }

  /** As `aggregate`, by a table aggregate function, which may give several rows. */
  flatAggregate<const X extends Expression>(
    aggregate: (columns: GroupRow<S, never>) => X,
  ): FlatAggregateTable<Aggregated<S, K, CallColumns<X>>> {
    return new FlatAggregateTable(this.session, ...this.apply(aggregate, true));
  }

  private apply(aggregate: unknown, flat: boolean) {
    const call = expressionOf(aggregate, this.columns);
    const pending = { inputs: [this.input], window: undefined, keys: this.keys, function: call, flat };
    const made = callColumns(call);
    const keys = keyNames(this.keys);
    return [pending, keys && made && [...keys, ...made]] as const;
  }
}
