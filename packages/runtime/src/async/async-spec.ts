import type { CallsSpec } from '../calc/calc-spec.js';

/** What an operator asks of the runtime: one call for each input row, whose promise settles some time later. */
export interface AsyncSpec extends CallsSpec {
  readonly program: 'async';
  /** How long a promise may take to settle. */
  readonly timeoutMillis: number;
  /** Whether a call gives rows, as one of a table function does: 1, or 0 for one value. */
  readonly rows: 0 | 1;
}
