import { type Field, rowWriter, ValueError } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';

/** Bytes above which a piece is full. */
const CHUNK = 1 << 20;

/** Some rows in Flink's binary format, each after its length. */
export interface RowChunk {
  readonly rows: Uint8Array<ArrayBuffer>;
  readonly count: number;
}

/** A row of the program. */
export type GivenRow = Readonly<Record<string, unknown>>;

/** Rows in pieces of about a megabyte. Throws VALUE_INVALID. */
export function* rowChunks(fields: readonly Field[], rows: Iterable<GivenRow>): Generator<RowChunk> {
  const gathering = new Gathering(fields);
  for (const row of rows) {
    gathering.add(row);
    if (gathering.full) yield gathering.take();
  }
  if (gathering.some) yield gathering.take();
}

/** The same of rows that come one after the other: no row is asked for before there is room for it. */
export async function* asyncRowChunks(
  fields: readonly Field[],
  rows: AsyncIterable<GivenRow>,
): AsyncGenerator<RowChunk> {
  const gathering = new Gathering(fields);
  for await (const row of rows) {
    gathering.add(row);
    if (gathering.full) yield gathering.take();
  }
  if (gathering.some) yield gathering.take();
}

class Gathering {
  private readonly writer: ReturnType<typeof rowWriter>;
  private parts: Uint8Array[] = [];
  private bytes = 0;
  private before = 0;

  constructor(fields: readonly Field[]) {
    this.writer = rowWriter(fields);
  }

  get full(): boolean {
    return this.bytes >= CHUNK;
  }

  get some(): boolean {
    return this.parts.length > 0;
  }

  add(row: GivenRow): void {
    const part = this.write(row);
    this.bytes += 4 + part.length;
    this.parts.push(part);
  }

  take(): RowChunk {
    const rows = new Uint8Array(this.bytes);
    const view = new DataView(rows.buffer);
    let at = 0;
    for (const part of this.parts) {
      view.setInt32(at, part.length, true);
      rows.set(part, at + 4);
      at += 4 + part.length;
    }
    const count = this.parts.length;
    this.before += count;
    this.parts = [];
    this.bytes = 0;
    return { rows, count };
  }

  private write(row: GivenRow): Uint8Array {
    const number = this.before + this.parts.length + 1;
    if (typeof row !== 'object' || row === null) {
      throw new FlinkError('VALUE_INVALID', `Row ${number} is ${row === null ? 'null' : `a ${typeof row}`}`, {
        hint: 'A row is an object with a value for each column: { id: 1, name: null }.',
      });
    }
    try {
      return this.writer.write(row);
    } catch (failure) {
      if (!(failure instanceof ValueError)) throw failure;
      throw new FlinkError('VALUE_INVALID', `Row ${number}, ${failure.message}`);
    }
  }
}
