import { type Field, type RowReader, rowReader } from '../codec/index.js';
import type { FunctionFailure } from '../function/function-error.js';
import { Progress } from '../process/process-buffers.js';
import type { TableSemantics } from '../process/process-context.js';
import { ProcessProgram } from '../process/process-program.js';
import type { ProcessSpec } from '../process/process-spec.js';
import { type ChangeKind, ROW_KINDS } from '../process/row-kinds.js';
import { TIMER_CHANGE } from '../process/timer-changes.js';
import { type LocalCall, LocalCalls } from './local-calls.js';
import { LocalPartitions } from './local-partitions.js';
import { LocalFailure, localContext } from './local-program.js';
import type { LocalTask } from './local-task.js';
import { resultRows } from './result-rows.js';

const OUTPUT_BYTES = 1 << 16;
const MOST_OUTPUTS = 1024;

/** A row of a process table function, and what it does. */
export interface ProcessedRow {
  readonly kind: ChangeKind;
  readonly row: unknown;
}

/** A row of a table that a process table function is called for. */
export interface GivenRow {
  /** The arguments, by name: the row of one table, and scalars. */
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly kind: ChangeKind;
  /** The key of the partition that the row belongs to. */
  readonly partition: string;
  /** Milliseconds since the epoch, as of watermarks; null where the call has no `on_time`. */
  readonly time: number | null;
  readonly tableWatermark: number | null;
  readonly watermark: number | null;
}

/** Runs one process table function, its state stored after each call, as Flink's operator does. */
export class ProcessRunner {
  readonly #program: ProcessProgram;
  readonly #task: LocalTask;
  readonly #partitions: LocalPartitions;
  readonly #calls: LocalCalls;
  readonly #readValues: readonly (readonly [name: string, reader: RowReader])[];
  readonly #readRow;
  readonly #readTimer = rowReader(TIMER_CHANGE);

  /** Opens the function. Throws FunctionError. */
  constructor(spec: ProcessSpec, semantics: readonly TableSemantics[], code: unknown, task: LocalTask) {
    const [fn] = spec.functions;
    this.#task = task;
    this.#partitions = new LocalPartitions(spec.views, semantics);
    this.#calls = new LocalCalls(spec);
    this.#readValues = spec.values.map(({ name, type }) => [name, rowReader(type.fields as readonly Field[])]);
    this.#readRow = resultRows(fn.returns);
    this.#program = new ProcessProgram(
      spec,
      localContext(fn, code, task, (request) => this.#partitions.answer(request)),
    );
  }

  /** Calls `eval` for a row. Throws ValueError for an argument, {@link LocalFailure}. */
  eval(given: GivenRow): ProcessedRow[] {
    return this.#call(given, this.#calls.ofRow(given, this.#partitions.of(given.partition).values));
  }

  /** Calls `onTimer` for the timers that are due, by time. Throws {@link LocalFailure}. */
  advance(watermark: number): ProcessedRow[] {
    const rows: ProcessedRow[] = [];
    const { timers } = this.#partitions;
    for (let timer = timers.take(watermark); timer !== undefined; timer = timers.take(watermark)) {
      const { partition, time, name } = timer;
      const call = { arguments: {}, kind: '+I', partition, time, tableWatermark: null, watermark } as const;
      rows.push(...this.#call(call, this.#calls.ofTimer(call, name, this.#partitions.of(partition).values)));
    }
    return rows;
  }

  /** The values of the state of a partition, as they are stored. */
  values(partition: string): Readonly<Record<string, unknown>> {
    return this.#partitions.of(partition).values;
  }

  /** The timers of a partition, by time. */
  timers(partition: string): readonly { readonly name: string | null; readonly time: number }[] {
    return this.#partitions.timers.of(partition);
  }

  /** Closes the function. Throws FunctionError. */
  close(): void {
    this.#program.close();
    this.#task.functions.close();
  }

  #call({ partition: key }: GivenRow, { input, at }: LocalCall): ProcessedRow[] {
    const partition = this.#partitions.begin(key);
    const owners = new Int32Array(MOST_OUTPUTS);
    const ends = new Int32Array(MOST_OUTPUTS);
    const progress = new Int32Array([0, 1, 0]);
    let output = new Uint8Array(OUTPUT_BYTES);
    const rows: ProcessedRow[] = [];
    const values: Record<string, unknown> = {};
    // The call, and then its partition.
    for (let from = 0; from < 2; ) {
      const items = new Int32Array([at]).buffer;
      const memory = [owners.buffer, ends.buffer, new ArrayBuffer(8), progress.buffer] as const;
      this.#program.bind(input, output.buffer, items, ...memory);
      const next = this.#program.run(from, 2);
      this.#task.functions.refresh();
      if (next < 0) throw new LocalFailure(JSON.parse(this.#program.failure()) as FunctionFailure);
      const found = progress[Progress.OUTPUTS] as number;
      const ofCall = next === 2 ? found - this.#readValues.length : found;
      let begin = 0;
      for (let i = 0; i < found; begin = ends[i++] as number) {
        const size = (ends[i] as number) - begin;
        if (i >= ofCall) {
          const [name, reader] = this.#readValues[i - ofCall] as readonly [string, RowReader];
          values[name] = size === 0 ? null : reader.read(output, begin, size);
        } else if ((owners[i] as number) < 0) {
          this.#partitions.change(key, this.#readTimer.read(output, begin, size));
        } else {
          const kind = ROW_KINDS[output[begin] as number] as ChangeKind;
          rows.push({ kind, row: this.#readRow(output, begin, size) });
        }
      }
      if (found === 0 && next === from) output = new Uint8Array(output.length * 4);
      from = next;
    }
    partition.values = values;
    return rows;
  }
}
