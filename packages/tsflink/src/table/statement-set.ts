import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import type { RelationNode } from '../plan/relation.js';
import type { InsertNode, SqlInsertNode } from '../plan/statement.js';
import { type Explained, explainDetails } from '../results/explain-detail.js';
import type { TableResult } from '../results/table-result.js';
import { CallSite } from '../source/call-site.js';
import type { SqlValue } from '../sql/fragment.js';
import { render } from '../sql/render.js';
import type { Untyped } from '../types/untyped.js';
import { CompiledPlan } from './compiled-plan.js';
import { type CheckSink, insertNode, type Sink } from './insert.js';
import type { Table } from './table.js';
import type { TablePipeline } from './table-pipeline.js';

type View = { readonly name: string; readonly relation: RelationNode };

/**
 * Inserts that run as one job: what they share is computed once. Maps to Flink's `StatementSet`.
 * @example
 * const set = tEnv.createStatementSet();
 * set.addInsert(hits, perUri).addInsertSql('INSERT INTO archive SELECT * FROM access_log');
 * await (await set.execute()).await();
 */
export class StatementSet {
  private statements: (InsertNode | SqlInsertNode)[] = [];
  private views: View[] = [];
  private executed: CallSite | undefined;

  /** @internal Sets come from `createStatementSet`. */
  constructor(private readonly session: Session) {}

  /** Adds a pipeline: `set.add(table.insertInto(sink))`. */
  add(pipeline: TablePipeline): this {
    this.statements.push(pipeline.node);
    return this;
  }

  /** Adds an insert that is written in SQL; as a template, values are quoted. */
  addInsertSql(statement: string | TemplateStringsArray, ...values: SqlValue[]): this {
    const site = new CallSite();
    const strings = typeof statement === 'string' ? [statement] : statement;
    const { text, views } = render(strings, values, this.session, site);
    this.views.push(...views);
    this.statements.push({ case: 'sql', text, site });
    return this;
  }

  /** Adds an insert of a table: by column name where the sink's columns are known, else by position. */
  addInsert<S, D extends Sink>(sink: CheckSink<S, D> & D, table: Table<S>, overwrite = false): this {
    this.statements.push(insertNode(this.session, table.relation, table.columns, sink, undefined, overwrite));
    return this;
  }

  /**
   * Starts the job. The set has no statements afterwards, as in Flink.
   *
   * Throws STATEMENT_SET_EMPTY where it has none.
   */
  execute(): Promise<TableResult<Untyped>> {
    const site = new CallSite();
    const result = this.withViews(site, (set) => this.session.execute<Untyped>(set, site));
    this.statements = [];
    this.views = [];
    this.executed = site;
    return result;
  }

  /** How Flink would run it. Throws STATEMENT_SET_EMPTY. */
  explain(...details: Explained): Promise<string> {
    const site = new CallSite();
    return this.withViews(site, (set) => this.session.explain(set, explainDetails(details), site));
  }

  /** Writes what {@link explain} says to the standard output. */
  async printExplain(...details: Explained): Promise<void> {
    process.stdout.write(`${await this.explain(...details)}\n`);
  }

  /** Compiles it to a plan that can be kept. Throws STATEMENT_SET_EMPTY. */
  async compilePlan(): Promise<CompiledPlan> {
    const site = new CallSite();
    return new CompiledPlan(this.session, await this.withViews(site, (set) => this.session.compile(set, false, site)));
  }

  /** The tables in `${}` of SQL are known under their names while the request is made. */
  private withViews<T>(
    site: CallSite,
    request: (set: {
      readonly case: 'statementSet';
      readonly statements: readonly (InsertNode | SqlInsertNode)[];
    }) => T,
  ): T {
    if (this.statements.length === 0) throw this.empty(site);
    for (const { name, relation } of this.views) {
      this.session.enqueue({ kind: 'createTemporaryView', path: name, relation, site });
    }
    const answer = request({ case: 'statementSet', statements: this.statements });
    for (const { name } of this.views) this.session.enqueue({ kind: 'dropTemporaryView', path: name, site });
    return answer;
  }

  private empty(site: CallSite): FlinkError {
    const position = this.executed?.position;
    const before = position ? `: it was executed at ${position.file}:${position.line}, which empties it` : '';
    return new FlinkError('STATEMENT_SET_EMPTY', `The statement set has no statements${before}`, {
      hint: 'Add some: set.addInsert(sink, table).',
      callSite: site,
    });
  }
}
