import { LocalTask, type LogLine } from '@tsflink/runtime/testing';
import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { runFunction } from './failure.js';
import type { HarnessOptions } from './harness-options.js';

/** What the program of a function does, whatever its kind. */
interface Runner {
  close(): void;
}

/** A function that runs as it does in a task of Flink, by the same code, without a cluster. */
export abstract class FunctionHarness<R extends Runner> implements Disposable {
  protected readonly definition: FunctionDefinition;
  readonly #task: LocalTask;
  readonly #open: (task: LocalTask) => R;
  #runner: R | undefined;
  #closed = false;

  protected constructor(definition: FunctionDefinition, options: HarnessOptions, open: (task: LocalTask) => R) {
    this.definition = definition;
    this.#task = new LocalTask(options);
    this.#open = open;
  }

  /** The lines that the function wrote with `context.logger`. */
  get logs(): readonly LogLine[] {
    return this.#task.logs;
  }

  /** The names of the function's metrics, each after the names of its groups: `cache.hits`. */
  get metricNames(): readonly string[] {
    return this.#task.metricNames;
  }

  /**
   * The value of a counter, a meter (its count) or a gauge; of a distribution how many values it was given. Throws
   * ARGUMENT_INVALID if there is no such metric.
   */
  metric(name: string): number {
    return this.#metric(name)[0] as number;
  }

  /** The values that a distribution was given, the last 1000 of them. Throws ARGUMENT_INVALID. */
  distribution(name: string): readonly number[] {
    const [count = 0, ...values] = this.#metric(name);
    return values.slice(0, Math.min(count, values.length));
  }

  /**
   * Opens the function, as Flink does before the first row; the first call does it too. Throws FUNCTION_FAILED if
   * `open` does.
   */
  open(): this {
    this.#assertNotClosed();
    this.#runner ??= runFunction(this.definition, () => this.#open(this.#task));
    return this;
  }

  /** Closes the function, as Flink does at the end of a task. Throws FUNCTION_FAILED if `close` does. */
  close(): void {
    this.#closed = true;
    const runner = this.#runner;
    this.#runner = undefined;
    if (runner !== undefined) runFunction(this.definition, () => runner.close());
  }

  /** The same as {@link close}, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  protected run<T>(work: (runner: R) => T): T {
    this.open();
    return runFunction(this.definition, () => work(this.#runner as R));
  }

  #metric(name: string): Float64Array {
    const metric = this.#task.metric(name);
    if (metric !== undefined) return metric;
    throw new FlinkError('ARGUMENT_INVALID', `The function ${this.definition.name} has no metric '${name}'`, {
      hint: `It has: ${this.metricNames.join(', ') || 'none; has it been opened?'}`,
    });
  }

  #assertNotClosed(): void {
    if (!this.#closed) return;
    throw new FlinkError('ARGUMENT_INVALID', `The function ${this.definition.name} was closed`, {
      hint: 'Make another harness for it.',
    });
  }
}
