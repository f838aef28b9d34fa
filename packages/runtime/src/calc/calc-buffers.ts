import { RowInput } from '../codec/input.js';
import { RowOutput } from '../codec/output.js';

/** The memory that a program which makes calls and the JVM share. */
export interface CallBuffers {
  /** The rows of a batch, one behind the other. */
  readonly input: RowInput;
  readonly out: RowOutput;
  /** Where row i begins, a multiple of eight, plus one if it has strings that are not ASCII; one more for the end. */
  readonly offsets: Int32Array;
  /** Where result row i ends. */
  readonly ends: Int32Array;
  /** What is going on, for whoever must end it: a number that changes, and the step as {@link stepOf} counts. */
  readonly progress: Int32Array;
  /** The last row of those that a vectorised function is called for, while it is, for messages. */
  last?: number | undefined;
}

/** The memory of a calc program; its progress begins with the row that it is at. */
export type CalcBuffers = CallBuffers;

/** Views of the memory. */
export function calcBuffers(
  input: ArrayBuffer,
  out: ArrayBuffer,
  offsets: ArrayBuffer,
  ends: ArrayBuffer,
  progress: ArrayBuffer,
): CalcBuffers {
  return {
    input: new RowInput(new Uint8Array(input)),
    out: new RowOutput(new Uint8Array(out)),
    offsets: new Int32Array(offsets),
    ends: new Int32Array(ends),
    progress: new Int32Array(progress),
  };
}

/** Phases of a call. */
export const Phase = { ARGUMENTS: 0, CALL: 1, RESULT: 2 } as const;

/** A call and its phase as one number. */
export function stepOf(call: number, phase: number): number {
  return call * 4 + phase;
}

/** The parts of a step. */
export function partsOfStep(step: number): { call: number; phase: number } {
  return { call: step >> 2, phase: step & 3 };
}

const MAX_ROWS = 64;
const MAX_BYTES = 4096;

/**
 * Decodes strings ahead, from a row on: of as many rows as are ASCII and together small, since a string that the
 * function keeps may keep alive all that was decoded with it. Returns the first row that is not covered.
 */
export function decodeAhead({ input, offsets }: CallBuffers, row: number, count: number): number {
  const start = offsets[row] as number;
  let end = row + 1;
  if ((start & 1) !== 0 || (offsets[end] as number) - start > MAX_BYTES) {
    input.decodeUtf8();
    return end;
  }
  const last = Math.min(count, row + MAX_ROWS);
  while (end < last && ((offsets[end] as number) & 1) === 0 && (offsets[end + 1] as number) - start <= MAX_BYTES) end++;
  input.decodeAscii(start, (offsets[end] as number) & ~7);
  return end;
}
