import type { RowBatch } from '../generated/tsflink/v1/gateway_pb.js';

/** Where a row lies. */
interface Place {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly length: number;
  gone: boolean;
}

const INSERT = 0;
const UPDATE_AFTER = 2;

/**
 * The rows of a result as they stand at its end: changes that take a row back remove it. Rows are kept as the bytes that
 * came; equal rows have equal bytes.
 */
export class FinalRows {
  private readonly places: Place[] = [];
  /** Rows by their bytes; made when a change takes back a row for the first time. */
  private index: Map<string, Place[]> | undefined;

  /** How many changes came. */
  get changes(): number {
    return this.places.length;
  }

  /** Takes in the changes of a batch. */
  add({ rows, offsets }: RowBatch): void {
    for (let i = 0; i < offsets.length; i++) {
      const offset = offsets[i] as number;
      const place = { bytes: rows, offset, length: (offsets[i + 1] ?? rows.length) - offset, gone: false };
      const kind = rows[offset];
      if (kind === INSERT || kind === UPDATE_AFTER) this.insert(place);
      else this.retract(place);
    }
  }

  /** Calls back with each row, in the order in which they came. */
  forEach(take: (bytes: Uint8Array, offset: number, length: number) => void): void {
    for (const { bytes, offset, length, gone } of this.places) if (!gone) take(bytes, offset, length);
  }

  private insert(place: Place): void {
    this.places.push(place);
    if (this.index) this.note(this.index, place);
  }

  private retract(place: Place): void {
    if (this.index === undefined) {
      this.index = new Map();
      for (const inserted of this.places) this.note(this.index, inserted);
    }
    const same = this.index.get(keyOf(place));
    const last = same?.pop();
    if (last) last.gone = true;
  }

  private note(index: Map<string, Place[]>, place: Place): void {
    const key = keyOf(place);
    const same = index.get(key);
    if (same) same.push(place);
    else index.set(key, [place]);
  }
}

/** The bytes of a row after the one of its kind, as a string. */
export function keyOf({ bytes, offset, length }: Pick<Place, 'bytes' | 'offset' | 'length'>): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + offset + 1, length - 1).toString('latin1');
}
