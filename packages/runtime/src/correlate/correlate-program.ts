import { Phase, stepOf } from '../calc/calc-buffers.js';
import { CallProgram } from '../calc/call-program.js';
import { type CompiledCall, callsInOrder, compileCall } from '../calc/compile-calc.js';
import type { TypeNode } from '../codec/index.js';
import { OVERFLOW } from '../codec/output.js';
import type { MemoryRange, ProgramContext } from '../program/program.js';
import { type CorrelateBuffers, correlateBuffers, Progress } from './correlate-buffers.js';
import type { CorrelateSpec } from './correlate-spec.js';
import { PortionTime } from './portion-time.js';
import { compileResultWriter, type ResultWriter } from './result-writer.js';
import { END, type Results, resultsOf } from './results.js';

/**
 * The rows that a table function makes of each input row. They leave in portions of what the buffer holds: a function
 * may yield any number of rows, and waits where it yields while the JVM takes them.
 */
export class CorrelateProgram extends CallProgram<CorrelateBuffers> {
  readonly #call: CompiledCall;
  readonly #write: ResultWriter;
  readonly #calling: number;
  readonly #writing: number;
  readonly #time: PortionTime;
  /** The results of the row that is not done. */
  #results: Results | undefined;
  /** The result that did not fit. */
  #pending: unknown = END;

  /** Throws FunctionError if a function is not there. */
  constructor(spec: CorrelateSpec, context: ProgramContext) {
    super(spec, context);
    this.#call = compileCall(spec, this.evals(), context.constants);
    const table = spec.functions[spec.calls[0]?.function ?? -1];
    this.#write = compileResultWriter(table?.returns as TypeNode);
    this.#time = new PortionTime(spec.timeoutMillis);
    const outermost = callsInOrder(spec.calls).length - 1;
    this.#calling = stepOf(outermost, Phase.CALL);
    this.#writing = stepOf(outermost, Phase.RESULT);
  }

  /** Sets the memory that rows are read from and written to. */
  bind(...memory: Parameters<typeof correlateBuffers>): void {
    this.buffers = correlateBuffers(...memory);
  }

  written(): MemoryRange[] {
    const { out, progress } = this.buffers as CorrelateBuffers;
    const results = (progress[Progress.RESULTS] as number) * 4;
    return [
      { memory: 1, begin: 0, end: out.cursor },
      { memory: 3, begin: 0, end: results },
      { memory: 4, begin: 0, end: results },
      { memory: 5, begin: 0, end: progress.byteLength },
    ];
  }

  /** Returns the row whose results are not all written; `progress` says how many results are. */
  protected compute(buffers: CorrelateBuffers, from: number, count: number): number {
    const { out, progress } = buffers;
    out.cursor = 0;
    progress[Progress.RESULTS] = 0;
    if (this.#results !== undefined) this.#time.goOn();
    for (let row = from; row < count; row++) {
      if (this.#results === undefined) {
        progress[Progress.ROW] = row;
        progress[Progress.TICK] = (progress[Progress.TICK] as number) + 1;
        this.#time.begin();
        const returned = this.#call(buffers, row, count);
        progress[Progress.STEP] = this.#writing;
        this.#results = resultsOf(returned);
      }
      if (this.#results !== undefined && !this.#drain(buffers, this.#results, row)) {
        this.#time.pause();
        return row;
      }
      this.#results = undefined;
    }
    return count;
  }

  protected row({ progress }: CorrelateBuffers): number {
    return progress[Progress.ROW] as number;
  }

  override close(): void {
    try {
      this.#results?.close();
    } finally {
      super.close();
    }
  }

  /** Writes results until there are no more, or no more room. */
  #drain({ out, owners, ends, progress }: CorrelateBuffers, results: Results, row: number): boolean {
    let written = progress[Progress.RESULTS] as number;
    let value = this.#pending;
    this.#pending = END;
    for (;;) {
      if (value === END) {
        progress[Progress.STEP] = this.#calling;
        value = results.next();
        if (value === END) return true;
        progress[Progress.STEP] = this.#writing;
      }
      if (written === ends.length || !this.#fits(out, value)) {
        this.#pending = value;
        return false;
      }
      owners[written] = row;
      ends[written++] = out.cursor;
      progress[Progress.RESULTS] = written;
      value = END;
    }
  }

  #fits(out: CorrelateBuffers['out'], value: unknown): boolean {
    const begin = out.cursor;
    try {
      this.#write(out, value);
      return true;
    } catch (error) {
      if (error !== OVERFLOW) throw error;
      out.cursor = begin;
      return false;
    }
  }
}
