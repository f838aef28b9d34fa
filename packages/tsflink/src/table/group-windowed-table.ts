import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import type { RelationNode } from '../plan/relation.js';
import type { GroupWindowNode } from '../plan/relations/window.js';
import type { ColumnName, Row } from './columns.js';
import { type ColumnNames, columnDuplicate, expressionsOf, nodeNames } from './projection.js';
import type { Column, GroupFn } from './projection-types.js';
import type { GroupName, GroupSchema } from './schema-types.js';
import { WindowGroupedTable } from './window-grouped-table.js';
import type { CheckGrouped } from './window-types.js';

/** A table with a window, to be grouped by it. `A` is the time attribute. Maps to Flink's `GroupWindowedTable`. */
export class GroupWindowedTable<in out S, in out W extends string, in out A> {
  declare readonly schemaType: S;
  declare readonly windowAlias: W;
  declare readonly timeAttribute: A;

  constructor(
    private readonly session: Session,
    private readonly input: RelationNode,
    private readonly window: GroupWindowNode,
    private readonly columns: ColumnNames,
  ) {}

  /**
   * Groups by the window, by its alias, and by columns or expressions; `select` follows.
   *
   * Throws GROUPING_INVALID where the window is not among the keys.
   * @example table.window(Tumble.over(lit(1).hours()).on('ts').as('w')).groupBy('w', 'user')
   */
  groupBy<const G extends readonly (W | ColumnName<S> | Column<ColumnName<S> | W> | GroupFn<Row<S>>)[]>(
    ...keys: CheckGrouped<W, GroupName<G[number]>> & G
  ): WindowGroupedTable<GroupSchema<S, G>, Exclude<GroupName<G[number]>, W>, W, A> {
    const { alias } = this.window;
    if (this.columns?.includes(alias)) throw columnDuplicate(alias);
    const nodes = expressionsOf(keys as readonly unknown[], this.columns && [...this.columns, alias]);
    if (!nodes.some((node) => node.kind === 'column' && node.name === alias)) {
      throw new FlinkError('GROUPING_INVALID', `The window '${alias}' is not among the keys`, {
        hint: `Group by it too: groupBy('${alias}', …).`,
      });
    }
    const columns = this.columns && [...new Set([...this.columns, ...nodeNames(nodes)])];
    return new WindowGroupedTable(this.session, this.input, this.window, nodes, columns);
  }
}
