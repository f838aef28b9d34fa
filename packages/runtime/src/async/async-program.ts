import { Buffer } from 'node:buffer';
import { type CallBuffers, Phase, stepOf } from '../calc/calc-buffers.js';
import type { CallSpec } from '../calc/calc-spec.js';
import { CallProgram } from '../calc/call-program.js';
import { type CompiledCall, compileCall } from '../calc/compile-calc.js';
import { describeCall } from '../calc/describe-call.js';
import { RowInput } from '../codec/input.js';
import { roundUp8 } from '../codec/layout.js';
import { OVERFLOW, type RowOutput } from '../codec/output.js';
import { compileValueWriter } from '../codec/single-value.js';
import { compileResultWriter } from '../correlate/result-writer.js';
import { FunctionError } from '../function/function-error.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { type Phase as FailurePhase, failureOf } from '../program/failure.js';
import type { MemoryRange, ProgramContext } from '../program/program.js';
import { type AsyncBuffers, asyncBuffers, Progress } from './async-buffers.js';
import type { AsyncSpec } from './async-spec.js';
import { collectRows } from './collect-rows.js';

/** A call whose promise has not settled. */
interface InFlight {
  /** A copy of its row, for messages. */
  readonly row: Uint8Array;
  readonly deadline: number;
}

/** How a call went: its value, one of its rows, that there are no more, or the failure as JSON. */
interface Outcome {
  readonly call: number;
  readonly row: Uint8Array;
  readonly value?: unknown;
  readonly failure?: string;
  readonly last?: boolean;
}

/**
 * Calls of an asynchronous function, scalar or table: a run begins those of its rows, and gives the results of those, of this or of
 * earlier runs, that have settled meanwhile. A call that fails does not fail the others: Flink may try it again.
 */
export class AsyncProgram extends CallProgram<AsyncBuffers> {
  readonly #spec: AsyncSpec;
  readonly #fn: FunctionSpec;
  readonly #context: ProgramContext;
  readonly #call: CompiledCall;
  readonly #write: (out: RowOutput, value: unknown) => void;
  /** By number; the oldest ones first, for all may take equally long. */
  readonly #inFlight = new Map<number, InFlight>();
  #settled: Outcome[] = [];
  #onSettled: () => void = () => undefined;
  #hasTold = false;

  /** Throws FunctionError if a function is not there. */
  constructor(spec: AsyncSpec, context: ProgramContext) {
    super(spec, context);
    this.#spec = spec;
    this.#fn = spec.functions[0] as FunctionSpec;
    this.#context = context;
    this.#call = compileCall(spec, this.evals(), context.constants);
    this.#write = spec.rows ? compileResultWriter(this.#fn.returns) : compileValueWriter(this.#fn.returns);
  }

  /** Sets the memory that rows are read from and written to. */
  bind(...memory: Parameters<typeof asyncBuffers>): void {
    this.buffers = asyncBuffers(...memory);
  }

  onSettled(listener: () => void): void {
    this.#onSettled = listener;
  }

  written(): MemoryRange[] {
    const { out, progress } = this.buffers as AsyncBuffers;
    const results = (progress[Progress.RESULTS] as number) * 4;
    return [
      { memory: 1, begin: 0, end: out.cursor },
      { memory: 4, begin: 0, end: results },
      { memory: 5, begin: 0, end: results },
      { memory: 6, begin: 0, end: progress.byteLength },
    ];
  }

  protected compute(buffers: AsyncBuffers, from: number, count: number): number {
    for (let row = from; row < count; row++) {
      buffers.progress[Progress.ROW] = row;
      this.#begin(buffers, row, count);
    }
    // What runs from here on is of no row that the memory still has.
    buffers.progress[Progress.ROW] = -1;
    this.#hasTold = true;
    this.#expire();
    this.#give(buffers);
    this.#hasTold = false;
    return count;
  }

  protected row({ progress }: CallBuffers): number {
    return progress[Progress.ROW] as number;
  }

