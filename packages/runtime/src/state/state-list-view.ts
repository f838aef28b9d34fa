import { type HostExchange, Operation } from './host-exchange.js';
import { RunCopy } from './run-copy.js';
import type { Values } from './view-payloads.js';
import type { ListView } from './views.js';

/** A list that the operator keeps; what was sent ahead of a run is not asked for. */
export class StateListView implements ListView<unknown> {
  /** Lists, one after the other. */
  readonly #copy: RunCopy<Uint8Array[]>;

  constructor(
    private readonly number: number,
    private readonly elements: Values,
    private readonly exchange: HostExchange,
  ) {
    this.#copy = new RunCopy(number, exchange, (bytes) => [bytes]);
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.get()[Symbol.iterator]();
  }

  get(): unknown[] {
    const copy = this.#copy.get();
    if (copy) return copy.flatMap((bytes) => this.elements.readAll(bytes));
    return this.elements.readAll(this.exchange.receive(Operation.LIST_GET, this.number));
  }

  set(values: Iterable<unknown>): void {
    const bytes = this.elements.writeAll(values);
    this.exchange.call(Operation.LIST_SET, this.number, bytes);
    this.#copy.get()?.splice(0, Number.POSITIVE_INFINITY, bytes);
  }

  add(value: unknown): void {
    this.addAll([value]);
  }

  addAll(values: Iterable<unknown>): void {
    const bytes = this.elements.writeAll(values);
    this.exchange.call(Operation.LIST_ADD, this.number, bytes);
    this.#copy.get()?.push(bytes);
  }

  remove(value: unknown): boolean {
    // Which elements are equal, the state tells.
    this.#copy.drop();
    return this.exchange.call(Operation.LIST_REMOVE, this.number, this.elements.write(value)) === 1;
  }

  clear(): void {
    this.exchange.call(Operation.VIEW_CLEAR, this.number);
    this.#copy.get()?.splice(0);
  }
}
