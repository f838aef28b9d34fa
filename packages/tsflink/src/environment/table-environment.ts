import { JOB_ONLY } from '@tsflink/closure/marks';
import type { Field } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import { readAggregateTypes } from '../functions/annotations/read-aggregate-types.js';
import { readTypes } from '../functions/annotations/read-types.js';
import { readTypesBy } from '../functions/annotations/reader.js';
import { checkFirstUse } from '../functions/check-captured.js';
import { explainFunction } from '../functions/explain-function.js';
import { watchUses } from '../functions/first-use.js';
import type { FunctionExplanation } from '../functions/function-explanation.js';
import type { AnyUdf } from '../functions/scalar-udf.js';
import { connectGateway, type Gateway } from '../gateway/gateway.js';
import { version } from '../gateway/version.js';
import type { ExplainDetail } from '../results/explain-detail.js';
import { type ArrowTable, type DataFrame, loadArrow } from '../results/optional-packages.js';
import type { TableResult } from '../results/table-result.js';
import { CallSite } from '../source/call-site.js';
import { SqlFragment, type SqlValue } from '../sql/fragment.js';
import { render } from '../sql/render.js';
import { splitScript } from '../sql/split-script.js';
import type { StatementSchema } from '../sql/statement-schema.js';
import type { NormalSchema } from '../sql/typed-sql.js';
import { CompiledPlan } from '../table/compiled-plan.js';
import type { PlanReference } from '../table/plan-reference.js';
import { type ProcessColumns, type ProcessFunction, process } from '../table/process.js';
import { StatementSet } from '../table/statement-set.js';
import { Table } from '../table/table.js';
import { sourceColumns, TableDef } from '../table/table-def.js';
import { TableDescriptor, withSchema } from '../table/table-descriptor.js';
import { type BridgedRowOf, type ColumnTypes, fieldsOf, type SchemaOf } from '../types/data-types.js';
import type { InferredSchema } from '../types/inferred-schema.js';
import type { Untyped } from '../types/untyped.js';
import { arrowFields } from '../values/arrow/fields.js';
import { arrowRows } from '../values/arrow/rows.js';
import type { ArrowSchema } from '../values/arrow/schema.js';
import { givenRows } from '../values/given-rows.js';
import { filled, inferredFields } from '../values/inferred-fields.js';
import type { GivenRow } from '../values/row-chunks.js';
import { CachedFiles } from './cached-files.js';
import { EnvironmentObjects } from './environment-objects.js';
import { EnvironmentSettings } from './environment-settings.js';
import type { KnownTables, SchemaByName } from './known-tables.js';
import { Session } from './session.js';
import { TableConfig } from './table-config.js';

// Programs define functions before they make an environment.
readTypesBy({ readTypes, readAggregateTypes });

/** The archives that Flink unpacks. */
const ARCHIVE = /\.(?:zip|jar|tar|tar\.gz|tgz)$/;

type Template<T> = (strings: TemplateStringsArray, ...values: SqlValue[]) => T;

/**
 * Where tables come from. Methods that return nothing (`createTemporaryView` …) are gathered and go with the next
 * request; what fails then is reported with the line of the method that asked for it, and those behind it go with the
 * request after. Flink is started at the first request, and ends with the program. Maps to Flink's `TableEnvironment`.
 * @example
 * const tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
 * const result = await tEnv.executeSql('SELECT 1');
 * await result.print();
 */
export class TableEnvironment extends EnvironmentObjects implements AsyncDisposable {
  private readonly config: TableConfig;
  private readonly fileNames = new Map<string, string>();
  private readonly files = new CachedFiles(this.fileNames);
  private readonly archives = new CachedFiles(this.fileNames);

  private constructor(session: Session) {
    super(session);
    this.config = new TableConfig(session);
  }

  /** @internal Functions cannot take it along to Flink. */
  get [JOB_ONLY](): boolean {
    return true;
  }

  /** Makes an environment; nothing is started yet. Throws NOT_IN_FUNCTION inside a function that runs in Flink. */
  static create(settings: EnvironmentSettings = EnvironmentSettings.inStreamingMode()): TableEnvironment {
    return TableEnvironment.on(() => connectGateway(settings.getConfiguration()), settings);
  }

  /** @internal An environment on a gateway of the caller's. */
  static on(connect: () => Promise<Gateway>, settings: EnvironmentSettings): TableEnvironment {
    if ('__tsflinkTask' in globalThis) {
      throw new FlinkError(
        'NOT_IN_FUNCTION',
        'The module of a function makes a TableEnvironment, and is running inside Flink',
        {
          hint: 'Move the functions to a module of their own, and import it where the job is.',
        },
      );
    }
    watchUses(checkFirstUse);
    const opening = {
      mode: settings.mode,
      configuration: { ...settings.getConfiguration() },
      catalog: settings.getBuiltInCatalogName(),
      database: settings.getBuiltInDatabaseName(),
      clientVersion: version(),
    };
    return new TableEnvironment(new Session(opening, connect));
  }

