import { FunctionError } from '../function/function-error.js';

/**
 * Bounds the time that a call takes for its rows, portion after portion; while the JVM takes rows no time runs. Within a
 * portion, as in calls that give one, the JVM watches.
 */
export class PortionTime {
  #spent = 0;
  #since: number | undefined;

  constructor(private readonly limitMillis = Number.POSITIVE_INFINITY) {}

  /** Begins another call. */
  begin(): void {
    this.#spent = 0;
    this.#since = undefined;
  }

  /** Begins another portion of the call. Throws FunctionError FUNCTION_TIMEOUT if those before took too long. */
  goOn(): void {
    if (this.#spent > this.limitMillis) {
      throw new FunctionError(
        'FUNCTION_TIMEOUT',
        `did not end within ${this.limitMillis} ms for one row, of which it makes row after row; is there an endless loop? (tsflink.function.timeout)`,
      );
    }
    this.#since = performance.now();
  }

  /** Ends a portion, after which there are more. */
  pause(): void {
    if (this.#since !== undefined) this.#spent += performance.now() - this.#since;
  }
}
