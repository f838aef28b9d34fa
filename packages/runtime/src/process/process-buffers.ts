import { RowInput } from '../codec/input.js';
import { RowOutput } from '../codec/output.js';

/** The memory that a process program and the JVM share. */
export interface ProcessBuffers {
  /** The row of a call: arguments, then values of the state, then the name of the timer. */
  readonly input: RowInput;
  /** Result rows, one behind the other; after the last one the row of the state's values. */
  readonly out: RowOutput;
  /** Where result row i ends. */
  readonly ends: Int32Array;
  /** What calls back take and give. */
  readonly exchange: ArrayBuffer;
  readonly progress: Int32Array;
}

/** What the fields of {@link ProcessBuffers.progress} say. */
export const Progress = {
  /** A number that changes, for whoever watches. */
  TICK: 0,
  /** How many result rows were written. */
  RESULTS: 1,
  /** How many bytes the row of the state has; 0 while there are more results. */
  STATE_BYTES: 2,
  /** The kind of the input row, as Flink's `RowKind` numbers them. */
  ROW_KIND: 3,
} as const;

/** The methods of a process table function, as they are asked for. */
export const Call = { EVAL: 0, ON_TIMER: 1 } as const;

/** Views of the memory. */
export function processBuffers(
  input: ArrayBuffer,
  out: ArrayBuffer,
  ends: ArrayBuffer,
  exchange: ArrayBuffer,
  progress: ArrayBuffer,
): ProcessBuffers {
  return {
    input: new RowInput(new Uint8Array(input)),
    out: new RowOutput(new Uint8Array(out)),
    ends: new Int32Array(ends),
    exchange,
    progress: new Int32Array(progress),
  };
}
