import type { ChangeKind } from '@tsflink/runtime';
import { type ProcessedRow, ProcessRunner } from '@tsflink/runtime/testing';
import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ProcessArguments } from '../functions/process/process-udf.js';
import type { RowsType, YieldOf } from '../functions/table/table-udf.js';
import { setRowKind } from '../results/row-kind.js';
import { epochMillis, type Time } from './epoch-millis.js';
import { FunctionHarness } from './function-harness.js';
import { type CalledTable, processCall } from './process-call.js';
import type { ProcessHarnessOptions, TableNames, TableRow } from './process-options.js';

/**
 * A process table function under test: rows of its tables go in one by one, watermarks move its time on, and what it
 * yields comes out; `getRowKind(row)` tells what a row does. State is stored and read again between two calls, for each
 * partition. The columns of PARTITION BY and those that are passed through are not among the columns of its rows.
 * Maps to Flink's `ProcessTableFunctionTestHarness`.
 */
export class ProcessTableFunctionHarness<
  A extends ProcessArguments,
  R extends RowsType,
> extends FunctionHarness<ProcessRunner> {
  readonly #tables: readonly CalledTable[];
  readonly #scalars: Readonly<Record<string, unknown>>;
  readonly #watermarks = new Map<string, number>();

  /** @internal Made by {@link testFunction}. */
  constructor(definition: FunctionDefinition, options: ProcessHarnessOptions<A>) {
    const { spec, tables } = processCall(definition, options.tables ?? {});
    super(definition, options, (task) => new ProcessRunner(spec, tables, definition.fn, task));
    this.#tables = tables;
    this.#scalars = options.scalars ?? {};
  }

  /**
   * The rows that the function yields for a row of its only table, which may stand for a change. Throws ARGUMENT_INVALID
   * for a row that is none of the table, FUNCTION_FAILED, FUNCTION_RESULT_TYPE.
   */
  processElement(row: TableRow<A, TableNames<A>>, kind: ChangeKind = '+I'): YieldOf<R>[] {
    const [table, other] = this.#tables;
    if (table !== undefined && other === undefined) return this.#process(table, row, kind);
    throw new FlinkError('ARGUMENT_INVALID', `The function ${this.definition.name} has ${this.#tables.length} tables`, {
      hint: 'Say which one the row is of: processElementForTable(name, row).',
    });
  }

  /** The same for a row of one of its tables. Throws as {@link processElement} does. */
  processElementForTable<K extends TableNames<A>>(
    table: K,
    row: TableRow<A, K>,
    kind: ChangeKind = '+I',
  ): YieldOf<R>[] {
    return this.#process(this.#table(table), row, kind);
  }

  /**
   * Moves the watermark of all tables on, and calls `onTimer` for the timers that are due, by time; the rows that these
   * yield. Throws FUNCTION_FAILED, FUNCTION_RESULT_TYPE.
   */
  setWatermark(time: Time): YieldOf<R>[] {
    for (const { name } of this.#tables) this.#watermarks.set(name, epochMillis(time));
    return this.#advance();
  }

  /** Moves the watermark of one table on: timers see the lowest of all. Throws as {@link setWatermark} does. */
  setWatermarkForTable(table: TableNames<A>, time: Time): YieldOf<R>[] {
    this.#watermarks.set(this.#table(table).name, epochMillis(time));
    return this.#advance();
  }

  /**
   * What is stored in the state of a partition, given the values of its columns: the values, by name; null for those
   * that are empty.
   */
  state(...key: readonly unknown[]): Readonly<Record<string, unknown>> {
    return this.run((runner) => runner.values(keyOf(key)));
  }

  /** The timers of a partition, by time, in milliseconds since the epoch. */
  timers(...key: readonly unknown[]): readonly { readonly name: string | null; readonly time: number }[] {
    return this.run((runner) => runner.timers(keyOf(key)).map(({ name, time }) => ({ name, time })));
  }

  #process(table: CalledTable, row: unknown, kind: ChangeKind): YieldOf<R>[] {
    const columns = (row ?? {}) as Readonly<Record<string, unknown>>;
    const columnOf = (column: number) => columns[table.columns[column]?.name ?? ''] ?? null;
    const time = table.timeColumn < 0 ? null : columnOf(table.timeColumn);
    const rows = this.run((runner) =>
      runner.eval({
        arguments: { ...this.#scalars, [table.name]: row },
        kind,
        partition: keyOf(table.partitionByColumns.map(columnOf)),
        time: time === null ? null : epochMillis(time as Time),
        tableWatermark: this.#watermarks.get(table.name) ?? null,
        watermark: this.#watermark(),
      }),
    );
    return rows.map(rowOf) as YieldOf<R>[];
  }

  #advance(): YieldOf<R>[] {
    const watermark = this.#watermark();
    if (watermark === null) return [];
    return this.run((runner) => runner.advance(watermark)).map(rowOf) as YieldOf<R>[];
  }

  /** The lowest of all tables; null while one has none. */
  #watermark(): number | null {
    const times = this.#tables.map(({ name }) => this.#watermarks.get(name));
    return times.includes(undefined) ? null : Math.min(...(times as number[]));
  }

  #table(name: string): CalledTable {
    const table = this.#tables.find((each) => each.name === name);
    if (table !== undefined) return table;
    throw new FlinkError('ARGUMENT_INVALID', `The function ${this.definition.name} has no table '${name}'`, {
      hint: `It has: ${this.#tables.map((each) => each.name).join(', ')}.`,
    });
  }
}

function rowOf({ kind, row }: ProcessedRow): unknown {
  if (typeof row === 'object' && row !== null) setRowKind(row, kind);
  return row;
}

function keyOf(values: readonly unknown[]): string {
  return JSON.stringify(values, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
}
