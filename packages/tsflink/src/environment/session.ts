import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { loadFunction } from '../functions/load-function.js';
import type { Gateway } from '../gateway/gateway.js';
import { type OperationResult, OperationResultSchema } from '../generated/tsflink/v1/catalog_pb.js';
import {
  CompilePlanRequestSchema,
  ExecuteRequestSchema,
  ExplainRequestSchema,
  type OpenSessionRequestSchema,
  type ResultFormat,
} from '../generated/tsflink/v1/gateway_pb.js';
import type { CommandNode } from '../plan/command.js';
import { encodeOperation, type OperationNode } from '../plan/operation.js';
import type { RelationNode } from '../plan/relation.js';
import {
  type CompilableStatement,
  type ExplainableStatement,
  encodeCompilable,
  encodeExplainable,
  encodeStatement,
  type Statement,
} from '../plan/statement.js';
import type { ExplainDetail } from '../results/explain-detail.js';
import type { JobExecutionResult, JobStatus, SavepointFormatType } from '../results/job-client.js';
import { ResolvedSchema } from '../results/resolved-schema.js';
import { ResultStream } from '../results/result-stream.js';
import { TableResult } from '../results/table-result.js';
import type { CallSite } from '../source/call-site.js';
import { parseCreateFunction } from '../sql/create-function.js';
import type { CompiledPlanInfo } from '../table/compiled-plan.js';
import type { TableDef, TableDefinition } from '../table/table-def.js';
import { Names } from './names.js';
import { OpenSession } from './open-session.js';
import { Requests } from './requests.js';

/** The status of a job that ended well; others fail, or go on. */
const ENDED: JobStatus = 'FINISHED';

type JobEnd = Omit<JobExecutionResult, 'jobId'>;

/** How a savepoint is to be taken. */
interface SavepointRequest {
  readonly directory: string | undefined;
  readonly stop: boolean;
  readonly advance: boolean;
  readonly format: SavepointFormatType;
}

/** The client's side of an environment: what it knows by name, and what it asks the gateway. */
export class Session {
  private readonly names = new Names((command) => this.enqueue(command));
  private readonly requests: Requests;
  private caches = 0;

  constructor(settings: MessageInitShape<typeof OpenSessionRequestSchema>, connect: () => Promise<Gateway>) {
    this.requests = new Requests(
      async () => OpenSession.open(await connect(), settings),
      (command) => this.names.forget(command),
      settings.configuration ?? {},
      this,
    );
  }

  /** A name for a cached table, of which the gateway keeps the rows. */
  nameCache(): string {
    this.caches++;
    return `cache-${this.caches}`;
  }

  /** Leaves a command for the next request. */
  enqueue(command: CommandNode): void {
    this.requests.enqueue(command);
  }

  /** Makes a table of the program known to Flink, once. */
  define(table: TableDef, site: CallSite): void {
    this.names.table(table, site);
  }

  /** Makes the function that looks a table up known to SQL, once. */
  defineLookup(table: TableDefinition, site: CallSite): void {
    this.names.lookup(table, site);
  }

  /** Makes a function known to SQL, once; under its name, or another one if that is taken. */
  register(definition: FunctionDefinition, site: CallSite): string {
    return this.names.function(definition, site);
  }

  /** Registers a function under a name. */
  createFunction(name: string, definition: FunctionDefinition, site: CallSite): void {
    this.names.createFunction(name, definition, site);
  }

  /** Forgets a function of the program that is dropped. */
  forgetFunction(name: string): void {
    this.names.forgetFunction(name);
  }

  /** Forgets a table of the program that is dropped. */
  forgetTable(name: string): void {
    this.names.forgetTable(name);
  }

  /** Calls a method of the environment or of a catalog. */
  operate(operation: OperationNode, site: CallSite): Promise<OperationResult> {
    return this.requests.send(
      site,
      (encoder) => ({ operation: encodeOperation(operation, encoder), ...encoder.source(site) }),
      async ({ id, client }, commands, request) => {
        const { result } = await client.operate({ sessionId: id, commands, ...request });
        return result ?? create(OperationResultSchema);
      },
    );
  }

  /** Runs a statement of SQL. */
  async executeSql<S>(text: string, site: CallSite): Promise<TableResult<S>> {
    const created = parseCreateFunction(text);
    if (created === undefined) return this.execute({ case: 'sql', text }, site);
    const definition = await loadFunction(created.reference, site);
    return this.execute({ case: 'createFunction', text, language: created.language, definition }, site);
  }

  /** Runs a statement. */
  async execute<S>(statement: Statement, site: CallSite): Promise<TableResult<S>> {
    const response = await this.afterCaches(site, () =>
      this.requests.send(
        site,
        (encoder) => ({ statement: encodeStatement(statement, encoder), ...encoder.source(site) }),
        ({ id, client }, commands, request) =>
          client.execute(create(ExecuteRequestSchema, { sessionId: id, commands, ...request })),
      ),
    );
    return new TableResult<S>(this, response);
  }