  /** The options of the environment. */
  getConfig(): TableConfig {
    return this.config;
  }

  /**
   * Gives a file, or a directory, to the jobs: each TaskManager gets a copy, whose path functions ask for by
   * `context.getCachedFile(name)`. Maps to Flink's distributed cache, `registerCachedFile`.
   * @param name its name; that of the file if absent
   * @throws FlinkError FILE_NOT_FOUND, ARGUMENT_INVALID where another file has the name
   * @example tEnv.addFile(new URL('./words.txt', import.meta.url));
   */
  addFile(path: string | URL, name?: string): void {
    this.files.add(path, name);
    this.config.set('pipeline.cached-files', String(this.files));
  }

  /**
   * Gives an archive to the jobs: each TaskManager gets the directory that is unpacked of it, whose path functions ask
   * for by `context.getCachedFile(name)`. It may be a `.zip`, `.jar`, `.tar`, `.tar.gz` or `.tgz` file. Maps to PyFlink's
   * `add_python_archive`.
   * @param name its name; that of the file if absent
   * @throws FlinkError FILE_NOT_FOUND, ARGUMENT_INVALID where it is no archive, or another file has the name;
   * ARCHIVE_UNREADABLE, when a job takes it along
   * @example tEnv.addArchive('dictionaries.tar.gz', 'dictionaries');
   */
  addArchive(path: string | URL, name?: string): void {
    if (!ARCHIVE.test(String(path))) {
      throw new FlinkError('ARGUMENT_INVALID', `${path} is no archive that can be unpacked`, {
        hint: 'Give a .zip, .jar, .tar, .tar.gz or .tgz file.',
      });
    }
    this.archives.add(path, name);
    this.config.set('tsflink.shipping.archives', String(this.archives));
  }

  /** Says what a function takes to Flink, and why; the same as the function `explainFunction`. */
  explainFunction(fn: AnyUdf): Promise<FunctionExplanation> {
    return explainFunction(fn);
  }

  /** A table: of {@link defineTable}, of a descriptor, or known to Flink by its path. */
  from<const N extends string, S>(table: TableDef<N, S, unknown>): Table<S>;
  from<S>(descriptor: TableDescriptor<S, unknown>): Table<S>;
  from<const N extends keyof KnownTables | (string & {})>(path: N): Table<SchemaByName<N>>;
  from(table: TableDef | TableDescriptor | string): Untyped {
    const site = new CallSite();
    if (table instanceof TableDescriptor) {
      const definition = withSchema(table);
      return new Table(
        this.session,
        { kind: 'descriptorScan', definition, inputs: [], site },
        sourceColumns(definition),
      );
    }
    if (typeof table === 'string') {
      return new Table(this.session, { kind: 'tableScan', path: table, inputs: [], site }, undefined);
    }
    this.session.define(table, site);
    return new Table(this.session, { kind: 'tableScan', path: table.path, inputs: [], site }, table.columnNames);
  }

  /**
   * A table of given rows: an array, or any iterable, which is read now; or an async iterable, such as a stream of
   * Node.js, which is read once, to its end, by the first request that needs its rows. Many rows are sent once, a
   * piece after the other, and kept by the gateway until the environment is closed; together with cached tables up to
   * `tsflink.cache.max-size`. Throws VALUE_INVALID where a value does not fit its column, ROWS_FAILED where the
   * iterable throws.
   * @example tEnv.fromValues({ id: INT().notNull(), name: STRING() }, [{ id: 1, name: 'a' }, { id: 2, name: null }])
   */
  fromValues<const C extends ColumnTypes>(
    columns: C,
    rows: Iterable<BridgedRowOf<C>> | AsyncIterable<BridgedRowOf<C>>,
  ): Table<SchemaOf<C>>;
  /**
   * A table of given rows, whose columns are those of the rows, with the types of their values: all nullable; numbers
   * are DOUBLE, bigints BIGINT, BigNumbers DECIMAL(38, 18), plain objects ROW. Throws ARGUMENT_INVALID where the values
   * do not say a type, or say two.
   * @example tEnv.fromValues([{ id: 1n, name: 'a' }, { id: 2n, name: null }])
   */
  fromValues<R extends object>(rows: Iterable<R>): Table<InferredSchema<R>>;
  fromValues(columns: ColumnTypes | Iterable<GivenRow>, rows?: Untyped): Untyped {
    const site = new CallSite();
    if (!(Symbol.iterator in columns)) return this.values(fieldsOf(columns as ColumnTypes), rows, site);
    const given = [...columns];
    const fields = inferredFields(given, site);
    const type = { root: 'ROW', nullable: false, fields } as const;
    return this.values(
      fields,
      given.map((row) => filled(row, type) as GivenRow),
      site,
    );
  }

