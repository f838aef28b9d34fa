import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { FlinkError } from '../errors/flink-error.js';
import { toFlinkError } from '../errors/from-rpc.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { shipFunctions } from '../functions/shipping.js';
import type { Gateway } from '../gateway/gateway.js';
import { keepAlive } from '../gateway/keep-alive.js';
import {
  type Command,
  ExecuteRequestSchema,
  ExplainRequestSchema,
  type OpenSessionRequestSchema,
  type ResultFormat,
} from '../generated/tsflink/v1/gateway_pb.js';
import { type CommandNode, encodeCommand } from '../plan/command.js';
import { Encoder } from '../plan/encoder.js';
import type { RelationNode } from '../plan/relation.js';
import type { ExplainDetail } from '../results/explain-detail.js';
import type { JobStatus } from '../results/job-client.js';
import { ResolvedSchema } from '../results/resolved-schema.js';
import { ResultStream } from '../results/result-stream.js';
import { TableResult } from '../results/table-result.js';
import type { CallSite } from '../source/call-site.js';
import type { TableDef } from '../table/table-def.js';
import { Names } from './names.js';
import { OpenSession } from './open-session.js';

/** The status of a job that ended well; others fail, or go on. */
const ENDED: JobStatus = 'FINISHED';

/** What a request runs. */
export type Statement =
  | { readonly case: 'sql'; readonly text: string }
  | { readonly case: 'query'; readonly relation: RelationNode }
  | { readonly case: 'insert'; readonly relation: RelationNode; readonly path: string };

/**
 * The client's side of an environment. Gathers commands, which go with the next request, and makes failures those of
 * the user's calls. The gateway is connected at the first request.
 */
