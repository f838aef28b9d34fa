import { CalcRunner } from '@tsflink/runtime/testing';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import type { DataType, ValueIn } from '../types/data-type.js';
import { FunctionHarness } from './function-harness.js';
import type { HarnessOptions } from './harness-options.js';
import { type Arguments, positional } from './positional.js';
import { specOf } from './spec-of.js';

/** A scalar function under test; a vectorised one is called for all rows of a batch at once. */
export class ScalarFunctionHarness<A extends ParameterTypes, R extends DataType> extends FunctionHarness<CalcRunner> {
  /** @internal Made by {@link testFunction}. */
  constructor(definition: FunctionDefinition, options: HarnessOptions) {
    super(definition, options, (task) => new CalcRunner(specOf(definition), definition.fn, task));
  }

  /**
   * Calls the function for one row: arguments and result are converted and checked as in Flink. Throws
   * ARGUMENT_INVALID for arguments that their types cannot hold, FUNCTION_FAILED, FUNCTION_RESULT_TYPE.
   */
  call(...args: Arguments<A>): ValueIn<R> {
    return this.callAll([args])[0] as ValueIn<R>;
  }

  /** Calls the function for many rows, in one batch; the results in their order. Throws as {@link call} does. */
  callAll(rows: Iterable<Arguments<A>>): ValueIn<R>[] {
    const values = Array.from(rows, (args) => positional(this.definition, args));
    return this.run((runner) => runner.run(values)) as ValueIn<R>[];
  }
}
