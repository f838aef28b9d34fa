import { FlinkError } from '../errors/flink-error.js';
import { failedCommand, toFlinkError } from '../errors/from-rpc.js';
import { type Shipping, shipFunctions } from '../functions/shipping.js';
import { keepAlive } from '../gateway/keep-alive.js';
import type { Command } from '../generated/tsflink/v1/gateway_pb.js';
import { type CommandNode, encodeCommand } from '../plan/command.js';
import { Encoder, type PendingFunction } from '../plan/encoder.js';
import type { CallSite } from '../source/call-site.js';
import type { RowUpload } from '../values/row-upload.js';
import type { OpenSession } from './open-session.js';
import { ShippingLimits } from './shipping-limits.js';

/** Commands of a request as they travel, and the functions and rows that each brings. */
interface Encoded {
  readonly commands: Command[];
  readonly functions: readonly (readonly PendingFunction[])[];
  readonly uploads: readonly (readonly RowUpload[])[];
}

/**
 * The requests of a session, one after the other as they were made: each finds what those before it did. Commands go
 * with the next request. Where one of them fails, the request is not made: those before it are done, and those after
 * it go with the next request.
 */
export class Requests {
  private gathered: CommandNode[] = [];
  /** Commands of a request that failed before them: they come before those gathered since. */
  private held: readonly CommandNode[] = [];
  private last: Promise<unknown> = Promise.resolve();
  private opened: Promise<OpenSession> | undefined;
  private closed = false;
  private readonly shipping: ShippingLimits;

  constructor(
    private readonly open: () => Promise<OpenSession>,
    /** Told of a command that failed. */
    private readonly onFailed: (command: CommandNode) => void,
    configuration: Readonly<Record<string, string>>,
    /** Whose requests these are. */
    private readonly owner: object,
  ) {
    this.shipping = new ShippingLimits(configuration);
  }

  /** Leaves a command for the next request. */
  enqueue(command: CommandNode): void {
    this.assertOpen(command.site);
    this.gathered.push(command);
    if (command.kind === 'setConfiguration') this.shipping.set(command.key, command.value);
  }

  /**
   * Makes a request, after the commands that were gathered.
   * @param encode puts what is asked into the form in which it travels
   */
  send<Q, R>(
    site: CallSite,
    encode: (encoder: Encoder) => Q,
    call: (session: OpenSession, commands: Command[], request: Q) => Promise<R>,
  ): Promise<R> {
    const { gathered } = this;
    this.gathered = [];
    const limits = { ...this.shipping.limits };
    const answer = this.last.then(async () => {
      const commands = [...this.held, ...gathered];
      this.held = [];
      this.assertOpen(site);
      const session = await this.session().catch((failure) => this.hold(commands, failure));
      const encoder = new Encoder(true, this.owner);
      const encoded = this.encodeCommands(commands, encoder);
      const shipping = { limits, engine: () => engineAfter(commands, session) };
      let request: Q;
      try {
        request = encode(encoder);
        await session.ship(await shipFunctions(encoder.functions, shipping));
      } catch (failure) {
        const culprit = await unshippable(encoded.functions, shipping);
        return culprit === undefined ? this.hold(commands, failure) : this.failUnsent(commands, culprit, failure);
      }
      const run = await this.upload(session, commands, encoded, encoder.uploads);
      const left = commands.slice(run);
      return this.blame(left, call(session, encoded.commands.slice(run), request));
    });
    this.last = answer.catch(() => {});
    return this.guard(answer, site);
  }

  /** Makes a request about what is there already, such as a job: it waits for no other. */
  beside<R>(site: CallSite, call: (session: OpenSession) => Promise<R>): Promise<R> {
    const answer = (async () => {
      this.assertOpen(site);
      return call(await this.session());
    })();
    return this.guard(answer, site);
  }

  /** Keeps the process alive until the work is done, and makes its failure one of the user's call. */
  async guard<T>(work: Promise<T>, site: CallSite): Promise<T> {
    try {
      return await keepAlive.during(work);
    } catch (failure) {
      const session = await this.opened?.catch(() => undefined);
      throw toFlinkError(failure, site, session?.log);
    }
  }

  /** The session, opened at the first call; after a failure the next one tries anew. */
  session(): Promise<OpenSession> {
    if (this.opened === undefined) {
      this.opened = this.open();
      this.opened.catch(() => {
        this.opened = undefined;
      });
    }
    return this.opened;
  }

  /** Refuses all further work. */
  async close(): Promise<void> {
    this.closed = true;
    const session = await this.opened?.catch(() => undefined);
    session?.close();
  }