  #begin(buffers: AsyncBuffers, row: number, count: number): void {
    const number = buffers.calls[row] as number;
    const [begin, end] = [(buffers.offsets[row] as number) & ~7, (buffers.offsets[row + 1] as number) & ~7];
    const inFlight = {
      row: buffers.input.copy(begin, end),
      deadline: performance.now() + this.#spec.timeoutMillis,
    };
    this.#inFlight.set(number, inFlight);
    const fail = (error: unknown) => this.#failed(number, inFlight, error, 'call');
    try {
      const returned = this.#call(buffers, row, count);
      const outcome = { call: number, row: inFlight.row };
      if (this.#spec.rows) collectRows(returned).then((rows) => this.#settle(...outcomes(outcome, rows)), fail);
      else Promise.resolve(returned).then((value) => this.#settle({ ...outcome, value }), fail);
    } catch (error) {
      fail(error);
    }
  }

  /** Takes what became of a call, the last of which ends it. */
  #settle(last: Outcome, rows: readonly Outcome[] = []): void {
    // It may have been given up.
    if (!this.#inFlight.delete(last.call)) return;
    for (const row of rows) this.#settled.push(row);
    this.#settled.push(last);
    if (this.#hasTold) return;
    this.#hasTold = true;
    this.#onSettled();
  }

  #failed(call: number, { row }: InFlight, error: unknown, phase: FailurePhase): void {
    this.#settle({ call, row, failure: this.#describe(row, error, phase) });
  }

  #describe(row: Uint8Array, error: unknown, phase: FailurePhase): string {
    const call = this.#spec.calls[0] as CallSpec;
    const described = describeCall(this.#spec, call, new RowInput(row), 0, new RowInput(this.#context.constants));
    return JSON.stringify(failureOf(error, phase, this.#fn, described, this.#context.positions));
  }

  #expire(): void {
    const now = performance.now();
    for (const [call, inFlight] of this.#inFlight) {
      if (inFlight.deadline > now) return;
      const problem = `its promise did not settle within ${this.#spec.timeoutMillis} ms (tsflink.function.timeout)`;
      this.#failed(call, inFlight, new FunctionError('FUNCTION_TIMEOUT', problem), 'call');
    }
  }

  /** Writes outcomes until there are no more, or no more room. */
  #give({ out, owners, ends, progress }: AsyncBuffers): void {
    out.cursor = 0;
    progress[Progress.STEP] = stepOf(0, Phase.RESULT);
    let given = 0;
    for (; given < Math.min(this.#settled.length, ends.length); given++) {
      const written = this.#fit(out, this.#settled[given] as Outcome);
      if (written === undefined) break;
      owners[given] = written;
      ends[given] = out.cursor;
    }
    this.#settled = this.#settled.slice(given);
    progress[Progress.RESULTS] = given;
    progress[Progress.WAITING] = this.#settled.length;
  }

  /** Writes an outcome; returns its owner, or nothing if it does not fit. */
  #fit(out: RowOutput, { call, row, value, failure, last }: Outcome): number | undefined {
    if (last) return call;
    const begin = out.cursor;
    try {
      if (failure === undefined) {
        try {
          this.#write(out, value);
          return call;
        } catch (error) {
          if (error === OVERFLOW) throw error;
          out.cursor = begin;
          writeText(out, this.#describe(row, error, 'result'));
          return ~call;
        }
      }
      writeText(out, failure);
      return ~call;
    } catch (error) {
      if (error !== OVERFLOW) throw error;
      out.cursor = begin;
      return undefined;
    }
  }
}

/** The end of a call, and the outcomes before it. */
function outcomes(call: Pick<Outcome, 'call' | 'row'>, rows: readonly unknown[]): [Outcome, Outcome[]] {
  return [{ ...call, last: true }, rows.map((value) => ({ ...call, value }))];
}

/** Text as it is, filled up with spaces. */
function writeText(out: RowOutput, text: string): void {
  const size = roundUp8(Buffer.byteLength(text));
  out.reserve(size);
  out.bytes.fill(' ', out.cursor, out.cursor + size);
  out.bytes.write(text, out.cursor);
  out.cursor += size;
}
