import { Progress } from '../async/async-buffers.js';
import { AsyncProgram } from '../async/async-program.js';
import { rowReader } from '../codec/index.js';
import type { FunctionFailure } from '../function/function-error.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { ArgumentRows } from './argument-rows.js';
import { LocalFailure, localContext } from './local-program.js';
import type { LocalTask } from './local-task.js';
import { resultRows } from './result-rows.js';

const OUTPUT_BYTES = 1 << 16;
const MOST_RESULTS = 1024;

/** A call whose results are awaited. */
interface Call {
  readonly values: unknown[];
  readonly resolve: (values: unknown[]) => void;
  readonly reject: (failure: LocalFailure) => void;
}

/** How an asynchronous function is run. */
export interface AsyncRunnerOptions {
  /** Whether a call gives rows, as one of a table function does. */
  readonly rows: boolean;
  /** How long a promise may take to settle. */
  readonly timeoutMillis: number;
}

/** Runs one asynchronous function, scalar or table, as its operator does: results come as their promises settle. */
export class AsyncRunner {
  readonly #program: AsyncProgram;
  readonly #task: LocalTask;
  readonly #options: AsyncRunnerOptions;
  readonly #rows: ArgumentRows;
  readonly #read: ReturnType<typeof resultRows>;
  readonly #calls = new Map<number, Call>();
  #begun = 0;
  #output = new Uint8Array(OUTPUT_BYTES);

  /** Opens the function. Throws FunctionError. */
  constructor(spec: FunctionSpec, code: unknown, task: LocalTask, options: AsyncRunnerOptions) {
    this.#task = task;
    this.#options = options;
    this.#rows = new ArgumentRows(spec.parameters);
    const reader = rowReader([{ name: 'result', type: spec.returns }]);
    this.#read = options.rows
      ? resultRows(spec.returns)
      : (bytes, begin, size) => reader.read(bytes, begin, size).result;
    this.#program = new AsyncProgram(
      {
        program: 'async',
        input: spec.parameters.map(({ type }) => type),
        constants: [],
        results: [spec.returns],
        functions: [spec],
        calls: [{ function: 0, arguments: spec.parameters.map((_, field) => ({ field })) }],
        timeoutMillis: options.timeoutMillis,
        rows: options.rows ? 1 : 0,
      },
      localContext(spec, code, task),
    );
    this.#program.onSettled(() => setImmediate(() => this.#cross([], [])));
  }

  /**
   * The results for rows of arguments: the value, or the rows, of each. Throws ValueError for an argument; rejects with
   * {@link LocalFailure}.
   */
  async run(rows: readonly (readonly unknown[])[]): Promise<unknown[][]> {
    const numbers = rows.map(() => this.#begun++);
    const results = numbers.map(
      (number) =>
        new Promise<unknown[]>((resolve, reject) => {
          this.#calls.set(number, { values: [], resolve, reject });
        }),
    );
    const { timeoutMillis } = this.#options;
    const timer = setTimeout(() => this.#cross([], []), timeoutMillis + 1);
    try {
      this.#cross(rows, numbers);
      return await Promise.all(results);
    } finally {
      clearTimeout(timer);
      for (const number of numbers) this.#calls.delete(number);
    }
  }

  /** Closes the function. Throws FunctionError. */
  close(): void {
    this.#program.close();
    this.#task.functions.close();
  }

  /** Begins calls, and takes what has settled. */
  #cross(rows: readonly (readonly unknown[])[], numbers: readonly number[]): void {
    const { input, offsets } = this.#rows.layOut(rows);
    let count = rows.length;
    for (let waiting = true; waiting; count = 0) {
      const [ends, owners, progress] = [new Int32Array(MOST_RESULTS), new Int32Array(MOST_RESULTS), new Int32Array(4)];
      const calls = Int32Array.from(numbers);
      this.#program.bind(
        input,
        this.#output.buffer,
        offsets.buffer,
        calls.buffer,
        ends.buffer,
        owners.buffer,
        progress.buffer,
      );
      const next = this.#program.run(0, count);
      this.#task.functions.refresh();
      if (next < 0) throw new LocalFailure(JSON.parse(this.#program.failure()) as FunctionFailure);
      const found = progress[Progress.RESULTS] as number;
      for (let i = 0, begin = 0; i < found; begin = ends[i++] as number) {
        this.#take(owners[i] as number, begin, (ends[i] as number) - begin);
      }
      waiting = (progress[Progress.WAITING] as number) > 0;
      if (waiting && found === 0) this.#output = new Uint8Array(this.#output.length * 4);
    }
  }

  #take(owner: number, begin: number, size: number): void {
    const call = this.#calls.get(owner < 0 ? ~owner : owner);
    if (call === undefined) return;
    if (owner < 0) {
      const text = new TextDecoder().decode(this.#output.subarray(begin, begin + size));
      call.reject(new LocalFailure(JSON.parse(text) as FunctionFailure));
    } else if (this.#options.rows && size === 0) {
      call.resolve(call.values);
    } else {
      call.values.push(this.#read(this.#output, begin, size));
      if (!this.#options.rows) call.resolve(call.values);
    }
  }
}