  private encodeCommands(nodes: readonly CommandNode[], encoder: Encoder): Encoded {
    const commands: Command[] = [];
    const functions: (readonly PendingFunction[])[] = [];
    const uploads: (readonly RowUpload[])[] = [];
    for (const [index, node] of nodes.entries()) {
      const before = encoder.functions.length;
      const sentBefore = encoder.uploads.length;
      try {
        commands.push(encodeCommand(node, encoder));
      } catch (failure) {
        this.failUnsent(nodes, index, failure);
      }
      functions.push(encoder.functions.slice(before));
      uploads.push(encoder.uploads.slice(sentBefore));
    }
    return { commands, functions, uploads };
  }

  /**
   * Sends the rows that a request needs, after the commands before the first that needs any: what these set counts.
   * Returns how many commands were run.
   */
  private async upload(
    session: OpenSession,
    nodes: readonly CommandNode[],
    encoded: Encoded,
    uploads: readonly RowUpload[],
  ): Promise<number> {
    const missing = new Set(uploads.filter((rows) => session.lacks(rows)));
    if (missing.size === 0) return 0;
    const found = encoded.uploads.findIndex(({ length }) => length > 0);
    const first = found === -1 ? nodes.length : found;
    if (first > 0) {
      const commands = encoded.commands.slice(0, first);
      await this.blame(nodes, session.client.getConfiguration({ sessionId: session.id, commands }));
    }
    for (const rows of missing) {
      await session.upload(rows).catch((failure) => {
        const culprit = encoded.uploads.findIndex((ofCommand) => ofCommand.includes(rows));
        const left = nodes.slice(first);
        return culprit === -1 ? this.hold(left, failure) : this.failUnsent(left, culprit - first, failure);
      });
    }
    return first;
  }

  /** A request with commands: where one of them fails, those after it are held. */
  private async blame<R>(commands: readonly CommandNode[], answer: Promise<R>): Promise<R> {
    try {
      return await answer;
    } catch (failure) {
      const culprit = failedCommand(failure);
      if (culprit === undefined) throw failure;
      return this.fail(commands, culprit, failure);
    }
  }

  private hold(commands: readonly CommandNode[], failure: unknown): never {
    this.held = commands;
    throw failure;
  }

  /** A command failed in Flink, after those before it. */
  private fail(commands: readonly CommandNode[], culprit: number, failure: unknown): never {
    return this.forget(commands[culprit], commands.slice(culprit + 1), failure);
  }

  /** A command cannot be sent, and with it none was. */
  private failUnsent(commands: readonly CommandNode[], culprit: number, failure: unknown): never {
    const command = commands[culprit];
    return this.forget(
      command,
      commands.filter((_, index) => index !== culprit),
      // the call that registered it has returned long ago: its place is told, not that of the request
      command ? toFlinkError(failure, command.site) : failure,
    );
  }

  private forget(failed: CommandNode | undefined, rest: readonly CommandNode[], failure: unknown): never {
    if (failed === undefined) throw failure;
    this.onFailed(failed);
    this.held = rest;
    throw rest.length === 0 ? failure : withHeld(toFlinkError(failure, failed.site), failed.site, rest.length);
  }

  /** Throws ENVIRONMENT_CLOSED after {@link close}. */
  assertOpen(site: CallSite): void {
    if (this.closed) {
      throw new FlinkError('ENVIRONMENT_CLOSED', 'The environment was closed', {
        hint: 'Close it when all of its results are read.',
        callSite: site,
      });
    }
  }
}

/** The engine that runs functions when commands are done. */
async function engineAfter(commands: readonly CommandNode[], { client, id }: OpenSession): Promise<string> {
  const last = commands.findLast((command) => command.kind === 'setConfiguration' && command.key === ENGINE);
  const set = last?.kind === 'setConfiguration' ? last.value : undefined;
  const engine = set ?? (await client.getConfiguration({ sessionId: id, key: ENGINE })).values[ENGINE] ?? 'embedded';
  return engine.toLowerCase();
}

const ENGINE = 'tsflink.function.engine';

/** The first command with a function that cannot be shipped. */
async function unshippable(functions: Encoded['functions'], shipping: Shipping): Promise<number | undefined> {
  for (const [index, ofCommand] of functions.entries()) {
    const ships = await shipFunctions(ofCommand, shipping).then(
      () => true,
      () => false,
    );
    if (!ships) return index;
  }
  return undefined;
}

function withHeld(error: FlinkError, callSite: CallSite, held: number): FlinkError {
  const { hint, source, cause, retryable, function: failed } = error;
  const rest =
    held === 1
      ? 'The other call that waited with it goes with the next request.'
      : `The ${held} other calls that waited with it go with the next request.`;
  return new FlinkError(error.code, error.reason, {
    hint: hint ? `${hint}\n${rest}` : rest,
    source,
    callSite,
    cause,
    retryable,
    function: failed,
  });
}
