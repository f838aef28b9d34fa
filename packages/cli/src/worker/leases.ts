import { randomBytes } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { Code, ConnectError, type HandlerContext } from '@connectrpc/connect';
import {
  type LeaseWorkerRequest,
  type LeaseWorkerResponse,
  LeaseWorkerResponseSchema,
  PROTOCOL_VERSION,
} from '@tsflink/runtime/worker';
import type { WorkerServerOptions } from './options.js';
import type { Refusal, ServerMetrics } from './server-metrics.js';
import { type WorkerEnd, WorkerProcess } from './worker-process.js';

/** The workers that run, each for as long as the call by which it was asked for. */
export class Leases {
  readonly #options: WorkerServerOptions;
  readonly #metrics: ServerMetrics;
  readonly #workers = new Map<string, WorkerProcess>();
  readonly #stop = new AbortController();
  #count = 0;
  #stopping = false;
  #whenEmpty: (() => void) | undefined;

  constructor(options: WorkerServerOptions, metrics: ServerMetrics) {
    this.#options = options;
    this.#metrics = metrics;
  }

  get isStopping(): boolean {
    return this.#stopping;
  }

  /** The worker that a connection names. */
  find(id: string): WorkerProcess | undefined {
    return this.#workers.get(id);
  }

  /** Starts a worker, tells of it, and of its end; ends it with the call. */
  readonly lease = async function* (
    this: Leases,
    request: LeaseWorkerRequest,
    { signal }: HandlerContext,
  ): AsyncGenerator<LeaseWorkerResponse> {
    this.#admit(request);
    this.#count++;
    this.#metrics.started();
    const id = randomBytes(16).toString('hex');
    let worker: WorkerProcess | undefined;
    let end: WorkerEnd | undefined;
    try {
      worker = await WorkerProcess.start(Number(request.heapLimit), (line) => this.#options.log(`[worker] ${line}`));
      this.#workers.set(id, worker);
      const { token, pid } = worker;
      yield create(LeaseWorkerResponseSchema, {
        response: { case: 'started', value: { id, token, pid: BigInt(pid) } },
      });
      end = await Promise.race([worker.ended, aborted(AbortSignal.any([signal, this.#stop.signal]))]);
      if (this.#stop.signal.aborted) end ??= STOPPED;
      if (end) {
        yield create(LeaseWorkerResponseSchema, {
          response: { case: 'ended', value: { ...end, lastLines: [...end.lastLines] } },
        });
      }
    } finally {
      this.#workers.delete(id);
      worker?.close();
      this.#metrics.ended(end !== undefined && end !== STOPPED);
      this.#count--;
      if (this.#count === 0) this.#whenEmpty?.();
    }
  }.bind(this);

  #admit({ protocolVersion }: LeaseWorkerRequest): void {
    if (protocolVersion !== PROTOCOL_VERSION) {
      const text = `The worker speaks version ${PROTOCOL_VERSION} of the protocol, its caller version ${protocolVersion}.`;
      throw this.#refused('version', Code.FailedPrecondition, text);
    }
    if (this.#stopping) throw this.#refused('stopping', Code.Unavailable, 'it is about to end');
    const { maxTasks } = this.#options;
    if (this.#count >= maxTasks) {
      throw this.#refused('full', Code.ResourceExhausted, `it runs ${maxTasks} tasks, as many as it may (--max-tasks)`);
    }
  }

  #refused(reason: Refusal, code: Code, text: string): ConnectError {
    this.#metrics.refused(reason);
    return new ConnectError(text, code);
  }

  /** Takes no more; waits until all have ended by themselves, or the time is up, and ends the rest. */
  async stop(gracePeriod: number): Promise<void> {
    this.#stopping = true;
    if (this.#count === 0) return;
    const empty = new Promise<void>((resolve) => {
      this.#whenEmpty = resolve;
    });
    const timer = setTimeout(() => this.#stop.abort(), gracePeriod);
    await empty;
    clearTimeout(timer);
  }
}

const STOPPED: WorkerEnd = { how: 'was ended, with its server', outOfMemory: false, lastLines: [] };

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
