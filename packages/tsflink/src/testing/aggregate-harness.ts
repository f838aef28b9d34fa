import { AggregateRunner, type EmittedRow } from '@tsflink/runtime/testing';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import type { DataType, ValueIn } from '../types/data-type.js';
import { TestAccumulator } from './accumulator.js';
import { FunctionHarness } from './function-harness.js';
import type { HarnessOptions } from './harness-options.js';
import type { Arguments } from './positional.js';
import { specOf } from './spec-of.js';

/** An aggregate function of any kind under test. */
abstract class AccumulatingHarness<A extends ParameterTypes> extends FunctionHarness<AggregateRunner> {
  /** @internal Made by {@link testFunction}. */
  constructor(definition: FunctionDefinition, options: HarnessOptions) {
    super(definition, options, (task) => new AggregateRunner(specOf(definition), definition.fn, task));
  }

  /** A new accumulator: of one group, or of one part of it, to be merged. Throws FUNCTION_FAILED. */
  createAccumulator(): TestAccumulator<A> {
    const stored = this.run((runner) => runner.create());
    return new TestAccumulator(this.definition, stored, (work) => this.run(work));
  }

  protected accumulated(rows: Iterable<Arguments<A>>): TestAccumulator<A> {
    const accumulator = this.createAccumulator();
    for (const row of rows) accumulator.accumulate(...row);
    return accumulator;
  }
}

/** An aggregate function under test. */
export class AggregateFunctionHarness<A extends ParameterTypes, R extends DataType> extends AccumulatingHarness<A> {
  /** The value of an accumulator. Throws FUNCTION_FAILED, FUNCTION_RESULT_TYPE. */
  getValue(accumulator: TestAccumulator<A>): ValueIn<R> {
    return this.run((runner) => runner.value(accumulator.stored)) as ValueIn<R>;
  }

  /** The value of a group of rows. Throws ARGUMENT_INVALID, FUNCTION_FAILED, FUNCTION_RESULT_TYPE. */
  callAll(rows: Iterable<Arguments<A>>): ValueIn<R> {
    return this.getValue(this.accumulated(rows));
  }
}

/** A table aggregate function under test. */
export class TableAggregateFunctionHarness<
  A extends ParameterTypes,
  R extends DataType,
> extends AccumulatingHarness<A> {
  /** The rows of an accumulator. Throws FUNCTION_FAILED, FUNCTION_RESULT_TYPE. */
  emitValue(accumulator: TestAccumulator<A>): ValueIn<R>[] {
    return this.#emit(accumulator, 'emitValue').map(({ row }) => row) as ValueIn<R>[];
  }

  /** The rows that have changed, those that are taken back among them. Throws FUNCTION_FAILED, FUNCTION_RESULT_TYPE. */
  emitUpdateWithRetract(accumulator: TestAccumulator<A>): { readonly row: ValueIn<R>; readonly retracted: boolean }[] {
    return this.#emit(accumulator, 'emitUpdateWithRetract') as { row: ValueIn<R>; retracted: boolean }[];
  }

  /** The rows of a group of rows. Throws ARGUMENT_INVALID, FUNCTION_FAILED, FUNCTION_RESULT_TYPE. */
  callAll(rows: Iterable<Arguments<A>>): ValueIn<R>[] {
    return this.emitValue(this.accumulated(rows));
  }

  #emit(accumulator: TestAccumulator<A>, method: 'emitValue' | 'emitUpdateWithRetract'): EmittedRow[] {
    return this.run((runner) => runner.emit(accumulator.stored, method));
  }
}