  /** Says how Flink would run a statement. */
  explain(statement: ExplainableStatement, details: readonly ExplainDetail[], site: CallSite): Promise<string> {
    return this.requests.send(
      site,
      (encoder) => ({ statement: encodeExplainable(statement, encoder), ...encoder.source(site) }),
      async ({ id, client }, commands, request) => {
        const message = create(ExplainRequestSchema, { sessionId: id, commands, details: [...details], ...request });
        return (await client.explain(message)).text;
      },
    );
  }

  /** Compiles a statement to a plan, as JSON or in the form Smile. */
  async compile(statement: CompilableStatement, smile: boolean, site: CallSite): Promise<CompiledPlanInfo> {
    const { plan, flinkVersion } = await this.afterCaches(site, () =>
      this.requests.send(
        site,
        (encoder) => ({ statement: encodeCompilable(statement, encoder), smile, ...encoder.source(site) }),
        ({ id, client }, commands, request) =>
          client.compilePlan(create(CompilePlanRequestSchema, { sessionId: id, commands, ...request })),
      ),
    );
    const content = plan?.content;
    if (!content?.case) throw new FlinkError('INTERNAL', 'The gateway gave no plan', { callSite: site });
    return { content, flinkVersion };
  }

  /** A jar of functions, each with the simple name of its class. */
  buildFunctionJar(
    functions: ReadonlyMap<string, FunctionDefinition>,
    packageName: string,
    withRuntime: boolean,
    site: CallSite,
  ): Promise<Uint8Array> {
    return this.requests.send(
      site,
      (encoder) =>
        [...functions].map(([className, definition]) => ({ className, function: encoder.function(definition) })),
      async ({ id, client }, commands, encoded) => {
        const request = { sessionId: id, packageName, functions: encoded, withRuntime, commands };
        const pieces: Uint8Array[] = [];
        for await (const { content } of client.buildFunctionJar(request)) pieces.push(content);
        return Buffer.concat(pieces);
      },
    );
  }

  /** The columns of a table. */
  resolveSchema(relation: RelationNode, site: CallSite): Promise<ResolvedSchema> {
    return this.requests.send(
      site,
      (encoder) => encoder.plan(relation),
      async ({ id, client }, commands, plan) => {
        const { schema, summary } = await client.resolveSchema({ sessionId: id, commands, plan });
        return new ResolvedSchema(schema, summary);
      },
    );
  }

  /** The options that are set: all of them, or the one of a key. */
  configuration(key: string, site: CallSite): Promise<Readonly<Record<string, string>>> {
    return this.requests.send(
      site,
      () => ({ key }),
      async ({ id, client }, commands, request) =>
        (await client.getConfiguration({ sessionId: id, commands, ...request })).values,
    );
  }

  /** The rows of a result. */
  fetch(resultId: string, format: ResultFormat, site: CallSite): ResultStream {
    const abort = new AbortController();
    const fetch = async function* (this: Session) {
      this.requests.assertOpen(site);
      const session = await this.requests.session();
      yield* session.client.fetchResults({ sessionId: session.id, resultId, format }, { signal: abort.signal });
    };
    return new ResultStream(fetch.call(this), abort, (work) => this.requests.guard(work, site));
  }

  /** What a job does. */
  jobStatus(jobId: string, site: CallSite): Promise<JobStatus> {
    return this.requests.beside(site, async ({ client, id }) => {
      const { status } = await client.getJobStatus({ sessionId: id, jobId });
      return status as JobStatus;
    });
  }

  /** Cancels a job. */
  cancelJob(jobId: string, site: CallSite): Promise<void> {
    return this.requests.beside(site, async ({ client, id }) => {
      await client.cancelJob({ sessionId: id, jobId });
    });
  }

  /** Waits for the end of a job. */
  awaitJob(jobId: string, timeoutMillis: number | undefined, site: CallSite): Promise<JobEnd> {
    return this.requests.beside(site, async ({ client, id }) => {
      const request = { sessionId: id, jobId, timeoutMillis: BigInt(timeoutMillis ?? 0) };
      const { status, netRuntimeMillis } = await client.awaitJob(request);
      if (status === ENDED) return { status: ENDED, netRuntime: Number(netRuntimeMillis) };
      throw new FlinkError('TIMEOUT', `The job did not end within ${timeoutMillis} ms; it is ${status}`, {
        callSite: site,
        retryable: true,
      });
    });
  }

  /** Takes a savepoint of a job, and stops it if that is asked for. */
  savepoint(jobId: string, request: SavepointRequest, site: CallSite): Promise<string> {
    const { directory, stop, advance, format } = request;
    return this.requests.beside(site, async ({ client, id }) => {
      const message = { sessionId: id, jobId, stop, advanceToEndOfEventTime: advance, format };
      return (await client.triggerSavepoint(directory === undefined ? message : { ...message, directory })).path;
    });
  }

  /** Makes a request again and again until the cached tables that it needs are there; others go on meanwhile. */
  private async afterCaches<R extends { pendingCache: string }>(site: CallSite, request: () => Promise<R>): Promise<R> {
    for (;;) {
      const response = await request();
      const { pendingCache } = response;
      if (pendingCache === '') return response;
      await this.requests.beside(site, ({ id, client }) => client.awaitCache({ sessionId: id, id: pendingCache }));
    }
  }

  /** Ends the session: its queries are cancelled, its temporary objects are gone. */
  close(): Promise<void> {
    return this.requests.close();
  }
}
