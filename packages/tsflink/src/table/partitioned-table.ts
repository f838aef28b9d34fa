import type { Session } from '../environment/session.js';
import { NODE } from '../expressions/build.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { RelationNode } from '../plan/relation.js';
import type { Untyped } from '../types/untyped.js';
import type { SortArgument } from './columns.js';
import { type ArgumentOf, argument, type ProcessColumns, type ProcessFunction, process } from './process.js';
import { type ColumnNames, expressionsOf } from './projection.js';
import type { Table } from './table.js';

/**
 * A table whose partitions are processed apart, by a process table function with set semantics. Maps to Flink's
 * `PartitionedTable`.
 */
export class PartitionedTable<in out S, out K extends string = string> {
  declare readonly schemaType: S;
  declare readonly keyNames: K;

  constructor(
    private readonly session: Session,
    private readonly input: RelationNode,
    private readonly keys: readonly ExpressionNode[],
    private readonly columns: ColumnNames,
    private readonly order: readonly ExpressionNode[] = [],
  ) {}

  /** @internal As an argument of an expression. */
  get [NODE](): ExpressionNode {
    return { kind: 'table', relation: this.input, partitionBy: this.keys, orderBy: this.order };
  }

  /** Sorts the rows of each partition. The first key has to be a time attribute, ascending. */
  orderBy(...keys: SortArgument<S>[]): PartitionedTable<S, K> {
    const order = expressionsOf(keys, this.columns);
    return new PartitionedTable(this.session, this.input, this.keys, this.columns, order);
  }

  /** The table as an argument by name: `tEnv.fromCall(ptf, orders.partitionBy('id').asArgument('orders'))`. */
  asArgument(name: string): ArgumentOf<S> {
    return argument(this, name);
  }

  /**
   * What a process table function makes of the partitions, given this table as its first argument.
   * @example clicks.partitionBy('user').process(sessions, lit(10).minutes())
   */
  process<const F extends ProcessFunction>(fn: F, ...args: Untyped[]): Table<ProcessColumns<F>> {
    return process(this.session, fn, [this, ...args]);
  }
}
