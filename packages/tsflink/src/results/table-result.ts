import { rowReader } from '@tsflink/runtime/codec';
import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import {
  type ExecuteResponse,
  ResultFormat,
  ResultKind as ResultKinds,
  type RowBatch,
} from '../generated/tsflink/v1/gateway_pb.js';
import { CallSite, formatPosition } from '../source/call-site.js';
import type { RowOf } from '../types/values.js';
import { toArrow } from './arrow/to-arrow.js';
import { FinalRows } from './final-rows.js';
import { JobClient } from './job-client.js';
import { LiveView, type LiveViewOptions } from './live-view.js';
import { type ArrowTable, type DataFrame, loadArrow, loadPolars } from './optional-packages.js';
import { ResolvedSchema } from './resolved-schema.js';
import type { ResultStream } from './result-stream.js';
import { type RowKind, rowKindOf, setRowKind } from './row-kind.js';
import { type CsvOptions, csvRows, jsonRows, type NdjsonOptions, writeRows } from './text/write-rows.js';
import { within } from './timeout.js';

/** Whether a result has rows. Maps to Flink's `ResultKind`. */
export type ResultKind = 'SUCCESS' | 'SUCCESS_WITH_CONTENT';

/** A row of a result and what it does. */
export interface Change<R> {
  readonly kind: RowKind;
  readonly row: R;
}

/**
 * What a statement gave. The rows can be read once, by one of the methods that read them: `collect()`, `print()`,
 * `toArray()` and so on. A query whose result nobody reads is cancelled after `tsflink.result.unread-timeout` (10
 * minutes if not set). Maps to Flink's `TableResult`.
 * @example
 * const result = await table.execute();
 * for await (const row of result.collect()) console.log(row);
 */
export class TableResult<out S> {
  declare readonly schemaType: S;
  private readonly schema: ResolvedSchema;
  private stream: ResultStream | undefined;
  private consumed: { readonly by: string; readonly site: CallSite } | undefined;

  /** @internal Results come from `execute` and its kin. */
  constructor(
    private readonly session: Session,
    private readonly response: ExecuteResponse,
  ) {
    this.schema = new ResolvedSchema(response.schema);
  }

  /** The columns of the rows. */
  getResolvedSchema(): ResolvedSchema {
    return this.schema;
  }

  /** Whether there are rows. */
  getResultKind(): ResultKind {
    return this.response.resultKind === ResultKinds.SUCCESS ? 'SUCCESS' : 'SUCCESS_WITH_CONTENT';
  }

  /** The job; undefined for statements that run none, such as DDL. */
  getJobClient(): JobClient | undefined {
    const { jobId, webUrl } = this.response;
    return jobId === undefined ? undefined : new JobClient(this.session, jobId, webUrl);
  }

  /**
   * The rows, as they come: of a query that updates its result, all of its changes (`getRowKind(row)` tells which, or
   * use {@link collectChangelog}). A reader that is slow slows the query; one that stops early cancels it.
   *
   * Throws RESULT_CONSUMED if the rows were read already.
   * @example for await (const row of result.collect()) console.log(row.province, row.access_count);
   */
  collect(): AsyncGenerator<RowOf<S>, void>;
  /**
   * The table that the changes make, as it stands now: a view that each step brings up to date.
   *
   * Throws RESULT_CONSUMED, COLUMN_NOT_FOUND for a key that is no column, ARGUMENT_INVALID where there is no key.
   * @example
   * for await (const view of result.collect({ mode: 'upsert', key: ['province'] })) console.table([...view]);
   */
  collect(options: LiveViewOptions<RowOf<S>>): LiveView<RowOf<S>>;
  collect(options?: LiveViewOptions<RowOf<S>>): AsyncGenerator<RowOf<S>, void> | LiveView<RowOf<S>> {
    const site = new CallSite();
    if (options === undefined) return this.rows(this.open(ResultFormat.BINARY, 'collect', site), (row) => row);
    const key = options.mode === 'upsert' ? this.keyOf(options.key, site) : undefined;
    const view = new LiveView<RowOf<S>>(this.schema.fields, key, () => this.batches(stream), site);
    const stream = this.open(ResultFormat.BINARY, 'collect', site);
    return view;
  }

  /**
   * The rows, each with what it does.
   *
   * Throws RESULT_CONSUMED if the rows were read already.
   * @example for await (const { kind, row } of result.collectChangelog()) console.log(kind, row);
   */
  collectChangelog(): AsyncGenerator<Change<RowOf<S>>, void> {
    return this.rows(this.open(ResultFormat.BINARY, 'collectChangelog', new CallSite()), (row, kind) => ({
      kind,
      row,
    }));
  }

  /**
   * All rows, of a query that ends: those that its changes leave.
   *
   * Throws RESULT_CONSUMED if the rows were read already.
   */
  async toArray(): Promise<RowOf<S>[]> {
    const rows = await this.finalRows('toArray', new CallSite());
    const reader = rowReader(this.schema.fields);
    const array: RowOf<S>[] = [];
    rows.forEach((bytes, offset, length) => {
      array.push(reader.read(bytes, offset, length) as RowOf<S>);
    });
    return array;
  }

  /**
   * All rows, of a query that ends, as a table of Apache Arrow; needs the package apache-arrow. BIGINT is Int64, DECIMAL
   * Decimal128, TIMESTAMP a timestamp of seconds to nanoseconds by its precision, TIMESTAMP_LTZ the same in UTC, a day
   * or time interval a duration.
   *
   * Throws RESULT_CONSUMED, PACKAGE_MISSING, TYPE_UNSUPPORTED.
   * @example const table = await (await tEnv.from('t').execute()).toArrow();
   */
  async toArrow(): Promise<ArrowTable> {
    return this.arrow('toArrow', new CallSite());
  }

