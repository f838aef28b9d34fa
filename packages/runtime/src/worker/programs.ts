import type { MessagePort } from 'node:worker_threads';
import type { RunProgramRequest, RunProgramResponse } from '../generated/tsflink/v1/worker_pb.js';
import type { Answer, Threads, ToService } from './messages.js';
import { ServedProgram } from './served-program.js';
import type { WorkerMetrics } from './worker-metrics.js';

/** The data service: a program for each stream. */
export class Programs {
  readonly #functions: MessagePort;
  readonly #answers: MessagePort;
  readonly #threads: Threads;
  readonly #programs = new Map<number, ServedProgram>();
  readonly #metrics: WorkerMetrics;
  #count = 0;

  constructor(functions: MessagePort, answers: MessagePort, threads: Threads, metrics: WorkerMetrics) {
    this.#metrics = metrics;
    this.#functions = functions;
    this.#answers = answers;
    this.#threads = threads;
  }

  readonly run = (requests: AsyncIterable<RunProgramRequest>): AsyncIterable<RunProgramResponse> => {
    const id = ++this.#count;
    const program = new ServedProgram(id, this.#threads, this.#metrics, (message) =>
      this.#functions.postMessage(message),
    );
    this.#programs.set(id, program);
    void this.#serve(id, program, requests);
    return program.responses;
  };

  async #serve(id: number, program: ServedProgram, requests: AsyncIterable<RunProgramRequest>): Promise<void> {
    try {
      for await (const { request } of requests) {
        if (request.case === 'answer') this.#answer(program.answerOf(request.value));
        else if (request.case !== undefined) program.request(request);
      }
    } catch {
      // The task is gone; what it asked for last is not to be waited for.
    } finally {
      if (program.isAsking) this.#answer({ number: -1, failure: 'the task has ended' });
      program.abandon();
      this.#programs.delete(id);
    }
  }

  /** What the functions' thread says of a program. */
  take(message: Extract<ToService, { program: number }>): void {
    const program = this.#programs.get(message.program);
    if (program) program.take(message);
    else if (message.kind === 'call' || message.kind === 'ask')
      this.#answer({ number: -1, failure: 'the task has ended' });
  }

  #answer(answer: Answer): void {
    this.#answers.postMessage(answer);
    Atomics.add(this.#threads.answered, 0, 1);
    Atomics.notify(this.#threads.answered, 0);
  }
}