  /**
   * A table of a table of Apache Arrow, of the package apache-arrow: its schema is derived, dictionaries are read as
   * their values. All columns are nullable to the compiler. Unsigned integers become the next larger type, times keep
   * milliseconds. Throws TYPE_UNSUPPORTED for what Flink has no type for, such as unions.
   * @example tEnv.fromArrow(tableFromIPC(await readFile('words.arrow')))
   */
  fromArrow<T extends ArrowTable>(table: T): Table<ArrowSchema<T>> {
    const site = new CallSite();
    const fields = arrowFields(table, site);
    return this.values(fields, arrowRows(table), site);
  }

  /**
   * A table of a data frame of Polars, as {@link fromArrow} of what it writes; needs the package apache-arrow. The
   * columns are known when it runs, not to the compiler. Throws PACKAGE_MISSING, TYPE_UNSUPPORTED.
   * @example const table = await tEnv.fromDataFrame(pl.readCSV('words.csv'));
   */
  async fromDataFrame(frame: DataFrame): Promise<Table<Untyped>> {
    const site = new CallSite();
    const { tableFromIPC } = await loadArrow('fromDataFrame', site);
    const table = tableFromIPC(frame.writeIPC());
    return this.values(arrowFields(table, site), arrowRows(table), site);
  }

  /**
   * The table of a query. Given data types, its columns are typed, and checked when it is planned; given a type
   * argument only, they are taken on trust.
   * @example
   * tEnv.sqlQuery({ n: BIGINT().notNull() })`SELECT COUNT(*) AS n FROM ${accessLog} WHERE uri = ${uri}`
   */
  sqlQuery<const C extends ColumnTypes>(columns: C): Template<Table<SchemaOf<C>>>;
  sqlQuery<S = Untyped>(query: string | SqlFragment): Table<NormalSchema<S>>;
  sqlQuery<S = Untyped>(strings: TemplateStringsArray, ...values: SqlValue[]): Table<NormalSchema<S>>;
  sqlQuery(first: ColumnTypes | string | SqlFragment | TemplateStringsArray, ...values: SqlValue[]): Untyped {
    if (typeof first === 'string') return this.query([first], [], {});
    if (first instanceof SqlFragment) return this.query(first.strings, first.values, {});
    if (isTemplate(first)) return this.query(first, values, {});
    return (strings: TemplateStringsArray, ...parts: SqlValue[]) => this.query(strings, parts, first);
  }

  /**
   * Runs a statement of SQL: DDL, DML or a query. As a template, values are quoted. Besides Flink's own languages a
   * function may be one in TypeScript, that a module exports; a file is looked for from the working directory.
   * @example
   * await tEnv.executeSql(`CREATE FUNCTION ip_to_province AS 'functions.ts#ipToProvince' LANGUAGE TYPESCRIPT`);
   */
  executeSql<const T extends string>(statement: T): Promise<TableResult<StatementSchema<T>>>;
  executeSql(statement: SqlFragment): Promise<TableResult<Untyped>>;
  executeSql(statement: TemplateStringsArray, ...values: SqlValue[]): Promise<TableResult<Untyped>>;
  executeSql(
    statement: string | SqlFragment | TemplateStringsArray,
    ...values: SqlValue[]
  ): Promise<TableResult<Untyped>> {
    const site = new CallSite();
    const given = isTemplate(statement) ? new SqlFragment(statement, values) : statement;
    return this.withViews(given, site, (text) => this.session.executeSql<Untyped>(text, site));
  }

  /** A set of inserts that run as one job. */
  createStatementSet(): StatementSet {
    return new StatementSet(this.session);
  }

  /**
   * What a process table function, or another function that gives rows, gives for arguments: expressions, values and
   * tables, with or without `asArgument(name)`.
   * @example tEnv.fromCall('TO_CHANGELOG', orders)
   */
  fromCall<const F extends ProcessFunction>(fn: F, ...args: Untyped[]): Table<ProcessColumns<F>> {
    return process(this.session, fn, args);
  }

  /** Compiles an INSERT to a plan that can be kept; in streaming mode. */
  async compilePlanSql(statement: string): Promise<CompiledPlan> {
    const info = await this.session.compile({ case: 'sql', text: statement }, false, new CallSite());
    return new CompiledPlan(this.session, info);
  }

