import process from 'node:process';
import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  type HostAnswer,
  type MemoryPart,
  MemoryPartSchema,
  type RunProgramRequest,
  type RunProgramResponse,
  RunProgramResponseSchema,
} from '../generated/tsflink/v1/worker_pb.js';
import { describeRunning } from './describe-running.js';
import { MessageQueue } from './message-queue.js';
import type { Answer, Result, Threads, ToFunctions, ToService } from './messages.js';
import { MetricMemories } from './metric-memories.js';
import type { WorkerMetrics } from './worker-metrics.js';

const PROGRESS_MILLIS = 50;

type Request = Exclude<RunProgramRequest['request'], { case: undefined } | { case: 'answer' }>;

/** One program, as the TaskManager sees it: its memory is shared with the functions' thread. */
export class ServedProgram {
  readonly responses = new MessageQueue<RunProgramResponse>();
  readonly #id: number;
  readonly #threads: Threads;
  readonly #worker: WorkerMetrics;
  readonly #tell: (message: ToFunctions) => void;
  readonly #metrics = new MetricMemories();
  #spec = '';
  #constants: Uint8Array = new Uint8Array();
  #memory: readonly SharedArrayBuffer[] = [];
  #asked: 'call' | 'ask' | 'metric' | undefined;
  #progress: NodeJS.Timeout | undefined;
  #open = false;
  #closing = false;

  constructor(id: number, threads: Threads, worker: WorkerMetrics, tell: (message: ToFunctions) => void) {
    this.#worker = worker;
    this.#id = id;
    this.#threads = threads;
    this.#tell = tell;
  }

  /** Whether a function waits for an answer. */
  get isAsking(): boolean {
    return this.#asked !== undefined;
  }

  /** A request of the TaskManager. */
  request(request: Request): void {
    const program = this.#id;
    if (request.case === 'bind') {
      this.#memory = request.value.memory.map(({ capacity, kept }, i) =>
        kept ? (this.#memory[i] as SharedArrayBuffer) : new SharedArrayBuffer(capacity),
      );
      this.#tell({ kind: 'bind', program, memory: this.#memory });
      return;
    }
    this.#watch();
    switch (request.case) {
      case 'create': {
        const { spec, constants } = request.value;
        this.#open = true;
        this.#spec = spec;
        this.#constants = constants;
        this.#tell({ kind: 'create', program, spec, constants });
        return;
      }
      case 'run': {
        const { from, count, inputs, views } = request.value;
        for (const { memory, offset, data } of inputs) {
          new Uint8Array(this.#memory[memory] as SharedArrayBuffer).set(data, offset);
        }
        this.#tell({ kind: 'run', program, from, count, views: viewsOf(views) });
        return;
      }
      case 'close':
        this.#closing = true;
        this.#tell({ kind: 'close', program });
    }
  }

  /** The answer to what a function waits for. */
  answerOf({ number, payload, text }: HostAnswer): Answer {
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked === 'metric' && number > 0) return { number, metric: this.#metrics.add(number) };
    return { number, bytes: payload, ...(text !== undefined && { text }) };
  }

  /** What the functions' thread says. */
  take(message: Extract<ToService, { program: number }>): void {
    if (message.kind === 'done') {
      this.#done(message.result);
      return;
    }
    if (message.kind === 'settled') {
      this.#respond({ case: 'settled', value: {} });
      return;
    }
    if (message.kind === 'ask') {
      const [what] = message.request;
      this.#asked = what === 'metric' ? 'metric' : 'ask';
      this.#respond({ case: 'serviceCall', value: { request: [...message.request] } });
      return;
    }
    const { operation, number, payload, awaits } = message.request;
    const awaitsAnswer = awaits !== 'nothing';
    if (awaitsAnswer) this.#asked = 'call';
    this.#respond({
      case: 'hostCall',
      value: { operation, number, awaitsAnswer, receives: awaits === 'bytes', ...(payload && { payload }) },
    });
  }

  /** The TaskManager is gone, or has no more to ask. */
  abandon(): void {
    clearInterval(this.#progress);
    if (this.#open && !this.#closing) this.#tell({ kind: 'close', program: this.#id });
    this.responses.end();
  }

  #done({ next, failure, written }: Result): void {
    clearInterval(this.#progress);
    const outputs = written
      .filter(({ begin, end }) => end > begin)
      .map(({ memory, begin, end }) => part(memory, begin, this.#memory[memory] as SharedArrayBuffer, end));
    const metrics = this.#metrics.changes().map(({ metric, begin, end, memory }) => part(metric, begin, memory, end));
    const { heapUsed, external } = this.#worker.memory;
    this.#respond({
      case: 'done',
      value: {
        next,
        failure: failure ?? '',
        outputs,
        metrics,
        heapUsed: BigInt(heapUsed),
        externalMemory: BigInt(external),
      },
    });
  }

  #respond(response: MessageInitShape<typeof RunProgramResponseSchema>['response'] & object): void {
    this.responses.push(create(RunProgramResponseSchema, { response }));
  }

  #watch(): void {
    clearInterval(this.#progress);
    this.#progress = setInterval(() => {
      const current = Atomics.load(this.#threads.running, 0);
      // While no program is at work, what a promise or a timer goes on with is.
      const running = current === this.#id || current === 0;
      const { tick, functionName = '', row = '' } = describeRunning(this.#spec, this.#constants, this.#memory);
      this.#respond({
        case: 'progress',
        value: { running, tick, functionName, row, residentMemory: BigInt(process.memoryUsage.rss()) },
      });
    }, PROGRESS_MILLIS);
  }
}

function viewsOf(bytes: Uint8Array): Map<number, Uint8Array> {
  const views = new Map<number, Uint8Array>();
  const { buffer, byteOffset, byteLength } = bytes;
  const sizes = new DataView(buffer, byteOffset, byteLength);
  for (let at = 0; at < byteLength; ) {
    const begin = at + 8;
    const end = begin + sizes.getInt32(at + 4);
    views.set(sizes.getInt32(at), bytes.slice(begin, end));
    at = end;
  }
  return views;
}

function part(memory: number, offset: number, from: SharedArrayBuffer, end: number): MemoryPart {
  const data = new Uint8Array(from, offset, end - offset).slice() as Uint8Array;
  return create(MemoryPartSchema, { memory, offset, data });
}
