import { Progress } from '../correlate/correlate-buffers.js';
import { CorrelateProgram } from '../correlate/correlate-program.js';
import type { FunctionFailure } from '../function/function-error.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { ArgumentRows } from './argument-rows.js';
import { LocalFailure, localContext } from './local-program.js';
import type { LocalTask } from './local-task.js';
import { resultRows } from './result-rows.js';

const OUTPUT_BYTES = 1 << 16;
const MOST_RESULTS = 1024;

/** Runs one table function over rows, as the operator of a lateral join does, which takes its results in portions. */
export class CorrelateRunner {
  readonly #program: CorrelateProgram;
  readonly #task: LocalTask;
  readonly #rows: ArgumentRows;
  readonly #read: ReturnType<typeof resultRows>;

  /** Opens the function. Throws FunctionError. */
  constructor(spec: FunctionSpec, code: unknown, task: LocalTask) {
    this.#task = task;
    this.#rows = new ArgumentRows(spec.parameters);
    this.#read = resultRows(spec.returns);
    this.#program = new CorrelateProgram(
      {
        program: 'correlate',
        input: spec.parameters.map(({ type }) => type),
        constants: [],
        results: [],
        functions: [spec],
        calls: [{ function: 0, arguments: spec.parameters.map((_, field) => ({ field })) }],
      },
      localContext(spec, code, task),
    );
  }

  /** The rows for each row of arguments. Throws ValueError for an argument, {@link LocalFailure}. */
  run(rows: readonly (readonly unknown[])[]): unknown[][] {
    const { input, offsets } = this.#rows.layOut(rows);
    const ends = new Int32Array(MOST_RESULTS);
    const owners = new Int32Array(MOST_RESULTS);
    const progress = new Int32Array(4);
    let output = new Uint8Array(OUTPUT_BYTES);
    const results: unknown[][] = rows.map(() => []);
    for (let done = 0; done < rows.length; ) {
      const memory = [output.buffer, offsets.buffer, ends.buffer, owners.buffer, progress.buffer] as const;
      this.#program.bind(input, ...memory);
      const next = this.#program.run(done, rows.length);
      this.#task.functions.refresh();
      if (next < 0) throw new LocalFailure(JSON.parse(this.#program.failure()) as FunctionFailure);
      const found = progress[Progress.RESULTS] as number;
      for (let i = 0, begin = 0; i < found; begin = ends[i++] as number) {
        results[owners[i] as number]?.push(this.#read(output, begin, (ends[i] as number) - begin));
      }
      if (next === done && found === 0) output = new Uint8Array(output.length * 4);
      done = next;
    }
    return results;
  }

  /** Closes the function. Throws FunctionError. */
  close(): void {
    this.#program.close();
    this.#task.functions.close();
  }
}