export class Session {
  private commands: CommandNode[] = [];
  private readonly names = new Names((command) => this.enqueue(command));
  private opened: Promise<OpenSession> | undefined;
  private closed = false;
  /** The last request that brought commands: later ones wait, so that they find what the commands made. */
  private barrier: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly settings: MessageInitShape<typeof OpenSessionRequestSchema>,
    private readonly connect: () => Promise<Gateway>,
  ) {}

  /** Leaves a command for the next request. */
  enqueue(command: CommandNode): void {
    this.assertOpen(command.site);
    this.commands.push(command);
  }

  /** Makes a table of the program known to Flink, once. */
  define(table: TableDef, site: CallSite): void {
    this.names.table(table, site);
  }

  /** Makes a function known to SQL, once; under its name, or another one if that is taken. */
  register(definition: FunctionDefinition, site: CallSite): string {
    return this.names.function(definition, site);
  }

  /** Registers a function under a name. */
  createFunction(name: string, definition: FunctionDefinition, site: CallSite): void {
    this.names.createFunction(name, definition, site);
  }

  /** Drops a function. */
  dropFunction(name: string, site: CallSite): void {
    this.names.dropFunction(name, site);
  }

  /** Runs a statement. */
  execute<S>(statement: Statement, site: CallSite): Promise<TableResult<S>> {
    return this.request(site, async (session, commands, encoder) => {
      const request = create(ExecuteRequestSchema, {
        sessionId: session.id,
        commands,
        statement: encodeStatement(statement, encoder),
        ...encoder.source(site),
      });
      await session.ship(await shipFunctions(encoder.functions));
      return new TableResult<S>(this, await session.client.execute(request));
    });
  }

  /** Says how Flink would run a statement. */
  explain(statement: Statement, details: readonly ExplainDetail[], site: CallSite): Promise<string> {
    return this.request(site, async (session, commands, encoder) => {
      const request = create(ExplainRequestSchema, {
        sessionId: session.id,
        commands,
        statement: encodeStatement(statement, encoder),
        details: [...details],
        ...encoder.source(site),
      });
      await session.ship(await shipFunctions(encoder.functions));
      return (await session.client.explain(request)).text;
    });
  }

  /** The columns of a table. */
  resolveSchema(relation: RelationNode, site: CallSite): Promise<ResolvedSchema> {
    return this.request(site, async (session, commands, encoder) => {
      const plan = encoder.plan(relation);
      await session.ship(await shipFunctions(encoder.functions));
      const { schema, summary } = await session.client.resolveSchema({ sessionId: session.id, commands, plan });
      return new ResolvedSchema(schema, summary);
    });
  }

  /** The value of an option, where it is set. */
  configuration(key: string, site: CallSite): Promise<string | undefined> {
    return this.request(site, async (session, commands, encoder) => {
      await session.ship(await shipFunctions(encoder.functions));
      const { values } = await session.client.getConfiguration({ sessionId: session.id, commands, key });
      return values[key];
    });
  }

  /** The rows of a result. */
  fetch(resultId: string, format: ResultFormat, site: CallSite): ResultStream {
    const abort = new AbortController();
    const fetch = async function* (this: Session) {
      const session = await this.open();
      yield* session.client.fetchResults({ sessionId: session.id, resultId, format }, { signal: abort.signal });
    };
    return new ResultStream(fetch.call(this), abort, (work) => this.guard(work, site));
  }

  /** What a job does. */
  jobStatus(jobId: string, site: CallSite): Promise<JobStatus> {
    return this.request(site, async ({ client, id }) => {
      const { status } = await client.getJobStatus({ sessionId: id, jobId });
      return status as JobStatus;
    });
  }

  /** Cancels a job. */
  cancelJob(jobId: string, site: CallSite): Promise<void> {
    return this.request(site, async ({ client, id }) => {
      await client.cancelJob({ sessionId: id, jobId });
    });
  }

  /** Waits for the end of a job. */
  awaitJob(jobId: string, timeoutMillis: number | undefined, site: CallSite): Promise<JobStatus> {
    return this.request(site, async ({ client, id }) => {
      const { status } = await client.awaitJob({ sessionId: id, jobId, timeoutMillis: BigInt(timeoutMillis ?? 0) });
      if (status === ENDED) return ENDED;
      throw new FlinkError('TIMEOUT', `The job did not end within ${timeoutMillis} ms; it is ${status}`, {
        callSite: site,
        retryable: true,
      });
    });
  }

  /** Ends the session: its queries are cancelled, its temporary objects are gone. */
  async close(): Promise<void> {
    this.closed = true;
    const session = await this.opened?.catch(() => undefined);
    session?.close();
  }

  /** Sends a request, after the commands that were gathered. */
  private request<R>(
    site: CallSite,
    send: (session: OpenSession, commands: Command[], encoder: Encoder) => Promise<R>,
  ): Promise<R> {
    const gathered = this.commands;
    this.commands = [];
    const answer = this.barrier.then(async () => {
      this.assertOpen(site);
      const session = await this.open().catch((failure) => {
        this.commands = [...gathered, ...this.commands]; // nothing was sent: they go with the next one
        throw failure;
      });
      const encoder = new Encoder();
      return send(
        session,
        gathered.map((command) => encodeCommand(command, encoder)),
        encoder,
      );
    });
    if (gathered.length > 0) this.barrier = answer.catch(() => {});
    return this.guard(answer, site);
  }

  private open(): Promise<OpenSession> {
    if (this.opened === undefined) {
      this.opened = this.connect().then((gateway) => OpenSession.open(gateway, this.settings));
      this.opened.catch(() => {
        this.opened = undefined;
      });
    }
    return this.opened;
  }

  /** Keeps the process alive until the work is done, and makes its failure one of the user's call. */
  private async guard<T>(work: Promise<T>, site: CallSite): Promise<T> {
    try {
      return await keepAlive.during(work);
    } catch (failure) {
      const session = await this.opened?.catch(() => undefined);
      throw toFlinkError(failure, site, session?.log);
    }
  }

  private assertOpen(site: CallSite): void {
    if (this.closed) {
      throw new FlinkError('ENVIRONMENT_CLOSED', 'The environment was closed', {
        hint: 'Close it when all of its results are read.',
        callSite: site,
      });
    }
  }
}

function encodeStatement(statement: Statement, encoder: Encoder) {
  switch (statement.case) {
    case 'sql':
      return { case: 'sql', value: statement.text } as const;
    case 'query':
      return { case: 'query', value: encoder.plan(statement.relation) } as const;
    case 'insert':
      return { case: 'insert', value: { plan: encoder.plan(statement.relation), path: statement.path } } as const;
  }
}
