import type { ChangeKind } from './row-kinds.js';
import type { TimeContext, Times } from './time-context.js';

/** How a table was given as argument. Maps to Flink's `TableSemantics`. */
export interface TableSemantics {
  /** Positions of the columns of PARTITION BY; none of a table with row semantics. */
  readonly partitionByColumns: readonly number[];
  /** The position of the column of `on_time`; -1 without one. */
  readonly timeColumn: number;
}

/** What a process table function is given with each call. Maps to Flink's `ProcessTableFunction.Context`. */
export interface ProcessContext {
  /** The name of the function. */
  readonly functionName: string;
  /** Times and timers, in the form of TIMESTAMP_LTZ (`Temporal.Instant`). */
  timeContext(): TimeContext<Times['Instant']>;
  /** Times and timers in another form: `'PlainDateTime'` for TIMESTAMP, or `'epochMillis'`. */
  timeContext<F extends keyof Times>(form: F): TimeContext<Times[F]>;
  /** How a table was given. Throws FUNCTION_FAILED for a name that is no table argument's. */
  tableSemanticsFor(name: string): TableSemantics;
  /** The kind of the change that a row of a table stands for. */
  getRowKind(row: object): ChangeKind;
  /** Makes a row to be yielded stand for a change: `yield ctx.ofKind('-D', row)`. */
  ofKind<R extends object>(kind: ChangeKind, row: R): R;
  /** Empties an entry of the state. Throws FUNCTION_FAILED for a name that is none. */
  clearState(name: string): void;
  /** Empties all entries of the state. */
  clearAllState(): void;
  /** Removes all timers of the partition. */
  clearAllTimers(): void;
  /** Empties the state and removes the timers of the partition. */
  clearAll(): void;
}

/** What `onTimer` is given. Maps to Flink's `ProcessTableFunction.OnTimerContext`. */
export interface OnTimerContext extends ProcessContext {
  /** The name of the timer; null of one without a name. */
  currentTimer(): string | null;
}
