import { type Field, rowReader, rowWriter } from '../codec/index.js';
import type { FunctionFailure } from '../function/function-error.js';
import { Call, Progress } from '../process/process-buffers.js';
import type { TableSemantics } from '../process/process-context.js';
import { ProcessProgram, STATE_TIMER } from '../process/process-program.js';
import type { ProcessSpec } from '../process/process-spec.js';
import { type ChangeKind, ROW_KINDS } from '../process/row-kinds.js';
import { LocalPartitions } from './local-partitions.js';
import { LocalFailure, localContext } from './local-program.js';
import type { LocalTask } from './local-task.js';
import { resultRows } from './result-rows.js';

const OUTPUT_BYTES = 1 << 16;
const MOST_RESULTS = 1024;

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
  readonly #write;
  readonly #readState;
  readonly #readRow;
  readonly #arguments: readonly Field[];
  readonly #values: readonly Field[];

  /** Opens the function. Throws FunctionError. */
  constructor(spec: ProcessSpec, semantics: readonly TableSemantics[], code: unknown, task: LocalTask) {
    const [fn] = spec.functions;
    this.#task = task;
    this.#partitions = new LocalPartitions(spec.views, semantics);
    this.#arguments = spec.arguments;
    this.#values = spec.values;
    this.#write = rowWriter([
      { name: 'arguments', type: { root: 'ROW', nullable: false, fields: spec.arguments } },
      { name: 'state', type: { root: 'ROW', nullable: false, fields: spec.values } },
      STATE_TIMER,
    ]);
    this.#readState = rowReader(spec.values);
    this.#readRow = resultRows(fn.returns);
    this.#program = new ProcessProgram(
      spec,
      localContext(fn, code, task, (request) => this.#partitions.answer(request)),
    );
  }

  /** Calls `eval` for a row. Throws ValueError for an argument, {@link LocalFailure}. */
  eval(given: GivenRow): ProcessedRow[] {
    return this.#call(Call.EVAL, given, null);
  }

  /** Calls `onTimer` for the timers that are due, by time. Throws {@link LocalFailure}. */
  advance(watermark: number): ProcessedRow[] {
    const rows: ProcessedRow[] = [];
    const { timers } = this.#partitions;
    for (let timer = timers.take(watermark); timer !== undefined; timer = timers.take(watermark)) {
      const { partition, time, name } = timer;
      const call = { arguments: {}, kind: '+I', partition, time, tableWatermark: null, watermark } as const;
      rows.push(...this.#call(Call.ON_TIMER, call, name));
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

  #call(method: number, given: GivenRow, timer: string | null): ProcessedRow[] {
    const partition = this.#partitions.begin(given);
    const input = this.#write.write({
      arguments: filled(this.#arguments, given.arguments),
      state: filled(this.#values, partition.values),
      timer,
    });
    const ends = new Int32Array(MOST_RESULTS);
    const progress = new Int32Array(4);
    progress[Progress.ROW_KIND] = ROW_KINDS.indexOf(given.kind);
    let output = new Uint8Array(OUTPUT_BYTES);
    const rows: ProcessedRow[] = [];
    for (let from = 0; ; from = 1) {
      this.#program.bind(copyOf(input), output.buffer, ends.buffer, new ArrayBuffer(8), progress.buffer);
      const done = this.#program.run(from, method);
      this.#task.functions.refresh();
      if (done < 0) throw new LocalFailure(JSON.parse(this.#program.failure()) as FunctionFailure);
      const found = progress[Progress.RESULTS] as number;
      let begin = 0;
      for (let i = 0; i < found; begin = ends[i++] as number) {
        const kind = ROW_KINDS[output[begin] as number] as ChangeKind;
        rows.push({ kind, row: this.#readRow(output, begin, (ends[i] as number) - begin) });
      }
      if (done === 1) {
        partition.values = this.#readState.read(output, begin, progress[Progress.STATE_BYTES] as number);
        return rows;
      }
      if (found === 0) output = new Uint8Array(output.length * 4);
    }
  }
}

/** Null for what is not given. */
function filled(fields: readonly Field[], values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]));
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
