import { show } from '../codec/value-error.js';
import { FunctionError } from '../function/function-error.js';

/** What a table function gave for one row, one after the other. */
export interface Results {
  /** The next result, or {@link END}. */
  next(): unknown;
  /** Ends what is not to be read to its end. */
  close(): void;
}

/** After the last result. */
export const END: unique symbol = Symbol('no more results');

/** Reads what a table function returned: an iterable, or null for no rows. Throws {@link FunctionError} FUNCTION_RESULT_TYPE. */
export function resultsOf(returned: unknown): Results | undefined {
  if (Array.isArray(returned)) return new ArrayResults(returned);
  if (returned === null) return undefined;
  const iterable = returned as Iterable<unknown> | undefined;
  if (typeof iterable === 'object' && typeof iterable[Symbol.iterator] === 'function') {
    return new IteratorResults(iterable[Symbol.iterator]());
  }
  throw new FunctionError(
    'FUNCTION_RESULT_TYPE',
    `wrong result: expected rows, got ${show(returned)}; ${hint(returned)}`,
  );
}

function hint(returned: unknown): string {
  const { then, [Symbol.asyncIterator]: asyncIterator } = Object(returned) as Partial<
    AsyncIterable<unknown> & Promise<unknown>
  >;
  return typeof then === 'function' || typeof asyncIterator === 'function'
    ? 'a table function must give its rows at once, so it cannot be async'
    : 'yield them (function* …), or return an array';
}

class ArrayResults implements Results {
  #index = 0;

  constructor(private readonly values: readonly unknown[]) {}

  next(): unknown {
    return this.#index < this.values.length ? this.values[this.#index++] : END;
  }

  close(): void {
    this.#index = this.values.length;
  }
}

class IteratorResults implements Results {
  #running = false;

  constructor(private readonly iterator: Iterator<unknown>) {}

  next(): unknown {
    this.#running = true;
    const { done, value } = this.iterator.next();
    this.#running = false;
    return done ? END : value;
  }

  close(): void {
    // What was ended from outside is at work for ever, as it seems to the engine; what threw is done.
    if (!this.#running) this.iterator.return?.();
  }
}
