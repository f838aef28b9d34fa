import type { Phase } from '../program/failure.js';

/** Where a program is: what it says of a failure. */
export interface Position {
  /** The number of the call. */
  call: number;
  method: string;
  phase: Phase;
  /** Where the row lies that was accumulated or retracted last; -1 for none. */
  row: number;
}