  /**
   * All rows, of a query that ends, as a data frame of Polars; needs the packages nodejs-polars and apache-arrow.
   *
   * Throws RESULT_CONSUMED, PACKAGE_MISSING, TYPE_UNSUPPORTED.
   */
  async toDataFrame(): Promise<DataFrame> {
    const site = new CallSite();
    const polars = await loadPolars('toDataFrame', site);
    const { tableToIPC } = await loadArrow('toDataFrame', site);
    return polars.readIPC(Buffer.from(tableToIPC(await this.arrow('toDataFrame', site), 'file')));
  }

  /**
   * Writes the rows as CSV (RFC 4180), as they come, in constant memory; a target that is slow slows the query. Does not
   * end the target. Values are written as Flink's CSV format writes them, what is nested as JSON. Gives how many rows
   * there were.
   *
   * Throws RESULT_CONSUMED, CHANGELOG_UNSUPPORTED where the query updates its result.
   * @example await result.writeCsv(createWriteStream('province.csv'));
   */
  writeCsv(target: NodeJS.WritableStream, options: CsvOptions = {}): Promise<number> {
    return this.write('writeCsv', target, (fields) => csvRows(fields, options), options.rowKind, new CallSite());
  }

  /**
   * Writes the rows as lines of JSON objects, as they come, in constant memory; a target that is slow slows the query.
   * Does not end the target. BIGINT and DECIMAL are numbers with all their digits, times are ISO-8601, bytes base64.
   * Gives how many rows there were.
   *
   * Throws RESULT_CONSUMED, CHANGELOG_UNSUPPORTED where the query updates its result.
   */
  writeNdjson(target: NodeJS.WritableStream, options: NdjsonOptions = {}): Promise<number> {
    return this.write('writeNdjson', target, (fields) => jsonRows(fields, options), options.rowKind, new CallSite());
  }

  /**
   * Writes the rows to the standard output, as Flink's table; of a streaming query it ends when the query does.
   *
   * Throws RESULT_CONSUMED if the rows were read already.
   */
  async print(): Promise<void> {
    for await (const batch of this.open(ResultFormat.TABLEAU, 'print', new CallSite())) {
      if (batch.case === 'text' && !process.stdout.write(batch.value)) {
        await new Promise((resolve) => process.stdout.once('drain', resolve));
      }
    }
  }

  /**
   * Waits: for the end of a job that inserts, for the first row of a query, at most so many milliseconds. Rejects with
   * the job's failure, or with TIMEOUT (the job goes on).
   */
  async await(timeoutMillis?: number): Promise<void> {
    const { jobId, query } = this.response;
    const site = new CallSite();
    if (jobId === undefined) return;
    if (!query) {
      await this.session.awaitJob(jobId, timeoutMillis, site);
      return;
    }
    this.stream ??= this.session.fetch(this.response.resultId, ResultFormat.BINARY, site);
    await within(this.stream.ready(), timeoutMillis, 'The query gave no row', site);
  }

  private open(format: ResultFormat, by: string, site: CallSite): ResultStream {
    const { consumed } = this;
    if (consumed || (this.stream && format !== ResultFormat.BINARY)) {
      const position = consumed?.site.position;
      const where = position ? `, at ${formatPosition(position)}` : '';
      throw new FlinkError(
        'RESULT_CONSUMED',
        `The rows of this result were read already, by ${consumed?.by ?? 'await'}()${where}`,
        { hint: 'Keep the rows, or execute the statement again.', callSite: site },
      );
    }
    this.consumed = { by, site };
    return this.stream ?? this.session.fetch(this.response.resultId, format, site);
  }

  private async *batches(stream: ResultStream): AsyncGenerator<RowBatch, void> {
    for await (const batch of stream) if (batch.case === 'rows') yield batch.value;
  }

  private async *rows<T>(stream: ResultStream, make: (row: RowOf<S>, kind: RowKind) => T): AsyncGenerator<T, void> {
    const reader = rowReader(this.schema.fields);
    for await (const { rows, offsets } of this.batches(stream)) {
      for (let i = 0; i < offsets.length; i++) {
        const begin = offsets[i] as number;
        const row = reader.read(rows, begin, (offsets[i + 1] ?? rows.length) - begin) as RowOf<S>;
        const kind = rowKindOf(rows[begin]);
        setRowKind(row as object, kind);
        yield make(row, kind);
      }
    }
  }

  private async finalRows(by: string, site: CallSite): Promise<FinalRows> {
    const rows = new FinalRows();
    for await (const batch of this.batches(this.open(ResultFormat.BINARY, by, site))) rows.add(batch);
    return rows;
  }

  private async arrow(by: string, site: CallSite): Promise<ArrowTable> {
    const arrow = await loadArrow(by, site);
    return toArrow(arrow, this.schema.fields, await this.finalRows(by, site));
  }

  private async write(
    by: string,
    target: NodeJS.WritableStream,
    make: Parameters<typeof writeRows>[2],
    kinds: boolean | undefined,
    site: CallSite,
  ): Promise<number> {
    const stream = this.open(ResultFormat.BINARY, by, site);
    return writeRows(this.batches(stream), this.schema.fields, make, target, kinds ?? false, site);
  }

  private keyOf(given: readonly string[] | undefined, site: CallSite): readonly string[] {
    const key = given ?? this.schema.getPrimaryKey()?.getColumns() ?? [];
    if (key.length > 0) return key;
    throw new FlinkError('ARGUMENT_INVALID', 'The result has no primary key', {
      hint: "Name the columns that tell its rows apart: collect({ mode: 'upsert', key: ['id'] }), or take mode 'retract'.",
      callSite: site,
    });
  }
}
