import { RowInput } from '../codec/input.js';
import { RowOutput } from '../codec/output.js';

/** The memory that a process program and the JVM share. */
export interface ProcessBuffers {
  /** What calls are given, each behind its {@link Item}; scalars, and values of the state. */
  readonly input: RowInput;
  /** Where in the input each call lies. */
  readonly items: Int32Array;
  /** Result rows, changes of timers and values of the state, one behind the other. */
  readonly out: RowOutput;
  /** Whose output `i` is: the number of the call for a row, its complement for a change of a timer. */
  readonly owners: Int32Array;
  /** Where output `i` ends. */
  readonly ends: Int32Array;
  /** What calls back take and give. */
  readonly exchange: ArrayBuffer;
  readonly progress: Int32Array;
}

/** What the fields of {@link ProcessBuffers.progress} say. */
export const Progress = {
  /** A number that changes, for whoever watches. */
  TICK: 0,
  /** How many calls there are; the items after them are partitions, whose state is written. */
  CALLS: 1,
  /** How many outputs were written. */
  OUTPUTS: 2,
} as const;

/** Where in an item what lies; maps to Java's `ProcessItems`. */
export const Item = {
  /** The table whose row it is; -1 where there is none, {@link ON_TIMER} of a timer. */
  TABLE: 0,
  /** The number of its partition. */
  PARTITION: 4,
  /** Where the row of the scalars lies. */
  SCALARS: 8,
  /** Where for each value of the state stands where its row lies, or -1. */
  STATE: 12,
  TIME: 16,
  TABLE_WATERMARK: 24,
  WATERMARK: 32,
  ROW_SIZE: 40,
  /** The row of the table, or that of the timer's name. */
  ROW: 48,
} as const;

/** In place of a table: the call is one of `onTimer`. */
export const ON_TIMER = -2;

/** Views of the memory. */
export function processBuffers(
  input: ArrayBuffer,
  out: ArrayBuffer,
  items: ArrayBuffer,
  owners: ArrayBuffer,
  ends: ArrayBuffer,
  exchange: ArrayBuffer,
  progress: ArrayBuffer,
): ProcessBuffers {
  return {
    input: new RowInput(new Uint8Array(input)),
    out: new RowOutput(new Uint8Array(out)),
    items: new Int32Array(items),
    owners: new Int32Array(owners),
    ends: new Int32Array(ends),
    exchange,
    progress: new Int32Array(progress),
  };
}
