import { CalcProgram } from '../calc/calc-program.js';
import type { CalcSpec } from '../calc/calc-spec.js';
import { type Field, rowReader, rowWriter } from '../codec/index.js';
import { Artifacts } from '../function/artifacts.js';
import type { FunctionFailure } from '../function/function-error.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { LocalPositions } from './local-positions.js';
import type { LocalTask } from './local-task.js';

/** A function failed; what the task would tell. */
export class LocalFailure extends Error {
  constructor(readonly failure: FunctionFailure) {
    super(failure.detail);
    this.name = 'LocalFailure';
  }
}

const OUTPUT_BYTES = 1 << 16;
const align = (offset: number) => (offset + 7) & ~7;

/** Runs one scalar function over rows, as the batch operator of a task does: by the same program, over the same memory. */
export class CalcRunner {
  readonly #program: CalcProgram;
  readonly #task: LocalTask;
  readonly #parameters: readonly Field[];
  readonly #writer;
  readonly #reader;
  readonly #progress = new ArrayBuffer(8);
  #output = new ArrayBuffer(OUTPUT_BYTES);

  /** Opens the function. Throws FunctionError. */
  constructor(spec: FunctionSpec, code: unknown, task: LocalTask) {
    const positions = new LocalPositions();
    const artifacts = new Artifacts(positions);
    artifacts.add(spec.artifact, { [spec.exportName]: { udf: { fn: code } } });
    const calc: CalcSpec = {
      program: 'calc',
      input: spec.parameters.map(({ type }) => type),
      constants: [],
      results: [spec.returns],
      functions: [spec],
      calls: [{ function: 0, arguments: spec.parameters.map((_, field) => ({ field })) }],
    };
    this.#task = task;
    this.#parameters = spec.parameters;
    this.#writer = rowWriter(spec.parameters);
    this.#reader = rowReader([{ name: 'result', type: spec.returns }]);
    this.#program = new CalcProgram(calc, {
      artifacts,
      positions,
      constants: new Uint8Array(8),
      host: { call: () => 0, ask: (...request) => task.ask(...request) },
      contextOf: (fn) => task.functions.contextOf(fn),
    });
  }

  /** The results for rows of arguments, in one batch. Throws ValueError for an argument, {@link LocalFailure}. */
  run(rows: readonly (readonly unknown[])[]): unknown[] {
    const { input, offsets } = this.#batch(rows);
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

  /** Rows as the JVM lays them out: one behind the other, an offset marking those that may not be ASCII. */
  #batch(rows: readonly (readonly unknown[])[]) {
    const written = rows.map((row) =>
      this.#writer.write(Object.fromEntries(this.#parameters.map(({ name }, i) => [name, row[i]]))),
    );
    const offsets = new Int32Array(rows.length + 1);
    const input = new Uint8Array(written.reduce((sum, bytes) => sum + align(bytes.length), 0));
    written.forEach((bytes, i) => {
      const at = (offsets[i] as number) & ~7;
      input.set(bytes, at);
      offsets[i] = at | (bytes.some((byte) => byte > 127) ? 1 : 0);
      offsets[i + 1] = at + align(bytes.length);
    });
    return { input: input.buffer, offsets };
  }
}
