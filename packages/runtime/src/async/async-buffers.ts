import { type CallBuffers, calcBuffers } from '../calc/calc-buffers.js';

/** The memory that a program of asynchronous calls and the JVM share. */
export interface AsyncBuffers extends CallBuffers {
  /** The number of the call that input row i is for. */
  readonly calls: Int32Array;
  /**
   * The number of the call that result i is of; its complement, if the call failed and the result is why, as JSON. Where
   * calls give rows, each is a result, and one of no bytes ends them.
   */
  readonly owners: Int32Array;
}

/** Where {@link CallBuffers.progress} holds what, after its first two: results given, results that wait for room. */
export const Progress = { ROW: 0, STEP: 1, RESULTS: 2, WAITING: 3 } as const;

/** Views of the memory. */
export function asyncBuffers(
  input: ArrayBuffer,
  out: ArrayBuffer,
  offsets: ArrayBuffer,
  calls: ArrayBuffer,
  ends: ArrayBuffer,
  owners: ArrayBuffer,
  progress: ArrayBuffer,
): AsyncBuffers {
  return {
    ...calcBuffers(input, out, offsets, ends, progress),
    calls: new Int32Array(calls),
    owners: new Int32Array(owners),
  };
}
