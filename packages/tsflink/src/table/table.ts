import { JOB_ONLY } from '@tsflink/closure/marks';
import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import { columnScope, NODE } from '../expressions/build.js';
import type { Expression } from '../expressions/expression.js';
import { type ExpressionNode, nameOf } from '../expressions/node.js';
import type { AggScope, RowScope } from '../expressions/scope.js';
import type { CallColumns } from '../expressions/table-call.js';
import { own } from '../plan/owners.js';
import type { RelationNode } from '../plan/relation.js';
import type { Join } from '../plan/relations/join.js';
import type { LateralJoin } from '../plan/relations/lateral-join.js';
import type { SetOperation } from '../plan/relations/set-operation.js';
import type { InsertConflictStrategy } from '../plan/statement.js';
import { type Explained, explainDetails } from '../results/explain-detail.js';
import type { ResolvedSchema } from '../results/resolved-schema.js';
import type { TableResult } from '../results/table-result.js';
import { CallSite } from '../source/call-site.js';
import type { BOOLEAN, STRING } from '../types/sql-types.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';
import type { AggregatedTable, FlatAggregateTable } from './aggregated-table.js';
import type { CheckDisjoint, CheckNew, CheckRename, CheckUnion } from './checks.js';
import type { ColumnName, Row, SortArgument } from './columns.js';
import { GroupWindow } from './group-window.js';
import { GroupWindowedTable } from './group-windowed-table.js';
import { GroupedTable } from './grouped-table.js';
import { type CheckSink, insertNode, ordered, type Sink } from './insert.js';
import type { OverWindow } from './over-window.js';
import { OverWindowedTable } from './over-windowed-table.js';
import { PartitionedTable } from './partitioned-table.js';
import { type ArgumentOf, argument, type ProcessColumns, type ProcessFunction, process } from './process.js';
import {
  type ColumnNames,
  callColumns,
  checkColumns,
  columnDuplicate,
  columnNode,
  columnNotFound,
  expressionOf,
  expressionsOf,
  namesOf,
} from './projection.js';
import type { Column, GroupFn, Selected, SelectFn, Unmixed } from './projection-types.js';
import type {
  Aggregated,
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
import { TablePipeline } from './table-pipeline.js';
import { type TemporalTableFunction, temporalTableFunction } from './temporal-table-function.js';
import type { CheckTime, CheckWindow } from './window-types.js';

type Condition<L, R> = (left: Row<L>, right: Row<R>) => Expression<BOOLEAN | null, RowScope>;
/** A table with a window. */
type Windowed<S, X> =
  X extends GroupWindow<infer W, infer T>
    ? GroupWindowedTable<S, W, IsUntyped<S> extends true ? Untyped : S[T & keyof S]>
    : X extends OverWindow<infer W, string, string>
      ? OverWindowedTable<S, W>
      : never;
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
    /** @internal */
    protected readonly session: Session,
    /** What the table stands for. */
    readonly relation: RelationNode,
    /** The names of its columns; undefined where only Flink knows them. */
    readonly columns: ColumnNames,
  ) {
    own(relation, session);
  }

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
    return this.derive({ kind: 'project', ...this.one(), expressions }, namesOf(expressions, this.columns));
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

  /**
   * What a scalar function makes of each row; the fields of a ROW become columns.
   * @example table.map(($) => parse($.line))
   */
  map<const X extends Expression>(map: (columns: Row<S>) => X): Table<CallColumns<X>> {
    return this.apply(map, false);
  }

  /**
   * The rows that a table function makes of each row.
   * @example table.flatMap(($) => split($.line).as('word'))
   */
  flatMap<const X extends Expression>(flatMap: (columns: Row<S>) => X): Table<CallColumns<X>> {
    return this.apply(flatMap, true);
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

  /**
   * Groups by a window, which `groupBy` names among its keys; or, given an over window, lets `select` aggregate over
   * the rows around each row.
   * @example
   * table.window(Tumble.over(lit(10).minutes()).on('ts').as('w'))
   *   .groupBy('w', 'user')
   *   .select('user', ($) => ({ from: $.w.start(), total: $.amount.sum() }))
   */
  window<const X extends GroupWindow | OverWindow>(window: CheckWindow<S, NoInfer<X>> & X): Windowed<S, X>;
  window(window: GroupWindow | OverWindow): Untyped {
    if (window instanceof GroupWindow) {
      checkColumns([window.node.time], this.columns);
      return new GroupWindowedTable(this.session, this.relation, window.node, this.columns);
    }
    const { partitionBy, orderBy, alias } = window.node;
    checkColumns([...partitionBy, orderBy], this.columns);
    if (this.columns?.includes(alias)) throw columnDuplicate(alias);
    return new OverWindowedTable(this.session, this.relation, window.node, this.columns);
  }

  /** Aggregates all rows by one function, which may give several columns; `select` follows. */
  aggregate<const X extends Expression>(
    aggregate: (columns: Row<S>) => X,
  ): AggregatedTable<Aggregated<S, never, CallColumns<X>>> {
    return this.groupOfAll().aggregate(aggregate);
  }

  /** As `aggregate`, by a table aggregate function, which may give several rows. */
  flatAggregate<const X extends Expression>(
    aggregate: (columns: Row<S>) => X,
  ): FlatAggregateTable<Aggregated<S, never, CallColumns<X>>> {
    return this.groupOfAll().flatAggregate(aggregate);
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
    on?: Condition<S, R>,
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

  /**
   * Each row with the rows that a table function makes of it; the rows for which there are none are left out. The
   * function's columns must be new: name them with `as`.
   * @example lines.joinLateral(($) => split($.line).as('word'))
   */
  joinLateral<const X extends Expression>(
    call: (columns: Row<S>) => CheckDisjoint<S, CallColumns<NoInfer<X>>> & X,
    on?: Condition<S, CallColumns<X>>,
  ): Table<Merge<S, CallColumns<X>>> {
    return this.lateral('inner', call, on);
  }

  /** As {@link joinLateral}, and the rows for which there are none, with NULLs. */
  leftOuterJoinLateral<const X extends Expression>(
    call: (columns: Row<S>) => CheckDisjoint<S, CallColumns<NoInfer<X>>> & X,
    on?: Condition<S, CallColumns<X>>,
  ): Table<Merge<S, AllNull<CallColumns<X>>>> {
    return this.lateral('left', call, on);
  }

  /**
   * The versions of an append-only table over time, to be joined with in {@link joinLateral}: of each key the row that
   * was the last one then.
   * @example const rates = history.createTemporalTableFunction('rate_time', 'currency');
   */
  createTemporalTableFunction<const T extends ColumnName<S>>(
    timeAttribute: CheckTime<S, NoInfer<T>> & T,
    primaryKey: ColumnName<S>,
  ): TemporalTableFunction<PlainAll<S>> {
    this.checkNames([timeAttribute, primaryKey]);
    return temporalTableFunction({
      case: 'temporal',
      relation: this.relation,
      columns: this.columns,
      timeAttribute: columnNode(timeAttribute),
      primaryKey: columnNode(primaryKey),
    });
  }

  /**
   * The rows of both, each once. In batch mode only. Columns are matched by name where both tables' are known, else by
   * position.
   */
  union<R>(right: CheckUnion<S, NoInfer<R>> & Table<R>): Table<UnionOf<S, R>> {
    return this.combine('union', right);
  }

  /** The rows of both. Columns are matched as in {@link union}. */
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

  /**
   * The table, computed once: the first query that uses it computes it, and keeps its rows on disk; later queries of the
   * environment read them. Of bounded tables. Freed with the environment, or by `invalidate()`. In the spirit of
   * Flink's `DataStream.cache()`; the option `tsflink.cache.max-size` bounds all of an environment's.
   *
   * Time attributes become plain timestamps.
   * @example
   * const hot = log.where(($) => $.hits.isGreater(1_000)).cache();
   * await (await hot.groupBy('uri').select('uri', ($) => ({ n: $.uuid.count() })).execute()).print();
   */
  cache(): CachedTable<PlainAll<S>> {
    const relation = { kind: 'cached', id: this.session.nameCache(), ...this.one() } as const;
    return new CachedTable<PlainAll<S>>(this.session, relation, this.columns);
  }

  // ── process table functions ────────────────────────────────────────────────────────────────────────────────────────

  /** Splits the table by keys, for a process table function that keeps state for each: `process` follows. */
  partitionBy<const A extends readonly (ColumnName<S> | Column<ColumnName<S>>)[]>(
    ...keys: A
  ): PartitionedTable<S, GroupName<A[number]>> {
    if (keys.length === 0) {
      throw new FlinkError('ARGUMENT_INVALID', 'partitionBy needs a key', { hint: "Name one: partitionBy('user')." });
    }
    return new PartitionedTable(this.session, this.relation, expressionsOf(keys, this.columns), this.columns);
  }

  /** The table as an argument by name, of a process table function: `tEnv.fromCall(ptf, t.asArgument('input'))`. */
  asArgument(name: string): ArgumentOf<S> {
    return argument(this, name);
  }

  /**
   * What a process table function makes of the rows, each by itself, given this table as its first argument.
   * @example table.process('TO_CHANGELOG')
   */
  process<const F extends ProcessFunction>(fn: F, ...args: Untyped[]): Table<ProcessColumns<F>> {
    return process(this.session, fn, [this, ...args]);
  }

  /**
   * The changes of the table as rows that are only added, with the column `op` before the others: INSERT,
   * UPDATE_BEFORE, UPDATE_AFTER or DELETE. Named arguments change the column (`op`) and its codes (`op_mapping`).
   * @example totals.toChangelog()
   */
  toChangelog(): Table<Replace<PlainAll<S>, { op: STRING }>>;
  toChangelog(...args: Expression[]): Table<Untyped>;
  toChangelog(...args: Expression[]): Untyped {
    return this.process('TO_CHANGELOG', ...args);
  }

  /**
   * The table whose changes are the rows: the column `op` says of each what it does. Named arguments change the column
   * (`op`) and its codes (`op_mapping`). In streaming mode.
   * @example tEnv.from(cdc).fromChangelog()
   */
  fromChangelog(): Table<PlainAll<Dropped<S, 'op'>>>;
  fromChangelog(...args: Expression[]): Table<Untyped>;
  fromChangelog(...args: Expression[]): Untyped {
    return this.process('FROM_CHANGELOG', ...args);
  }

  // ── execution ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Runs the query. The result's rows are read with `collect()` or `print()`. */
  execute(): Promise<TableResult<S>> {
    return this.session.execute({ case: 'query', relation: this.relation }, new CallSite());
  }

  /**
   * The insert of the rows into a table, to be executed, explained, compiled or added to a statement set: by column
   * name into a sink whose columns are known, by position into one that is known by its path only.
   * @param strategy what becomes of rows whose keys are there; or, as in Flink, whether to overwrite
   * @param overwrite whether what the table has is replaced, where the connector can
   * @example const pipeline = table.insertInto(sink);
   */
  insertInto<D extends Sink>(
    sink: CheckSink<S, D> & D,
    strategy?: InsertConflictStrategy | boolean,
    overwrite = false,
  ): TablePipeline {
    return new TablePipeline(
      this.session,
      insertNode(this.session, this.relation, this.columns, sink, strategy, overwrite),
    );
  }

  /**
   * Starts a job that inserts the rows into a table, as {@link insertInto}. The promise resolves when the job is
   * submitted; `await()` of the result waits for its end.
   */
  executeInsert<D extends Sink>(
    sink: CheckSink<S, D> & D,
    strategy?: InsertConflictStrategy | boolean,
    overwrite = false,
  ): Promise<TableResult<Untyped>> {
    const node = insertNode(this.session, this.relation, this.columns, sink, strategy, overwrite);
    return this.session.execute(node, new CallSite());
  }

  /** How Flink would run it: the syntax tree, the optimised plan and the execution plan. */
  explain(...details: Explained): Promise<string> {
    return this.session.explain({ case: 'query', relation: this.relation }, explainDetails(details), new CallSite());
  }

  /** Writes what {@link explain} says to the standard output. */
  async printExplain(...details: Explained): Promise<void> {
    globalThis.process.stdout.write(`${await this.explain(...details)}\n`);
  }

  /** The columns and types, as Flink resolves them. */
  getResolvedSchema(): Promise<ResolvedSchema> {
    return this.session.resolveSchema(this.relation, new CallSite());
  }

  /** Writes the columns and types to the standard output. */
  async printSchema(): Promise<void> {
    const schema = await this.session.resolveSchema(this.relation, new CallSite());
    globalThis.process.stdout.write(`${schema}\n`);
  }

  // ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  private one(): { readonly inputs: readonly [RelationNode]; readonly site: CallSite } {
    return { inputs: [this.relation], site: new CallSite() };
  }

  private derive(relation: RelationNode, columns: ColumnNames = this.columns): Untyped {
    return new Table(this.session, relation, columns);
  }

  private groupOfAll(): Untyped {
    return new GroupedTable<S, never>(this.session, this.relation, [], this.columns);
  }

  private apply(fn: unknown, flat: boolean): Untyped {
    const call = expressionOf(fn, this.columns);
    return new Table(this.session, { kind: 'applyFunction', ...this.one(), function: call, flat }, callColumns(call));
  }

  private lateral(type: LateralJoin['type'], fn: unknown, on: Condition<Untyped, Untyped> | undefined): Untyped {
    const call = expressionOf(fn, this.columns);
    const made = callColumns(call);
    const columns = this.columns && made && [...this.columns, ...made];
    const twice = made?.find((column) => this.columns?.includes(column));
    if (twice !== undefined) throw columnDuplicate(twice);
    const condition = on && expressionOf(() => on(columnScope(), columnScope()), columns);
    return new Table(this.session, { kind: 'lateralJoin', type, ...this.one(), call, condition }, columns);
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
    const inputs = [
      this.relation,
      this.columns ? ordered(right.relation, right.columns, this.columns) : right.relation,
    ];
    return this.derive({ kind: 'setOperation', operator, inputs, site: new CallSite() });
  }

  private checkNames(names: readonly string[]): void {
    const { columns } = this;
    const missing = columns && names.find((name) => !columns.includes(name));
    if (missing !== undefined) throw columnNotFound({ name: missing, site: new CallSite() }, columns ?? []);
  }
}

/** A table that is computed once, made by {@link Table.cache}. As Flink's `CachedDataStream`. */
export class CachedTable<in out S = Untyped> extends Table<S> implements Disposable {
  /** Frees the rows, with the next request; a later query computes them again. */
  invalidate(): void {
    const { relation, session } = this;
    if (relation.kind === 'cached') session.enqueue({ kind: 'invalidateCache', id: relation.id, site: new CallSite() });
  }

  /** The same as {@link invalidate}, for `using`. */
  [Symbol.dispose](): void {
    this.invalidate();
  }
}

function natural(what: string, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= 2147483647) return value;
  throw new FlinkError('ARGUMENT_INVALID', `The ${what} must be an integer from 0 to 2147483647, not ${value}`);
}
