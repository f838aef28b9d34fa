import { type CallBuffers, calcBuffers } from '../calc/calc-buffers.js';

/** The memory that a correlate program and the JVM share. */
export interface CorrelateBuffers extends CallBuffers {
  /** The input row that result row i belongs to. */
  readonly owners: Int32Array;
}

/** Where {@link CallBuffers.progress} holds what, after its first two. */
export const Progress = { TICK: 0, STEP: 1, ROW: 2, RESULTS: 3 } as const;

/** Views of the memory. */
export function correlateBuffers(
  input: ArrayBuffer,
  out: ArrayBuffer,
  offsets: ArrayBuffer,
  ends: ArrayBuffer,
  owners: ArrayBuffer,
  progress: ArrayBuffer,
): CorrelateBuffers {
  return { ...calcBuffers(input, out, offsets, ends, progress), owners: new Int32Array(owners) };
}
