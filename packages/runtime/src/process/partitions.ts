import { Code } from '../codec/code.js';
import { compileRowReader } from '../codec/compile-row.js';
import type { Field } from '../codec/index.js';
import type { RowInput } from '../codec/input.js';
import type { RowOutput } from '../codec/output.js';
import { ValueError } from '../codec/value-error.js';
import { compileResultWriter, type ResultWriter } from '../correlate/result-writer.js';
import type { HostExchange } from '../state/host-exchange.js';
import { NumberedViews } from '../state/numbered-views.js';
import type { ProcessSpec } from './process-spec.js';

type State = Record<string, unknown>;

/** The state of a partition, and what the function was given there last. */
export interface Partition {
  readonly state: State;
  given: Readonly<Record<string, unknown>>;
}

/** A value of the state: how it is read, written, and what it is before it is. */
interface Value {
  readonly name: string;
  read(input: RowInput, base: number): State;
  readonly write: ResultWriter;
  empty(): State;
  isEmpty(value: unknown): boolean;
}

/** The partitions of a batch, by number: their state comes once, and goes back once. */
export class Partitions {
  readonly #values: readonly Value[];
  readonly #views: NumberedViews;
  #partitions: Partition[] = [];

  constructor({ values, views }: ProcessSpec, exchange: HostExchange) {
    this.#values = values.map(compileValue);
    this.#views = new NumberedViews(views, 0, views.length, exchange);
  }

  /** The partition of a number; where its values stand is said at an address of the input. */
  at(number: number, input: RowInput, address: number): Partition {
    let partition = this.#partitions[number];
    if (partition === undefined) {
      const state: State = { ...this.#views.of(number) };
      let at = address;
      for (const { name, read, empty } of this.#values) {
        const row = input.view.getInt32(at, true);
        state[name] = row < 0 ? empty() : read(input, row);
        at += 4;
      }
      partition = { state, given: {} };
      this.#partitions[number] = partition;
    }
    return partition;
  }

  /** One of those that were asked for. */
  of(number: number): Partition {
    return this.#partitions[number] as Partition;
  }

  /** Empties entries of a partition's state, at the end of a call. */
  clear(number: number, names: ReadonlySet<string>): void {
    const views = this.#views.of(number) as Readonly<Record<string, { clear(): void }>>;
    const { state } = this.of(number);
    for (const name of names) {
      const value = this.#values.find((known) => known.name === name);
      if (value) state[name] = value.empty();
      else views[name]?.clear();
    }
  }

  /** Writes the values of a partition, each as a row, or nothing for one that is empty; tells where each ends. */
  store(number: number, out: RowOutput, end: (at: number) => void): void {
    const { state } = this.of(number);
    for (const { name, write, isEmpty } of this.#values) {
      if (!isEmpty(state[name])) {
        try {
          write(out, state[name]);
        } catch (error) {
          throw error instanceof ValueError ? error.within(name) : error;
        }
      }
      end(out.cursor);
    }
  }

  /** How many values the state of a partition has. */
  get values(): number {
    return this.#values.length;
  }

  /** Forgets those of a batch. */
  forget(): void {
    this.#partitions = [];
  }
}

function compileValue({ name, type }: Field): Value {
  const fields = type.fields ?? [];
  const names = fields.map((field) => JSON.stringify(field.name));
  const code = new Code();
  return {
    name,
    read: compileRowReader(fields),
    write: compileResultWriter(type),
    empty: code.compile([], `return { ${names.map((key) => `[${key}]: null`).join(', ')} };`),
    isEmpty: code.compile(
      ['value'],
      `return value === null || (typeof value === 'object' && ${names.map((key) => `value[${key}] === null`).join(' && ') || 'true'});`,
    ),
  };
}
