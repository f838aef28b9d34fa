import { JOB_ONLY } from '@tsflink/closure/marks';
import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import { suggestion } from '../errors/suggest.js';
import { columnScope, NODE } from '../expressions/build.js';
import type { Expression, SortKey } from '../expressions/expression.js';
import { type ExpressionNode, nameOf } from '../expressions/node.js';
import type { AggScope, RowScope } from '../expressions/scope.js';
import type { RelationNode } from '../plan/relation.js';
import type { Join } from '../plan/relations/join.js';
import type { SetOperation } from '../plan/relations/set-operation.js';
import type { ExplainDetail } from '../results/explain-detail.js';
import type { ResolvedSchema } from '../results/resolved-schema.js';
import type { TableResult } from '../results/table-result.js';
import { CallSite } from '../source/call-site.js';
import type { BOOLEAN } from '../types/sql-types.js';
import type { Untyped } from '../types/untyped.js';
import type { CheckDisjoint, CheckInsert, CheckNew, CheckRename, CheckUnion } from './checks.js';
import type { ColumnName, Row } from './columns.js';
import { GroupedTable } from './grouped-table.js';
import { type ColumnNames, columnNotFound, expressionOf, expressionsOf, namesOf } from './projection.js';
import type { Column, GroupFn, Selected, SelectFn, Unmixed } from './projection-types.js';
import type {
  Aliased,
  AllNull,
  Dropped,
  GroupName,
  GroupSchema,
  Merge,
  PlainAll,
  Renamed,
  Replace,
  UnionOf,
} from './schema-types.js';
import { quotePath, TableDef } from './table-def.js';

type Condition<L, R> = (left: Row<L>, right: Row<R>) => Expression<BOOLEAN | null, RowScope>;
type SortArgument<S> =
  | ColumnName<S>
  | SortKey
  | ((columns: Row<S>) => SortKey | Expression | readonly (SortKey | Expression)[]);
type NewColumns = { readonly [alias: string]: Expression<unknown, RowScope> };

/**
 * A table: the description of a query, immutable. Nothing runs, and no JVM is needed, until it is executed, explained
 * or asked for its schema. `S` holds its columns' types; it is {@link Untyped} for a table known by name only. Maps to
 * Flink's `Table`.
 * @example
 * tEnv.from(accessLog)
 *   .groupBy('uri')
 *   .select('uri', ($) => ({ hits: $.uuid.count() }))
 *   .execute();
 */
export class Table<in out S = Untyped> {
  declare readonly schemaType: S;
  // first of the members that show the invariance of S, so that a mismatch is reported in terms of the schema
  declare protected readonly exactSchema: (exact: S) => S;

  /** @internal Tables come from a TableEnvironment. */
  constructor(
    private readonly session: Session,
    /** What the table stands for. */
    readonly relation: RelationNode,
    /** The names of its columns; undefined where only Flink knows them. */
    readonly columns: ColumnNames,
  ) {}

  /** @internal Functions cannot take it along to Flink. */
  get [JOB_ONLY](): boolean {
    return true;
  }

  /** @internal As an argument of an expression. */
  get [NODE](): ExpressionNode {
    return { kind: 'table', relation: this.relation, partitionBy: [], orderBy: [] };
  }

  /** The columns, for use outside callbacks: `t.$.name`. */
  get $(): Row<S> {
    return columnScope();
  }

  // ── one row at a time ──────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Computes columns: names, named expressions, and callbacks that return `{ alias: expression }` or a list. Only
   * aggregates: one row of the whole table.
   * @example table.select('user', ($) => ({ twice: $.n.times(2) }))
   */
  select<const A extends readonly (ColumnName<S> | Column<ColumnName<S>> | SelectFn<Row<S>, RowScope | AggScope>)[]>(
    ...args: A
  ): Unmixed<A, Table<Selected<S, A>>> {
    const expressions = expressionsOf(args, this.columns);
    return this.derive({ kind: 'project', ...this.one(), expressions }, namesOf(expressions));
  }

