import type { AggregateRunner, StoredAccumulator } from '@tsflink/runtime/testing';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ParameterTypes } from '../functions/parameter-types.js';
import { type Arguments, positional } from './positional.js';

/** An accumulator of a function under test; it is stored and read again between two calls, as in Flink's state. */
export class TestAccumulator<A extends ParameterTypes> {
  /** @internal */
  constructor(
    private readonly definition: FunctionDefinition,
    /** @internal */
    readonly stored: StoredAccumulator,
    private readonly run: <T>(work: (runner: AggregateRunner) => T) => T,
  ) {}

  /** Takes a row in. Throws ARGUMENT_INVALID, FUNCTION_FAILED, FUNCTION_RESULT_TYPE for what it leaves. */
  accumulate(...args: Arguments<A>): this {
    this.run((runner) => runner.accumulate(this.stored, positional(this.definition, args)));
    return this;
  }

  /** Takes a row out that was taken in before. Throws as {@link accumulate} does. */
  retract(...args: Arguments<A>): this {
    this.run((runner) => runner.retract(this.stored, positional(this.definition, args)));
    return this;
  }

  /** Takes in what other accumulators of the harness have taken in. Throws as {@link accumulate} does. */
  merge(...others: readonly TestAccumulator<A>[]): this {
    const stored = others.map((other) => other.stored);
    this.run((runner) => runner.merge(this.stored, stored));
    return this;
  }

  /** The accumulator as it is stored, without its views. */
  get value(): unknown {
    return this.run((runner) => runner.stored(this.stored));
  }
}
