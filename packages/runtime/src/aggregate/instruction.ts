/**
 * What the JVM asks for, one after the other; maps to Java's `Instruction`. Each is two numbers: `kind + 16 × call`, and
 * where in the input that lies which it works on.
 */
export const Instruction = {
  /** A new accumulator becomes the current one of the call. */
  CREATE: 0,
  /** An accumulator of the input becomes the current one. */
  LOAD: 1,
  /** A row is accumulated. */
  ACCUMULATE: 2,
  /** A row is retracted. */
  RETRACT: 3,
  /** The current accumulator is laid aside, to be merged. */
  SET_ASIDE: 4,
  /** What was laid aside is merged into the current accumulator. */
  MERGE: 5,
  /** The value of the current accumulator is written. */
  VALUE: 6,
  /** The current accumulator is written. */
  STORE: 7,
  /** The rows of the current accumulator are written, each after its size, and 1 if it is taken back. */
  EMIT: 8,
  /** The same of the rows that have changed. */
  EMIT_UPDATE: 9,
  /** Of every call the accumulator of that number becomes the current one. */
  SELECT: 10,
  /** The views of the current accumulator are emptied: it is no more. */
  CLEAR: 11,
} as const;
