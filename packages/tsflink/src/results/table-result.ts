import { type RowReader, rowReader } from '@tsflink/runtime/codec';
import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import {
  type ExecuteResponse,
  ResultFormat,
  ResultKind as ResultKinds,
  type RowBatch,
} from '../generated/tsflink/v1/gateway_pb.js';
import { CallSite } from '../source/call-site.js';
import type { RowOf } from '../types/values.js';
import { JobClient } from './job-client.js';
import { ResolvedSchema } from './resolved-schema.js';
import type { ResultStream } from './result-stream.js';
import { type RowKind, rowKindOf, setRowKind } from './row-kind.js';
import { within } from './timeout.js';

/** Whether a result has rows. Maps to Flink's `ResultKind`. */
export type ResultKind = 'SUCCESS' | 'SUCCESS_WITH_CONTENT';

/** A row of a result and what it does. */
export interface Change<R> {
  readonly kind: RowKind;
  readonly row: R;
}

/**
 * What a statement gave. The rows can be read once, by one of `collect()`, `collectChangelog()` and `print()`. Maps to
 * Flink's `TableResult`.
 * @example
 * const result = await table.execute();
 * for await (const row of result.collect()) console.log(row);
 */
export class TableResult<out S> {
  declare readonly schemaType: S;
  private readonly schema: ResolvedSchema;
  private stream: ResultStream | undefined;
  private consumed = false;

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
  collect(): AsyncGenerator<RowOf<S>, void> {
    return this.rows(this.open(ResultFormat.BINARY), (row) => row);
  }

  /**
   * The rows, each with what it does.
   *
   * Throws RESULT_CONSUMED if the rows were read already.
   * @example for await (const { kind, row } of result.collectChangelog()) console.log(kind, row);
   */
  collectChangelog(): AsyncGenerator<Change<RowOf<S>>, void> {
    return this.rows(this.open(ResultFormat.BINARY), (row, kind) => ({ kind, row }));
  }

  /**
   * Writes the rows to the standard output, as Flink's table; of a streaming query it ends when the query does.
   *
   * Throws RESULT_CONSUMED if the rows were read already.
   */
  async print(): Promise<void> {
    for await (const batch of this.open(ResultFormat.TABLEAU)) {
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

  private open(format: ResultFormat): ResultStream {
    const site = new CallSite();
    if (this.consumed || (this.stream && format !== ResultFormat.BINARY)) {
      throw new FlinkError('RESULT_CONSUMED', 'The rows of this result were read already', {
        hint: 'Keep the rows, or execute the statement again.',
        callSite: site,
      });
    }
    this.consumed = true;
    return this.stream ?? this.session.fetch(this.response.resultId, format, site);
  }

  private async *rows<T>(stream: ResultStream, make: (row: RowOf<S>, kind: RowKind) => T): AsyncGenerator<T, void> {
    const reader = rowReader(this.schema.fields);
    for await (const batch of stream) {
      if (batch.case === 'rows') yield* readBatch(batch.value, reader, make);
    }
  }
}

function* readBatch<R extends object, T>(
  batch: RowBatch,
  reader: RowReader,
  make: (row: R, kind: RowKind) => T,
): Generator<T, void> {
  const { rows, offsets } = batch;
  for (let i = 0; i < offsets.length; i++) {
    const begin = offsets[i] as number;
    const row = reader.read(rows, begin, (offsets[i + 1] ?? rows.length) - begin) as R;
    const kind = rowKindOf(rows[begin]);
    setRowKind(row, kind);
    yield make(row, kind);
  }
}
