import { AggregateProgram } from '../aggregate/aggregate-program.js';
import { Instruction } from '../aggregate/instruction.js';
import { rowReader } from '../codec/index.js';
import type { FunctionFailure } from '../function/function-error.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { ArgumentRows } from './argument-rows.js';
import { LocalFailure, localContext } from './local-program.js';
import type { LocalTask } from './local-task.js';
import { LocalViews } from './local-views.js';

const OUTPUT_BYTES = 1 << 16;

/** An instruction, with the bytes that it works on. */
type Step = readonly [kind: number, input?: Uint8Array | number];

/** A row of a table aggregate function; `retracted` where it is taken back. */
export interface EmittedRow {
  readonly row: unknown;
  readonly retracted: boolean;
}

/** An accumulator as Flink keeps it: as bytes between two calls. */
export interface StoredAccumulator {
  readonly number: number;
  bytes: Uint8Array | undefined;
}

/** Runs one aggregate function on accumulators that are stored after each call, as Flink's operators do. */
export class AggregateRunner {
  readonly #program: AggregateProgram;
  readonly #task: LocalTask;
  readonly #rows: ArgumentRows;
  readonly #readAccumulator;
  readonly #readValue;
  #accumulators = 0;

  /** Opens the function. Throws FunctionError. */
  constructor(spec: FunctionSpec, code: unknown, task: LocalTask) {
    this.#task = task;
    this.#rows = new ArgumentRows(spec.parameters);
    this.#readAccumulator = rowReader([
      { name: 'value', type: spec.accumulator as NonNullable<typeof spec.accumulator> },
    ]);
    this.#readValue = rowReader([{ name: 'value', type: spec.returns }]);
    const views = new LocalViews(spec.views ?? []);
    this.#program = new AggregateProgram(
      {
        program: 'aggregate',
        input: spec.parameters.map(({ type }) => type),
        calls: [{ function: spec, arguments: spec.parameters.map((_, i) => i) }],
      },
      localContext(spec, code, task, (request) => views.answer(request)),
    );
  }

  /** Throws {@link LocalFailure}, as all that follow do. */
  create(): StoredAccumulator {
    const accumulator = { number: this.#accumulators++, bytes: undefined };
    this.#change(accumulator, [Instruction.CREATE]);
    return accumulator;
  }

  /** Throws ValueError for an argument too. */
  accumulate(accumulator: StoredAccumulator, row: readonly unknown[]): void {
    this.#change(accumulator, ...this.#load(accumulator), [Instruction.ACCUMULATE, this.#row(row)]);
  }

  /** Throws ValueError for an argument too. */
  retract(accumulator: StoredAccumulator, row: readonly unknown[]): void {
    this.#change(accumulator, ...this.#load(accumulator), [Instruction.RETRACT, this.#row(row)]);
  }

  merge(accumulator: StoredAccumulator, others: readonly StoredAccumulator[]): void {
    const aside = others.flatMap((other) => [...this.#load(other), [Instruction.SET_ASIDE] as Step]);
    this.#change(accumulator, ...aside, ...this.#load(accumulator), [Instruction.MERGE]);
  }

  value(accumulator: StoredAccumulator): unknown {
    const [bytes] = this.#run([...this.#load(accumulator), [Instruction.VALUE]]) as [Uint8Array];
    return this.#readValue.read(bytes, 0, bytes.length).value;
  }

  /** What is stored of the accumulator. */
  stored({ bytes }: StoredAccumulator): unknown {
    return bytes && this.#readAccumulator.read(bytes, 0, bytes.length).value;
  }

  emit(accumulator: StoredAccumulator, method: 'emitValue' | 'emitUpdateWithRetract'): EmittedRow[] {
    const kind = method === 'emitValue' ? Instruction.EMIT : Instruction.EMIT_UPDATE;
    const outputs = this.#run([...this.#load(accumulator), [kind], [Instruction.STORE]]);
    accumulator.bytes = outputs.pop();
    const rows: EmittedRow[] = [];
    for (const bytes of outputs) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let at = 0; at < bytes.length; ) {
        const size = view.getInt32(at, true);
        rows.push({
          row: this.#readValue.read(bytes, at + 8, size).value,
          retracted: view.getInt32(at + 4, true) === 1,
        });
        at += 8 + size;
      }
    }
    return rows;
  }

  /** Closes the function. Throws FunctionError. */
  close(): void {
    this.#program.close();
    this.#task.functions.close();
  }

  #load({ number, bytes }: StoredAccumulator): Step[] {
    return [[Instruction.SELECT, number], bytes === undefined ? [Instruction.CREATE] : [Instruction.LOAD, bytes]];
  }

  #row(values: readonly unknown[]): Uint8Array {
    return new Uint8Array(this.#rows.layOut([values]).input);
  }

  #change(accumulator: StoredAccumulator, ...steps: Step[]): void {
    const select: Step = [Instruction.SELECT, accumulator.number];
    [accumulator.bytes] = this.#run([select, ...steps, [Instruction.STORE]]);
  }

  /** Carries steps out; returns what those of them wrote that write anything. */
  #run(steps: readonly Step[]): Uint8Array[] {
    const instructions = new Int32Array(steps.length * 2);
    const inputs = steps.map(([, input]) => (input instanceof Uint8Array ? input : new Uint8Array(0)));
    const input = new Uint8Array(inputs.reduce((sum, bytes) => sum + ((bytes.length + 7) & ~7), 0));
    let position = 0;
    steps.forEach(([kind, of], i) => {
      instructions.set([kind, typeof of === 'number' ? of : position], i * 2);
      input.set(inputs[i] as Uint8Array, position);
      position += ((inputs[i] as Uint8Array).length + 7) & ~7;
    });
    const ends = new Int32Array(steps.length);
    const exchange = new ArrayBuffer(8);
    const progress = new ArrayBuffer(8);
    let output = new Uint8Array(OUTPUT_BYTES);
    const written: Uint8Array[] = [];
    for (let done = 0; done < steps.length; ) {
      this.#program.bind(input.buffer, output.buffer, instructions.buffer, ends.buffer, exchange, progress);
      const next = this.#program.run(done, steps.length);
      this.#task.functions.refresh();
      if (next < 0) throw new LocalFailure(JSON.parse(this.#program.failure()) as FunctionFailure);
      for (let begin = 0; done < next; begin = ends[done++] as number) {
        if ((ends[done] as number) > begin) written.push(output.slice(begin, ends[done]));
      }
      if (done < steps.length) output = new Uint8Array(output.length * 4);
    }
    return written;
  }
}
