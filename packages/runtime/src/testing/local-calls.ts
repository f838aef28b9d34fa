import { type Field, type RowWriter, rowWriter } from '../codec/index.js';
import { Item, ON_TIMER } from '../process/process-buffers.js';
import { TIMER } from '../process/process-program.js';
import type { ProcessSpec } from '../process/process-spec.js';
import { ROW_KINDS } from '../process/row-kinds.js';
import type { GivenRow } from './process-runner.js';

type Values = Readonly<Record<string, unknown>>;

/** A call as it is laid out for a process program. */
export interface LocalCall {
  readonly input: ArrayBuffer;
  readonly at: number;
}

/** Lays calls of a process table function out, each in an input of its own; does what Java's `ProcessItems` does. */
export class LocalCalls {
  readonly #spec: ProcessSpec;
  readonly #tables: readonly RowWriter[];
  readonly #values: readonly RowWriter[];
  readonly #scalars: readonly Field[];
  readonly #writeScalars: RowWriter;
  readonly #timer = rowWriter([TIMER]);

  constructor(spec: ProcessSpec) {
    const writerOf = (field: Field | undefined) => rowWriter(field?.type.fields as readonly Field[]);
    this.#spec = spec;
    this.#tables = spec.tables.map((table) => writerOf(spec.arguments.find(({ name }) => name === table)));
    this.#values = spec.values.map(writerOf);
    this.#scalars = spec.arguments.filter(({ name }) => !spec.tables.includes(name));
    this.#writeScalars = rowWriter(this.#scalars);
  }

  /** A call for a row of a table. Throws ValueError for an argument. */
  ofRow(given: GivenRow, values: Values): LocalCall {
    const { arguments: args, kind } = given;
    const table = this.#spec.tables.findIndex((name) => (args[name] ?? null) !== null);
    const row = this.#tables[table]?.write(args[this.#spec.tables[table] as string] as Values) ?? new Uint8Array(0);
    row[0] = ROW_KINDS.indexOf(kind);
    return this.#layOut(given, table, row, values);
  }

  /** A call for a timer. */
  ofTimer(moment: GivenRow, timer: string | null, values: Values): LocalCall {
    return this.#layOut(moment, ON_TIMER, this.#timer.write({ timer }), values);
  }

  #layOut({ arguments: args, ...moment }: GivenRow, table: number, row: Uint8Array, values: Values): LocalCall {
    const scalars = this.#writeScalars.write(
      Object.fromEntries(this.#scalars.map(({ name }) => [name, args[name] ?? null])),
    );
    const rows = this.#spec.values.map(({ name }, i) =>
      values[name] ? (this.#values[i] as RowWriter).write(values[name] as Values) : undefined,
    );
    const state = scalars.length;
    const lengths = rows.map((each) => each?.length ?? 0);
    const ends = lengths.map((_, i) => lengths.slice(0, i + 1).reduce((sum, length) => sum + length, 0));
    const firstRow = state + (rows.length + 1) * 8;
    const at = firstRow + (ends.at(-1) ?? 0);
    const input = new Uint8Array(at + Item.ROW + row.length);
    const view = new DataView(input.buffer);
    input.set(scalars);
    for (const [i, each] of rows.entries()) {
      const begin = firstRow + (ends[i] as number) - (lengths[i] as number);
      view.setInt32(state + i * 4, each === undefined ? -1 : begin, true);
      if (each !== undefined) input.set(each, begin);
    }
    view.setInt32(at + Item.TABLE, table, true);
    view.setInt32(at + Item.STATE, state, true);
    const time = (where: number, millis: number | null) =>
      view.setBigInt64(at + where, millis === null ? -(2n ** 63n) : BigInt(millis), true);
    time(Item.TIME, moment.time);
    time(Item.TABLE_WATERMARK, moment.tableWatermark);
    time(Item.WATERMARK, moment.watermark);
    input.set(row, at + Item.ROW);
    return { input: input.buffer, at };
  }
}
