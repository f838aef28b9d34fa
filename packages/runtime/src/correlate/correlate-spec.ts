import type { CallsSpec } from '../calc/calc-spec.js';

/** What an operator asks of the runtime: the rows that a call of a table function makes of each input row. */
export interface CorrelateSpec extends CallsSpec {
  readonly program: 'correlate';
  /** How long a call may take for all of its rows; without limit if absent. */
  readonly timeoutMillis?: number;
}
