// The main thread of a worker: functions run here one at a time, as in an isolate of the embedded engine, with Node's
// event loop between them.
import { createRequire } from 'node:module';
import process from 'node:process';
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import {
  type CreatedProgram,
  createProgram,
  externalMemory,
  hasArtifact,
  heapUsed,
  loadArtifact,
  start,
} from '../embedded/entry.js';
import { FunctionError } from '../function/function-error.js';
import type { ProgramHost } from '../program/program.js';
import type { Inspection } from './inspection.js';
import type { Answer, Result, Threads, ToFunctions, ToService } from './messages.js';

const MEMORY_CHECK_MILLIS = 100;
// Bytes of calls that nobody waits for, until one is waited for: what the task has yet to take must not pile up.
const MOST_UNANSWERED = 4 << 20;
const CALL_BYTES = 256;
const FAILED = (failure: string | undefined): Result => ({ next: -1, failure, written: [] });

/** Runs functions as the service asks for it. */
export function runFunctions(
  service: MessagePort,
  answers: MessagePort,
  threads: Threads,
  inspection: Inspection | undefined,
): void {
  const programs = new Map<number, { readonly created: CreatedProgram; readonly host: ProgramHost }>();
  const tell = (message: ToService) => service.postMessage(message);
  start({
    log: (level, functionName, text) => tell({ kind: 'log', line: { level, functionName, text } }),
    requireFolders: createRequire,
  });
  let toldAt = 0;

  service.on('message', (message: ToFunctions) => {
    if (message.kind === 'load') {
      const { hash, name, sourceMap, directory } = message.artifact;
      const code = inspection?.withSources(message.artifact.code, sourceMap) ?? message.artifact.code;
      const failure = hasArtifact(hash) ? undefined : loadArtifact(hash, name, code, sourceMap, directory);
      inspection?.halt();
      tell({ kind: 'loaded', id: message.id, failure });
      return;
    }
    if (message.kind === 'bind') {
      programs.get(message.program)?.created.bind(...(message.memory as unknown as ArrayBuffer[]));
      return;
    }
    threads.running[0] = message.program;
    const result = carryOut(message);
    threads.running[0] = 0;
    if (Date.now() - toldAt >= MEMORY_CHECK_MILLIS) {
      toldAt = Date.now();
      tell({ kind: 'memory', heapUsed: heapUsed(), external: externalMemory() });
    }
    tell({ kind: 'done', program: message.program, result });
  });

  function carryOut(message: Extract<ToFunctions, { kind: 'create' | 'run' | 'close' }>): Result {
    if (message.kind === 'create') {
      const constants = message.constants.slice().buffer as ArrayBuffer;
      const host = hostOf(message.program);
      const created = createProgram(message.spec, constants, host);
      if (typeof created !== 'object') return FAILED(created);
      programs.set(message.program, { created, host });
      created.onSettled?.(() => tell({ kind: 'settled', program: message.program }));
      return { next: 0, failure: undefined, written: [] };
    }
    const program = programs.get(message.program);
    if (message.kind === 'close') {
      programs.delete(message.program);
      return { next: 0, failure: program?.created.close(), written: [] };
    }
    if (!program) return FAILED(undefined);
    const { created, host } = program;
    host.prefetched = message.views;
    const next = created.run(message.from, message.count);
    if (next < 0) return FAILED(created.failure());
    return { next, failure: undefined, written: created.written(message.from, next) };
  }

  function hostOf(program: number): ProgramHost {
    let unanswered = 0;
    const exchange: ProgramHost['exchange'] = (request) => {
      unanswered += CALL_BYTES + (request.payload?.length ?? 0);
      if (request.awaits === 'nothing' && unanswered < MOST_UNANSWERED) {
        tell({ kind: 'call', program, request });
        return { number: 0 };
      }
      unanswered = 0;
      const awaits = request.awaits === 'nothing' ? 'number' : request.awaits;
      return ask({ kind: 'call', program, request: { ...request, awaits } });
    };
    return {
      exchange,
      call: (operation, number) =>
        ask({ kind: 'call', program, request: { operation, number, awaits: 'number' } }).number,
      ask: (...request) => {
        const { metric, text } = ask({ kind: 'ask', program, request });
        return (metric as unknown as ArrayBuffer | undefined) ?? text;
      },
    };
  }

  // The user's function waits, and so does all else of this thread.
  function ask(question: ToService): Answer {
    const before = Atomics.load(threads.answered, 0);
    tell(question);
    let received = receiveMessageOnPort(answers);
    while (received === undefined) {
      Atomics.wait(threads.answered, 0, before);
      received = receiveMessageOnPort(answers);
    }
    const answer = received.message as Answer;
    if (answer.failure !== undefined) throw new FunctionError('FUNCTION_FAILED', answer.failure);
    return answer;
  }

  // What is left in the event loop must not end the worker, nor keep it: its parent's end does.
  service.ref();
  process.title = 'tsflink-worker';
}
