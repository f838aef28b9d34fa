import { type RowReader, type RowWriter, rowReader, rowWriter, type TypeNode, ValueError } from '../codec/index.js';
import { FunctionError } from '../function/function-error.js';
import { type HostExchange, Operation } from './host-exchange.js';
import type { ViewSpec } from './view-spec.js';

/** A list in Flink's state; only what is asked for is read. Maps to Flink's `ListView`. */
export interface ListView<T> extends Iterable<T> {
  /** The elements. */
  get(): T[];
  /** Replaces the elements. */
  set(values: Iterable<T>): void;
  /** Appends an element. */
  add(value: T): void;
  /** Appends elements. */
  addAll(values: Iterable<T>): void;
  /** Removes the first element that equals the value; whether there was one. */
  remove(value: T): boolean;
  /** Removes all elements. */
  clear(): void;
}

/** A map in Flink's state; only what is asked for is read. Maps to Flink's `MapView`. */
export interface MapView<K, V> extends Iterable<[K, V]> {
  /** The value of a key; null where there is none. */
  get(key: K): V | null;
  /** Sets the value of a key. */
  put(key: K, value: V): void;
  /** Sets the values of keys. */
  putAll(entries: Iterable<readonly [K, V]>): void;
  /** Removes a key. */
  remove(key: K): void;
  /** Whether there is a value, also NULL, of the key. */
  contains(key: K): boolean;
  entries(): [K, V][];
  keys(): K[];
  values(): V[];
  /** Whether there are no entries. */
  isEmpty(): boolean;
  /** Removes all entries. */
  clear(): void;
}

/** Makes views of one kind, each of a number by which the operator knows it. */
export type ViewFactory = (number: number, exchange: HostExchange) => ListView<unknown> | MapView<unknown, unknown>;

/** The factory of views of some types. */
export function compileView(spec: ViewSpec): ViewFactory {
  const values = new Values(spec.name, spec.value);
  if (spec.key === undefined) return (number, exchange) => new StateListView(number, values, exchange);
  const keys = new Values(spec.name, spec.key);
  const entries = new Entries(spec.name, spec.key, spec.value);
  return (number, exchange) => new StateMapView(number, keys, values, entries, exchange);
}

/** A row as bytes. Throws {@link FunctionError} FUNCTION_RESULT_TYPE for what is not of its types. */
function written(view: string, writer: RowWriter, row: Record<string, unknown>): Uint8Array {
  try {
    return writer.write(row);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new FunctionError('FUNCTION_RESULT_TYPE', `wrong state: in the view '${view}', ${error.message}`, error);
  }
}

/** Values of one type as bytes. */
class Values {
  readonly #one: RowWriter;
  readonly #oneReader: RowReader;
  readonly #many: RowWriter;
  readonly #manyReader: RowReader;

  constructor(
    private readonly view: string,
    type: TypeNode,
  ) {
    const one = [{ name: 'value', type }];
    const many = [{ name: 'values', type: { root: 'ARRAY', nullable: false, children: [type] } as const }];
    [this.#one, this.#oneReader] = [rowWriter(one), rowReader(one)];
    [this.#many, this.#manyReader] = [rowWriter(many), rowReader(many)];
  }

  write(value: unknown): Uint8Array {
    return written(this.view, this.#one, { value });
  }

  read(bytes: Uint8Array): unknown {
    return this.#oneReader.read(bytes, 0, bytes.length).value;
  }

  writeAll(values: Iterable<unknown>): Uint8Array {
    return written(this.view, this.#many, { values: [...values] });
  }

  readAll(bytes: Uint8Array | undefined): unknown[] {
    return bytes ? (this.#manyReader.read(bytes, 0, bytes.length).values as unknown[]) : [];
  }
}

/** Entries of a map as bytes. */
class Entries {
  readonly #writer: RowWriter;
  readonly #reader: RowReader;

  constructor(
    private readonly view: string,
    key: TypeNode,
    value: TypeNode,
  ) {
    const many = (name: string, type: TypeNode) => ({
      name,
      type: { root: 'ARRAY', nullable: false, children: [type] } as const,
    });
    const fields = [many('keys', key), many('values', value)];
    [this.#writer, this.#reader] = [rowWriter(fields), rowReader(fields)];
  }

  write(entries: readonly (readonly [unknown, unknown])[]): Uint8Array {
    const [keys, values] = [entries.map(([key]) => key), entries.map(([, value]) => value)];
    return written(this.view, this.#writer, { keys, values });
  }

  read(bytes: Uint8Array | undefined): [unknown, unknown][] {
    if (!bytes) return [];
    const { keys, values } = this.#reader.read(bytes, 0, bytes.length) as { keys: unknown[]; values: unknown[] };
    return keys.map((key, i) => [key, values[i]]);
  }
}

class StateListView implements ListView<unknown> {
  constructor(
    private readonly number: number,
    private readonly elements: Values,
    private readonly exchange: HostExchange,
  ) {}

  [Symbol.iterator](): Iterator<unknown> {
    return this.get()[Symbol.iterator]();
  }

  get(): unknown[] {
    return this.elements.readAll(this.exchange.receive(Operation.LIST_GET, this.number));
  }

  set(values: Iterable<unknown>): void {
    this.exchange.call(Operation.LIST_SET, this.number, this.elements.writeAll(values));
  }

  add(value: unknown): void {
    this.addAll([value]);
  }

  addAll(values: Iterable<unknown>): void {
    this.exchange.call(Operation.LIST_ADD, this.number, this.elements.writeAll(values));
  }

  remove(value: unknown): boolean {
    return this.exchange.call(Operation.LIST_REMOVE, this.number, this.elements.write(value)) === 1;
  }

  clear(): void {
    this.exchange.call(Operation.VIEW_CLEAR, this.number);
  }
}

class StateMapView implements MapView<unknown, unknown> {
  constructor(
    private readonly number: number,
    private readonly key: Values,
    private readonly value: Values,
    private readonly all: Entries,
    private readonly exchange: HostExchange,
  ) {}

  [Symbol.iterator](): Iterator<[unknown, unknown]> {
    return this.entries()[Symbol.iterator]();
  }

  get(key: unknown): unknown {
    const bytes = this.exchange.receive(Operation.MAP_GET, this.number, this.key.write(key));
    return bytes ? this.value.read(bytes) : null;
  }

  put(key: unknown, value: unknown): void {
    this.putAll([[key, value]]);
  }

  putAll(entries: Iterable<readonly [unknown, unknown]>): void {
    this.exchange.call(Operation.MAP_PUT, this.number, this.all.write([...entries]));
  }

  remove(key: unknown): void {
    this.exchange.call(Operation.MAP_REMOVE, this.number, this.key.write(key));
  }

  contains(key: unknown): boolean {
    return this.exchange.call(Operation.MAP_CONTAINS, this.number, this.key.write(key)) === 1;
  }

  entries(): [unknown, unknown][] {
    return this.all.read(this.exchange.receive(Operation.MAP_ENTRIES, this.number));
  }

  keys(): unknown[] {
    return this.key.readAll(this.exchange.receive(Operation.MAP_KEYS, this.number));
  }

  values(): unknown[] {
    return this.value.readAll(this.exchange.receive(Operation.MAP_VALUES, this.number));
  }

  isEmpty(): boolean {
    return this.exchange.call(Operation.MAP_IS_EMPTY, this.number) === 1;
  }

  clear(): void {
    this.exchange.call(Operation.VIEW_CLEAR, this.number);
  }
}
