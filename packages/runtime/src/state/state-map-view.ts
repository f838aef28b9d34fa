import { type HostExchange, Operation } from './host-exchange.js';
import { RunCopy } from './run-copy.js';
import type { Entries, Values } from './view-payloads.js';
import type { MapView } from './views.js';

/** A map that the operator keeps; what was sent ahead of a run is not asked for. */
export class StateMapView implements MapView<unknown, unknown> {
  /** Keys and values as bytes, by the bytes of the key: as in Flink's state. */
  readonly #copy: RunCopy<Map<string, readonly [Uint8Array, Uint8Array]>>;

  constructor(
    private readonly number: number,
    private readonly key: Values,
    private readonly value: Values,
    private readonly all: Entries,
    private readonly exchange: HostExchange,
  ) {
    this.#copy = new RunCopy(number, exchange, (bytes) => new Map(this.#written(all.read(bytes))));
  }

  [Symbol.iterator](): Iterator<[unknown, unknown]> {
    return this.entries()[Symbol.iterator]();
  }

  get(key: unknown): unknown {
    const asked = this.key.write(key);
    const copy = this.#copy.get();
    const bytes = copy ? copy.get(text(asked))?.[1] : this.exchange.receive(Operation.MAP_GET, this.number, asked);
    return bytes ? this.value.read(bytes) : null;
  }

  put(key: unknown, value: unknown): void {
    this.putAll([[key, value]]);
  }

  putAll(entries: Iterable<readonly [unknown, unknown]>): void {
    const put = [...entries];
    this.exchange.call(Operation.MAP_PUT, this.number, this.all.write(put));
    const copy = this.#copy.get();
    if (copy) for (const [key, entry] of this.#written(put)) copy.set(key, entry);
  }

  remove(key: unknown): void {
    const removed = this.key.write(key);
    this.exchange.call(Operation.MAP_REMOVE, this.number, removed);
    this.#copy.get()?.delete(text(removed));
  }

  contains(key: unknown): boolean {
    const asked = this.key.write(key);
    const copy = this.#copy.get();
    return copy ? copy.has(text(asked)) : this.exchange.call(Operation.MAP_CONTAINS, this.number, asked) === 1;
  }

  entries(): [unknown, unknown][] {
    const copy = this.#copy.get();
    if (copy) return Array.from(copy.values(), ([key, value]) => [this.key.read(key), this.value.read(value)]);
    return this.all.read(this.exchange.receive(Operation.MAP_ENTRIES, this.number));
  }

  keys(): unknown[] {
    const copy = this.#copy.get();
    if (copy) return Array.from(copy.values(), ([key]) => this.key.read(key));
    return this.key.readAll(this.exchange.receive(Operation.MAP_KEYS, this.number));
  }

  values(): unknown[] {
    const copy = this.#copy.get();
    if (copy) return Array.from(copy.values(), ([, value]) => this.value.read(value));
    return this.value.readAll(this.exchange.receive(Operation.MAP_VALUES, this.number));
  }

  isEmpty(): boolean {
    // Flink also sees entries whose time is over, which were not sent.
    if (this.#copy.get()?.size) return false;
    return this.exchange.call(Operation.MAP_IS_EMPTY, this.number) === 1;
  }

  clear(): void {
    this.exchange.call(Operation.VIEW_CLEAR, this.number);
    this.#copy.get()?.clear();
  }

  *#written(entries: Iterable<readonly [unknown, unknown]>): Generator<[string, readonly [Uint8Array, Uint8Array]]> {
    for (const [key, value] of entries) {
      const bytes = this.key.write(key);
      yield [text(bytes), [bytes, this.value.write(value)]];
    }
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