  /** The rows for which the predicate is true (not false, not NULL). */
  where(predicate: (columns: Row<S>) => Expression<BOOLEAN | null, RowScope>): Table<S> {
    return this.derive({ kind: 'filter', ...this.one(), predicate: expressionOf(predicate, this.columns) });
  }

  /** The same as {@link where}, as in Flink. */
  filter(predicate: (columns: Row<S>) => Expression<BOOLEAN | null, RowScope>): Table<S> {
    return this.where(predicate);
  }

  /** Renames all columns, by position. Their types are not followed: prefer {@link renameColumns}. */
  as<const N extends readonly [string, ...string[]]>(...names: N): Table<{ [K in N[number]]: Untyped }> {
    return this.derive({ kind: 'rename', ...this.one(), names }, names);
  }

  /** Adds columns; those names must be new. */
  addColumns<const P extends NewColumns>(
    columns: (columns: Row<S>) => CheckNew<S, NoInfer<P>> & P,
  ): Table<Replace<S, Aliased<P>>> {
    const added = expressionsOf([columns], this.columns);
    const names = this.columns && namesOf([...this.columns.map(columnNode), ...added]);
    return this.derive({ kind: 'modifyColumns', operator: 'add', ...this.one(), columns: added }, names);
  }

  /** Adds columns, in place of those of the same name. */
  addOrReplaceColumns<const P extends NewColumns>(columns: (columns: Row<S>) => P): Table<Replace<S, Aliased<P>>> {
    const added = expressionsOf([columns], this.columns);
    const names = this.columns && [...new Set([...this.columns, ...added.map((node) => nameOf(node) as string)])];
    return this.derive({ kind: 'modifyColumns', operator: 'addOrReplace', ...this.one(), columns: added }, names);
  }

  /** Renames columns: `{ old: 'new' }`. */
  renameColumns<const M extends { readonly [K in ColumnName<S>]?: string }>(
    names: M & CheckRename<S, M>,
  ): Table<Renamed<S, M>> {
    const renamed = names as Record<string, string>;
    this.checkNames(Object.keys(renamed));
    const columns = Object.entries(renamed).map(
      ([old, name]): ExpressionNode => ({ kind: 'alias', expression: columnNode(old), name, site: new CallSite() }),
    );
    return this.derive(
      { kind: 'modifyColumns', operator: 'rename', ...this.one(), columns },
      this.columns?.map((column) => renamed[column] ?? column),
    );
  }

  /** The table without some columns. */
  dropColumns<const K extends ColumnName<S>>(...columns: K[]): Table<Dropped<S, K>> {
    this.checkNames(columns);
    return this.derive(
      { kind: 'modifyColumns', operator: 'drop', ...this.one(), columns: columns.map(columnNode) },
      this.columns?.filter((column) => !columns.includes(column as K)),
    );
  }

  // ── many rows at once ──────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Groups by columns or expressions; `select` follows.
   * @example table.groupBy('user', ($) => ({ hour: $.ts.floor('HOUR') }))
   */
  groupBy<const A extends readonly (ColumnName<S> | Column<ColumnName<S>> | GroupFn<Row<S>>)[]>(
    ...keys: A
  ): GroupedTable<GroupSchema<S, A>, GroupName<A[number]>> {
    const nodes = expressionsOf(keys, this.columns);
    const computed = nodes.filter((node) => node.kind === 'alias').map((node) => node.name);
    const columns = this.columns && [...new Set([...this.columns, ...computed])];
    return new GroupedTable(this.session, this.relation, nodes, columns);
  }

  /** Each row once. */
  distinct(): Table<S> {
    return this.derive({ kind: 'distinct', ...this.one() });
  }

  /** Sorts: names, and callbacks that return `$.a.asc()` or `$.a.desc()`. */
  orderBy(...keys: SortArgument<S>[]): Table<S> {
    return this.derive({ kind: 'sort', ...this.one(), keys: expressionsOf(keys, this.columns) });
  }

  /** At most so many rows, after the first `offset`. */
  limit(fetch: number, offset = 0): Table<S> {
    return this.derive({
      kind: 'fetch',
      ...this.one(),
      offset: natural('offset', offset),
      fetch: natural('limit', fetch),
    });
  }

