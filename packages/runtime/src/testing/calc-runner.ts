import { CalcProgram } from '../calc/calc-program.js';
import { rowReader } from '../codec/index.js';
import type { FunctionFailure } from '../function/function-error.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { ArgumentRows } from './argument-rows.js';
import { LocalFailure, localContext } from './local-program.js';
import type { LocalTask } from './local-task.js';

const OUTPUT_BYTES = 1 << 16;

/** Runs one scalar function over rows, as the batch operator of a task does: by the same program, over the same memory. */
export class CalcRunner {
  readonly #program: CalcProgram;
  readonly #task: LocalTask;
  readonly #rows: ArgumentRows;
  readonly #reader;
  readonly #progress = new ArrayBuffer(8);
  #output = new ArrayBuffer(OUTPUT_BYTES);

  /** Opens the function. Throws FunctionError. */
  constructor(spec: FunctionSpec, code: unknown, task: LocalTask) {
    this.#task = task;
    this.#rows = new ArgumentRows(spec.parameters);
    this.#reader = rowReader([{ name: 'result', type: spec.returns }]);
    this.#program = new CalcProgram(
      {
        program: 'calc',
        input: spec.parameters.map(({ type }) => type),
        constants: [],
        results: [spec.returns],
        functions: [spec],
        calls: [{ function: 0, arguments: spec.parameters.map((_, field) => ({ field })) }],
      },
      localContext(spec, code, task),
    );
  }

  /** The results for rows of arguments, in one batch. Throws ValueError for an argument, {@link LocalFailure}. */
  run(rows: readonly (readonly unknown[])[]): unknown[] {
    const { input, offsets } = this.#rows.layOut(rows);
    const ends = new Int32Array(rows.length);
    const results: unknown[] = [];
    while (results.length < rows.length) {
      const from = results.length;
      this.#program.bind(input, this.#output, offsets.buffer, ends.buffer, this.#progress);
      const next = this.#program.run(from, rows.length);
      this.#task.functions.refresh();
      if (next < 0) throw new LocalFailure(JSON.parse(this.#program.failure()) as FunctionFailure);
      if (next === from) this.#output = new ArrayBuffer(this.#output.byteLength * 4);
      const output = new Uint8Array(this.#output);
      for (let i = from, begin = 0; i < next; begin = ends[i++] as number) {
        results.push(this.#reader.read(output, begin, (ends[i] as number) - begin).result);
      }
    }
    return results;
  }

  /** Closes the function. Throws FunctionError. */
  close(): void {
    this.#program.close();
    this.#task.functions.close();
  }
}