  /**
   * Loads a plan that was compiled before, and checks that this Flink can run it.
   * @example await tEnv.loadPlan(PlanReference.fromFile('job.json'))
   */
  async loadPlan(plan: PlanReference): Promise<CompiledPlan> {
    const info = await this.session.compile({ case: 'compiledPlan', content: plan.content }, false, new CallSite());
    return new CompiledPlan(this.session, info);
  }

  /** Runs a plan that was compiled before. */
  executePlan(plan: PlanReference): Promise<TableResult<Untyped>> {
    return this.session.execute({ case: 'compiledPlan', content: plan.content }, new CallSite());
  }

  /**
   * Runs the statements of a script one after the other; each begins when the one before it has its result, which for
   * INSERT is its job, running. A statement that fails ends the script: the error names it and its line.
   * @example
   * await tEnv.executeSqlScript(await readFile('job.sql', 'utf8'));
   */
  async executeSqlScript(script: string): Promise<TableResult<Untyped>[]> {
    const site = new CallSite();
    const results: TableResult<Untyped>[] = [];
    for (const [index, { text, line }] of splitScript(script).entries()) {
      // positions in Flink's errors are those of the script
      const padded = '\n'.repeat(line - 1) + text;
      const result = this.session.executeSql<Untyped>(padded, site).catch((failure) => {
        throw ofStatement(failure, index + 1, line);
      });
      results.push(await result);
    }
    return results;
  }

  /** How Flink would run a statement: a text, or a piece of SQL that `sql` made. */
  explainSql(statement: string | SqlFragment, ...details: ExplainDetail[]): Promise<string> {
    const site = new CallSite();
    return this.withViews(statement, site, (text) => this.session.explain({ case: 'sql', text }, details, site));
  }

  /** Makes a table known to SQL under a path, until the environment is closed. */
  createTemporaryView(path: string, view: Table<Untyped>): void {
    this.session.enqueue({ kind: 'createTemporaryView', path, relation: view.relation, site: new CallSite() });
  }

  /** Creates a table from its descriptor, until the environment is closed. */
  createTemporaryTable<const N extends string, S, Sink>(
    path: N,
    descriptor: TableDescriptor<S, Sink>,
  ): TableDef<N, S, Sink> {
    const table = new TableDef<N, S, Sink>(path, withSchema(descriptor));
    this.session.define(table, new CallSite());
    return table;
  }

  /** Ends the environment: its queries are cancelled, its temporary objects are gone. Jobs that insert go on. */
  close(): Promise<void> {
    return this.session.close();
  }

  /** The same as {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Runs a statement while the tables that it names are known as views. */
  private withViews<R>(statement: string | SqlFragment, site: CallSite, work: (text: string) => R): R {
    const { strings, values } = typeof statement === 'string' ? new SqlFragment([statement], []) : statement;
    const { text, views } = render(strings, values, this.session, site);
    for (const { name, relation } of views) {
      this.session.enqueue({ kind: 'createTemporaryView', path: name, relation, site });
    }
    const result = work(text);
    for (const { name } of views) this.session.enqueue({ kind: 'dropTemporaryView', path: name, site });
    return result;
  }

  private values<S>(
    fields: readonly Field[],
    rows: Iterable<GivenRow> | AsyncIterable<GivenRow>,
    site: CallSite,
  ): Table<S> {
    const type = { root: 'ROW', nullable: false, fields } as const;
    const relation = { kind: 'values', type, rows: givenRows(fields, rows, site), inputs: [], site } as const;
    return new Table(
      this.session,
      relation,
      fields.map(({ name }) => name),
    );
  }

  private query(strings: readonly string[], values: readonly SqlValue[], columns: ColumnTypes): Untyped {
    const site = new CallSite();
    const { text, views } = render(strings, values, this.session, site);
    const expected = fieldsOf(columns);
    return new Table(
      this.session,
      {
        kind: 'sqlQuery',
        text,
        views: views.map((view) => view.name),
        expected,
        inputs: views.map((view) => view.relation),
        site,
      },
      expected.length > 0 ? expected.map((column) => column.name) : undefined,
    );
  }
}

function isTemplate(value: unknown): value is TemplateStringsArray {
  return Array.isArray(value);
}

/** The error of a statement of a script. */
function ofStatement(failure: unknown, number: number, line: number): unknown {
  if (!(failure instanceof FlinkError)) return failure;
  const { code, reason, hint, source, cause, retryable, function: failed } = failure;
  return new FlinkError(code, `Statement ${number}, line ${line}: ${reason}`, {
    hint,
    source,
    cause,
    retryable,
    function: failed,
  });
}
