import { AsyncRunner } from '@tsflink/runtime/testing';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import { runFunction } from './failure.js';
import { FunctionHarness } from './function-harness.js';
import type { HarnessOptions } from './harness-options.js';
import { type Arguments, positional } from './positional.js';
import { specOf } from './spec-of.js';

/** What an asynchronous function under test is run with. */
export interface AsyncHarnessOptions extends HarnessOptions {
  /** How long a promise may take to settle, in milliseconds, as `tsflink.function.timeout`; 30 seconds if absent. */
  readonly timeout?: number;
}

/** An asynchronous function under test; `T` is what a call gives: a value, or rows. Flink's retries are not made. */
export class AsyncFunctionHarness<A extends ParameterTypes, T> extends FunctionHarness<AsyncRunner> {
  readonly #givesRows: boolean;

  /** @internal Made by {@link testAsyncFunction}. */
  constructor(definition: FunctionDefinition, { timeout = 30_000, ...options }: AsyncHarnessOptions) {
    const givesRows = definition.kind === 'asyncTable';
    super(
      definition,
      options,
      (task) => new AsyncRunner(specOf(definition), definition.fn, task, { rows: givesRows, timeoutMillis: timeout }),
    );
    this.#givesRows = givesRows;
  }

  /**
   * Calls the function for one row: what its promise resolves to, or the rows that it gives, converted and checked as
   * in Flink. Rejects with ARGUMENT_INVALID for arguments that their types cannot hold, FUNCTION_FAILED,
   * FUNCTION_RESULT_TYPE, FUNCTION_TIMEOUT.
   */
  async call(...args: Arguments<A>): Promise<T> {
    return (await this.callAll([args]))[0] as T;
  }

  /** Calls the function for many rows at once; the results in their order. Rejects as {@link call} does. */
  async callAll(rows: Iterable<Arguments<A>>): Promise<T[]> {
    const values = Array.from(rows, (args) => positional(this.definition, args));
    const results = await this.run((runner) => runner.run(values)).catch((failure: unknown) =>
      runFunction(this.definition, () => {
        throw failure;
      }),
    );
    return results.map((result) => (this.#givesRows ? result : result[0])) as T[];
  }
}