  /** The rows after the first so many. */
  offset(offset: number): Table<S> {
    return this.derive({ kind: 'fetch', ...this.one(), offset: natural('offset', offset) });
  }

  /** At most so many rows. */
  fetch(fetch: number): Table<S> {
    return this.derive({ kind: 'fetch', ...this.one(), fetch: natural('fetch', fetch) });
  }

  // ── two tables ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Pairs of rows for which the condition is true; all pairs without one. The tables must not share column names.
   * @example orders.join(users, (order, user) => order.user_id.isEqual(user.id))
   */
  join<R>(
    right: CheckDisjoint<S, NoInfer<R>> & Table<R>,
    on?: Condition<S, R>,
  ): Table<Merge<PlainAll<S>, PlainAll<R>>> {
    return this.joinAs('inner', right, on);
  }

  /** As {@link join}, and rows of this table without a partner, with NULLs. */
  leftOuterJoin<R>(
    right: CheckDisjoint<S, NoInfer<R>> & Table<R>,
    on: Condition<S, R>,
  ): Table<Merge<PlainAll<S>, AllNull<PlainAll<R>>>> {
    return this.joinAs('left', right, on);
  }

  /** As {@link join}, and rows of the right table without a partner, with NULLs. */
  rightOuterJoin<R>(
    right: CheckDisjoint<S, NoInfer<R>> & Table<R>,
    on: Condition<S, R>,
  ): Table<Merge<AllNull<PlainAll<S>>, PlainAll<R>>> {
    return this.joinAs('right', right, on);
  }

  /** As {@link join}, and rows of either table without a partner, with NULLs. */
  fullOuterJoin<R>(
    right: CheckDisjoint<S, NoInfer<R>> & Table<R>,
    on: Condition<S, R>,
  ): Table<Merge<AllNull<PlainAll<S>>, AllNull<PlainAll<R>>>> {
    return this.joinAs('full', right, on);
  }

  /** The rows of both, each once. Columns are matched by name where both tables' are known, else by position. */
  union<R>(right: CheckUnion<S, NoInfer<R>> & Table<R>): Table<UnionOf<S, R>> {
    return this.combine('union', right);
  }

  /** The rows of both. */
  unionAll<R>(right: CheckUnion<S, NoInfer<R>> & Table<R>): Table<UnionOf<S, R>> {
    return this.combine('unionAll', right);
  }

  /** The rows that are in both, each once. In batch mode only. */
  intersect<R>(right: CheckUnion<S, NoInfer<R>> & Table<R>): Table<UnionOf<S, R>> {
    return this.combine('intersect', right);
  }

  /** The rows that are in both, as often as in the one that has fewer. In batch mode only. */
  intersectAll<R>(right: CheckUnion<S, NoInfer<R>> & Table<R>): Table<UnionOf<S, R>> {
    return this.combine('intersectAll', right);
  }

  /** The rows that are not in the right table, each once. In batch mode only. */
  minus<R>(right: CheckUnion<S, NoInfer<R>> & Table<R>): Table<S> {
    return this.combine('minus', right);
  }

  /** The rows, less one for each equal row of the right table. In batch mode only. */
  minusAll<R>(right: CheckUnion<S, NoInfer<R>> & Table<R>): Table<S> {
    return this.combine('minusAll', right);
  }

  // ── execution ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Runs the query. The result's rows are read with `collect()` or `print()`. */
  execute(): Promise<TableResult<S>> {
    return this.session.execute({ case: 'query', relation: this.relation }, new CallSite());
  }

  /**
   * Starts a job that inserts the rows into a table: by column name into one of {@link defineTable}, by position into
   * one that is known by its path only. The promise resolves when the job is submitted; `await()` of the result waits
   * for its end.
   */
  executeInsert<D extends TableDef<string, unknown, unknown> | string>(
    sink: (D extends TableDef<string, unknown, infer K> ? CheckInsert<S, K> : unknown) & D,
  ): Promise<TableResult<Untyped>> {
    const site = new CallSite();
    const target: TableDef | string = sink;
    if (!(target instanceof TableDef)) {
      return this.session.execute({ case: 'insert', relation: this.relation, path: target }, site);
    }
    this.session.define(target, site);
    return this.session.execute({ case: 'insert', relation: this.orderedFor(target), path: target.path }, site);
  }

