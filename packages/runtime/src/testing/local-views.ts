import { rowReader, rowWriter, type TypeNode } from '../codec/index.js';
import type { HostAnswer, HostRequest } from '../program/program.js';
import { Operation } from '../state/host-exchange.js';
import type { ViewSpec } from '../state/view-spec.js';

const DONE: HostAnswer = { number: 0 };

/** The views of accumulators where there is no cluster; does what Java's `ViewAccess` does, on values in memory. */
export class LocalViews {
  readonly #views = new Map<number, LocalList | LocalMap>();

  constructor(private readonly specs: readonly ViewSpec[]) {}

  answer({ operation, number, payload }: HostRequest): HostAnswer {
    let view = this.#views.get(number);
    if (view === undefined) {
      const { key, value } = this.specs[number % this.specs.length] as ViewSpec;
      view = key === undefined ? new LocalList(value) : new LocalMap(key, value);
      this.#views.set(number, view);
    }
    return view.answer(operation, payload ?? new Uint8Array(0));
  }
}

/** A row of one array of values. */
function arrays(type: TypeNode, ...more: TypeNode[]) {
  const fields = [type, ...more].map((child, i) => ({
    name: `f${i}`,
    type: { root: 'ARRAY', nullable: false, children: [child] } as const,
  }));
  const [reader, writer] = [rowReader(fields), rowWriter(fields)];
  return {
    read: (bytes: Uint8Array) => fields.map(({ name }) => reader.read(bytes, 0, bytes.length)[name] as unknown[]),
    answer: (...values: readonly unknown[][]): HostAnswer => {
      const bytes = writer.write(Object.fromEntries(fields.map(({ name }, i) => [name, values[i]])));
      return { number: bytes.length, bytes };
    },
  };
}

/** Values are told apart by their bytes, as in Flink's state. */
function bytesOf(type: TypeNode) {
  const writer = rowWriter([{ name: 'value', type }]);
  return (value: unknown) => Buffer.from(writer.write({ value })).toString('latin1');
}

class LocalList {
  readonly #many;
  readonly #bytesOf;
  #values: unknown[] = [];

  constructor(type: TypeNode) {
    this.#many = arrays(type);
    this.#bytesOf = bytesOf(type);
  }

  answer(operation: number, payload: Uint8Array): HostAnswer {
    switch (operation) {
      case Operation.LIST_GET:
        return this.#many.answer(this.#values);
      case Operation.LIST_SET:
        this.#values = this.#many.read(payload)[0] as unknown[];
        return DONE;
      case Operation.LIST_ADD:
        this.#values.push(...(this.#many.read(payload)[0] as unknown[]));
        return DONE;
      case Operation.LIST_REMOVE: {
        const removed = Buffer.from(payload).toString('latin1');
        const at = this.#values.findIndex((value) => this.#bytesOf(value) === removed);
        if (at >= 0) this.#values.splice(at, 1);
        return { number: at >= 0 ? 1 : 0 };
      }
      default:
        this.#values = [];
        return DONE;
    }
  }
}

class LocalMap {
  readonly #keys;
  readonly #values;
  readonly #entries;
  readonly #bytesOf;
  readonly #one;
  readonly #map = new Map<string, readonly [key: unknown, value: unknown]>();

  constructor(key: TypeNode, value: TypeNode) {
    this.#keys = arrays(key);
    this.#values = arrays(value);
    this.#entries = arrays(key, value);
    this.#bytesOf = bytesOf(key);
    this.#one = rowWriter([{ name: 'value', type: value }]);
  }

  answer(operation: number, payload: Uint8Array): HostAnswer {
    const key = Buffer.from(payload).toString('latin1');
    const all = [...this.#map.values()];
    switch (operation) {
      case Operation.MAP_GET: {
        const found = this.#map.get(key);
        if (found === undefined) return { number: -1 };
        const bytes = this.#one.write({ value: found[1] });
        return { number: bytes.length, bytes };
      }
      case Operation.MAP_PUT: {
        const [keys = [], values = []] = this.#entries.read(payload);
        for (const [i, each] of keys.entries()) this.#map.set(this.#bytesOf(each), [each, values[i]]);
        return DONE;
      }
      case Operation.MAP_REMOVE:
        this.#map.delete(key);
        return DONE;
      case Operation.MAP_CONTAINS:
        return { number: this.#map.has(key) ? 1 : 0 };
      case Operation.MAP_ENTRIES:
        return this.#entries.answer(
          all.map(([each]) => each),
          all.map(([, value]) => value),
        );
      case Operation.MAP_KEYS:
        return this.#keys.answer(all.map(([each]) => each));
      case Operation.MAP_VALUES:
        return this.#values.answer(all.map(([, value]) => value));
      case Operation.MAP_IS_EMPTY:
        return { number: this.#map.size === 0 ? 1 : 0 };
      default:
        this.#map.clear();
        return DONE;
    }
  }
}
