import type { Session } from '../environment/session.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { AggScope, KeyScope } from '../expressions/scope.js';
import type { RelationNode } from '../plan/relation.js';
import { CallSite } from '../source/call-site.js';
import type { GroupRow } from './columns.js';
import { type ColumnNames, expressionsOf, namesOf } from './projection.js';
import type { Column, Projection, Selected } from './projection-types.js';
import type { PlainAll } from './schema-types.js';
import { Table } from './table.js';

/** A table with keys to group by; only `select` can follow. Maps to Flink's `GroupedTable`. */
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
}