  /** How Flink would run it: the syntax tree, the optimised plan and the execution plan. */
  explain(...details: ExplainDetail[]): Promise<string> {
    return this.session.explain({ case: 'query', relation: this.relation }, details, new CallSite());
  }

  /** The columns and types, as Flink resolves them. */
  getResolvedSchema(): Promise<ResolvedSchema> {
    return this.session.resolveSchema(this.relation, new CallSite());
  }

  /** Writes the columns and types to the standard output. */
  async printSchema(): Promise<void> {
    const schema = await this.session.resolveSchema(this.relation, new CallSite());
    process.stdout.write(`${schema}\n`);
  }

  // ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  private one(): { readonly inputs: readonly [RelationNode]; readonly site: CallSite } {
    return { inputs: [this.relation], site: new CallSite() };
  }

  private derive(relation: RelationNode, columns: ColumnNames = this.columns): Untyped {
    return new Table(this.session, relation, columns);
  }

  private joinAs<R>(type: Join['type'], right: Table<R>, on: Condition<S, R> | undefined): Untyped {
    const columns = this.columns && right.columns && [...this.columns, ...right.columns];
    const twice = right.columns?.find((column) => this.columns?.includes(column));
    if (twice !== undefined) {
      throw new FlinkError('COLUMN_DUPLICATE', `Both tables have a column '${twice}'`, {
        hint: `Rename it first: right.renameColumns({ ${twice}: 'new_name' }).`,
      });
    }
    const condition = on && expressionOf(() => on(columnScope(), columnScope()), columns);
    return this.derive(
      { kind: 'join', type, inputs: [this.relation, right.relation], condition, site: new CallSite() },
      columns,
    );
  }

  /** Flink matches columns by position: the right ones are put in the order of the left ones where both are known. */
  private combine<R>(operator: SetOperation['operator'], right: Table<R>): Untyped {
    const inputs = [this.relation, this.columns ? right.ordered(this.columns) : right.relation];
    return this.derive({ kind: 'setOperation', operator, inputs, site: new CallSite() });
  }

  /** The relation with its columns in this order, where it has these and no others. */
  private ordered(names: readonly string[]): RelationNode {
    const { columns } = this;
    const same = columns?.length === names.length && columns.every((column) => names.includes(column));
    if (!same || columns.every((column, i) => column === names[i])) return this.relation;
    return { kind: 'project', ...this.one(), expressions: names.map(columnNode) };
  }

  private checkNames(names: readonly string[]): void {
    const { columns } = this;
    const missing = columns && names.find((name) => !columns.includes(name));
    if (missing !== undefined) throw columnNotFound({ name: missing, site: new CallSite() }, columns ?? []);
  }

  /** The relation with its columns in the order of the sink's. */
  private orderedFor(sink: TableDef): RelationNode {
    const { columns } = this;
    if (columns === undefined) return this.relation;
    const wanted = sink.sinkColumns;
    const missing = wanted.find((column) => !columns.includes(column));
    const extra = columns.find((column) => !wanted.includes(column));
    if (missing !== undefined || extra !== undefined) {
      const what =
        missing === undefined
          ? `Column '${extra}' of the query is not a column of ${quotePath(sink.name)}`
          : `Column '${missing}' of ${quotePath(sink.name)} is not among those of the query`;
      throw new FlinkError('SCHEMA_MISMATCH', what, {
        hint: missing === undefined ? suggestion(extra ?? '', wanted) : suggestion(missing, columns),
      });
    }
    return this.ordered(wanted);
  }
}

function columnNode(name: string): ExpressionNode {
  return { kind: 'column', name, site: new CallSite() };
}

function natural(what: string, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= 2147483647) return value;
  throw new FlinkError('ARGUMENT_INVALID', `The ${what} must be an integer from 0 to 2147483647, not ${value}`);
}
