import { FunctionError } from '../function/function-error.js';
import type { HostExchange } from './host-exchange.js';
import type { ViewSpec } from './view-spec.js';
import { compileView, type ViewFactory } from './views.js';

type Fields = Record<string, unknown>;

/** The views of a function's accumulators, or partitions: fields of theirs, whose content stays where the operator keeps it. */
export class NumberedViews {
  readonly #names: readonly string[];
  readonly #factories: readonly ViewFactory[];
  readonly #views: Fields[] = [];

  /**
   * Those of number `n` have the numbers `n × total + first` and on, `total` being those of all functions of
   * the operator.
   */
  constructor(
    specs: readonly ViewSpec[],
    private readonly first: number,
    private readonly total: number,
    private readonly exchange: HostExchange,
  ) {
    this.#names = specs.map(({ name }) => name);
    this.#factories = specs.map(compileView);
  }

  /** The accumulator of a number, with its views. Throws FunctionError if there is something else in place of one. */
  attach(accumulator: unknown, number: number): unknown {
    if (this.#names.length === 0) return accumulator;
    if (typeof accumulator !== 'object' || accumulator === null) {
      throw new FunctionError('FUNCTION_FAILED', 'an accumulator with views must be an object');
    }
    const fields = accumulator as Fields;
    const views = this.of(number);
    for (const name of this.#names) {
      if (fields[name] === views[name]) continue;
      if (fields[name] !== undefined) {
        throw new FunctionError(
          'FUNCTION_FAILED',
          `the view '${name}' of the accumulator was replaced; change what is in it, by clear(), add(), put()`,
        );
      }
      fields[name] = views[name];
    }
    return accumulator;
  }

  /** Removes all that the views of an accumulator hold. */
  clear(number: number): void {
    for (const view of Object.values(this.of(number))) (view as { clear(): void }).clear();
  }

  /** The accumulator without them, for messages. */
  omit(accumulator: unknown): unknown {
    if (this.#names.length === 0 || typeof accumulator !== 'object' || accumulator === null) return accumulator;
    return Object.fromEntries(Object.entries(accumulator).filter(([name]) => !this.#names.includes(name)));
  }

  /** Those of the accumulator or partition of a number, by name. */
  of(number: number): Readonly<Fields> {
    let views = this.#views[number];
    if (views === undefined) {
      const at = number * this.total + this.first;
      views = Object.fromEntries(
        this.#factories.map((make, i) => [this.#names[i] as string, make(at + i, this.exchange)]),
      );
      this.#views[number] = views;
    }
    return views;
  }
}
