import { type Field, rowReader, rowWriter } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import { suggestion } from '../errors/suggest.js';
import type { RowBatch } from '../generated/tsflink/v1/gateway_pb.js';
import type { CallSite } from '../source/call-site.js';
import { keyOf } from './final-rows.js';
import { rowKindOf } from './row-kind.js';
import type { Change } from './table-result.js';

/** How {@link TableResult.collect} applies the changes of a query. */
export type LiveViewOptions<R> =
  /** By key: a new row replaces the one of the same key. Without `key` it is the primary key of the result. */
  | { readonly mode: 'upsert'; readonly key?: readonly (keyof R & string)[] }
  /** Row by row: a change takes back a row that is equal to it. */
  | { readonly mode: 'retract' };

/**
 * The table that the changes of a query make, as it stands now. Iterating over it reads on: each step applies the
 * changes that came, and gives the view itself. Iterate without `await` for the rows.
 * @example
 * for await (const view of result.collect({ mode: 'upsert', key: ['province'] })) {
 *   console.log(view.size, view.get('Intranet')?.hits, view.changes.length);
 * }
 */
export class LiveView<R extends object> implements AsyncIterable<LiveView<R>>, Iterable<R> {
  private readonly rows = new Map<string, { readonly row: R; readonly times: number }>();
  private readonly batches: () => AsyncGenerator<RowBatch, void>;
  private readonly encodeKey: ((row: object) => string) | undefined;
  private readonly keyFields: readonly Field[];
  private readonly decode: (batch: RowBatch, index: number) => { readonly row: R; readonly bytes: string };
  /** A row that was taken back; the change after it brings its new state, so that no step shows neither. */
  private pending: { readonly key: string; readonly row: R } | undefined;
  private latest: readonly Change<R>[] = [];
  private count = 0;
  private read = false;

  /** @internal Views come from results. */
  constructor(
    fields: readonly Field[],
    key: readonly string[] | undefined,
    batches: () => AsyncGenerator<RowBatch, void>,
    site: CallSite,
  ) {
    this.batches = batches;
    const reader = rowReader(fields);
    this.decode = ({ rows, offsets }, index) => {
      const offset = offsets[index] as number;
      const length = (offsets[index + 1] ?? rows.length) - offset;
      return { row: reader.read(rows, offset, length) as R, bytes: keyOf({ bytes: rows, offset, length }) };
    };
    this.keyFields = (key ?? []).map((name) => fieldOf(name, fields, site));
    if (key) {
      const writer = rowWriter(this.keyFields);
      this.encodeKey = (row: object) => Buffer.from(writer.write(row as Record<string, unknown>)).toString('latin1');
    }
  }

  /** How many rows there are. */
  get size(): number {
    return this.count;
  }

  /** The changes that the last step applied, in order. */
  get changes(): readonly Change<R>[] {
    return this.latest;
  }

  /**
   * The row of a key: the values of the key columns in their order. Throws ARGUMENT_INVALID without a key, or with
   * another number of values.
   */
  get(...key: unknown[]): R | undefined {
    return this.rows.get(this.keyOf(key))?.row;
  }

  /** Whether there is a row of a key. */
  has(...key: unknown[]): boolean {
    return this.rows.has(this.keyOf(key));
  }

  /** The rows, those that came first before others; a row that there is twice, twice. */
  *[Symbol.iterator](): Generator<R, void> {
    for (const { row, times } of this.rows.values()) for (let i = 0; i < times; i++) yield row;
  }

  /** The rows now, as an array. */
  toArray(): R[] {
    return [...this];
  }

  /** Applies changes as they come. Ends when the query does; a reader that stops early cancels it. */
  async *[Symbol.asyncIterator](): AsyncGenerator<LiveView<R>, void> {
    if (this.read) {
      throw new FlinkError('RESULT_CONSUMED', 'The changes of this view are being read already', {
        hint: 'Read them in one loop.',
      });
    }
    this.read = true;
    for await (const batch of this.batches()) {
      this.apply(batch);
      yield this;
    }
    this.settle();
  }

  /** Reads to the end of the query, which has to have one, and gives the rows that are left. */
  async finish(): Promise<R[]> {
    for await (const _ of this);
    return this.toArray();
  }

  private apply(batch: RowBatch): void {
    const { offsets, rows } = batch;
    this.latest = offsets.map((offset, i) => {
      const kind = rowKindOf(rows[offset]);
      const { row, bytes } = this.decode(batch, i);
      const key = this.encodeKey?.(row) ?? bytes;
      if (this.pending && !(this.encodeKey && kind === '+U' && this.pending.key === key)) this.settle();
      if (kind === '-U') this.pending = { key, row };
      else if (kind === '-D') this.remove(key, row);
      else this.put(key, row);
      return { kind, row };
    });
  }

  /** A row that was taken back, and whose new state is another row, is gone. */
  private settle(): void {
    if (this.pending) this.remove(this.pending.key, this.pending.row);
    this.pending = undefined;
  }

  private put(key: string, row: R): void {
    this.pending = undefined;
    const times = this.rows.get(key)?.times ?? 0;
    const now = this.encodeKey ? 1 : times + 1;
    this.count += now - times;
    this.rows.set(key, { row, times: now });
  }

  private remove(key: string, row: R): void {
    const times = this.rows.get(key)?.times;
    // one that was never there, where the state of the query had expired
    if (times === undefined) return;
    this.count--;
    if (times === 1) this.rows.delete(key);
    else this.rows.set(key, { row, times: times - 1 });
  }

  private keyOf(values: readonly unknown[]): string {
    const { encodeKey, keyFields } = this;
    if (encodeKey === undefined || values.length !== keyFields.length) {
      throw new FlinkError(
        'ARGUMENT_INVALID',
        encodeKey
          ? `The key has ${keyFields.length} columns (${keyFields.map(({ name }) => name).join(', ')}), not ${values.length}`
          : 'The view has no key',
        { hint: "Give one: collect({ mode: 'upsert', key: ['id'] }), then get(id)." },
      );
    }
    return encodeKey(Object.fromEntries(keyFields.map(({ name }, i) => [name, values[i]])));
  }
}

function fieldOf(name: string, fields: readonly Field[], callSite: CallSite): Field {
  const field = fields.find((each) => each.name === name);
  if (field) return field;
  const names = fields.map((each) => each.name);
  throw new FlinkError('COLUMN_NOT_FOUND', `The result has no column '${name}'`, {
    hint: suggestion(name, names),
    callSite,
  });
}
