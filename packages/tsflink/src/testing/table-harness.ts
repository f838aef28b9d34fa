import { CorrelateRunner } from '@tsflink/runtime/testing';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import type { RowsType, YieldOf } from '../functions/table/table-udf.js';
import { FunctionHarness } from './function-harness.js';
import type { HarnessOptions } from './harness-options.js';
import { type Arguments, positional } from './positional.js';
import { specOf } from './spec-of.js';

/** A table function under test. */
export class TableFunctionHarness<
  A extends ParameterTypes,
  R extends RowsType,
> extends FunctionHarness<CorrelateRunner> {
  /** @internal Made by {@link testFunction}. */
  constructor(definition: FunctionDefinition, options: HarnessOptions) {
    super(definition, options, (task) => new CorrelateRunner(specOf(definition), definition.fn, task));
  }

  /** The rows that the function makes of one row. Throws ARGUMENT_INVALID, FUNCTION_FAILED, FUNCTION_RESULT_TYPE. */
  call(...args: Arguments<A>): YieldOf<R>[] {
    return this.callAll([args])[0] as YieldOf<R>[];
  }

  /** The rows that it makes of each of many rows, in one batch. Throws as {@link call} does. */
  callAll(rows: Iterable<Arguments<A>>): YieldOf<R>[][] {
    const values = Array.from(rows, (args) => positional(this.definition, args));
    return this.run((runner) => runner.run(values)) as YieldOf<R>[][];
  }
}
