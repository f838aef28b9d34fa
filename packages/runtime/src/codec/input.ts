import { Buffer } from 'node:buffer';

/** Where rows are read from: bytes, and on request a stretch of them decoded beforehand. */
export class RowInput {
  readonly view: DataView;
  readonly #bytes: Buffer;
  #text = '';
  #textStart = 0;
  #textEnd = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /**
   * Decodes a stretch at once, as one byte a character; its strings are then cut out of it, at a fraction of the cost
   * of decoding each. Only while all strings in it are ASCII. What is cut out may keep the whole stretch alive: keep
   * it short.
   */
  decodeAscii(start: number, end: number): void {
    this.#text = this.#bytes.toString('latin1', start, end);
    this.#textStart = start;
    this.#textEnd = end;
  }

  /** Ends {@link decodeAscii}: strings are decoded one by one as UTF-8. */
  decodeUtf8(): void {
    this.#text = '';
    this.#textStart = this.#textEnd = 0;
  }

  /** The string whose slot is given, in the structure that begins at base. */
  string(base: number, slot: number): string {
    const high = this.view.getInt32(slot + 4, true);
    // Up to seven bytes lie in the slot, marked by the topmost bit.
    const start = high < 0 ? slot : base + high;
    const end = start + (high < 0 ? (high >>> 24) & 0x7f : this.view.getInt32(slot, true));
    if (start >= this.#textStart && end <= this.#textEnd) {
      return this.#text.substring(start - this.#textStart, end - this.#textStart);
    }
    return this.#bytes.toString('utf8', start, end);
  }

  /** A copy of a stretch. */
  copy(start: number, end: number): Uint8Array {
    return Uint8Array.prototype.slice.call(this.#bytes, start, end);
  }

  /** A copy of the bytes whose slot is given, in the structure that begins at base. */
  binary(base: number, slot: number): Uint8Array {
    return this.bytesAt(base, slot).slice();
  }

  /** The bytes whose slot is given where they lie, those of text too. */
  bytesAt(base: number, slot: number): Uint8Array {
    const high = this.view.getInt32(slot + 4, true);
    const start = high < 0 ? slot : base + high;
    const length = high < 0 ? (high >>> 24) & 0x7f : this.view.getInt32(slot, true);
    // Not a slice of the Buffer, which would be a Buffer.
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start, length);
  }

  /** The bytes behind the structure that begins at base, whose slot is given; not a copy. */
  bytes(base: number, slot: number): Uint8Array {
    const start = base + this.view.getInt32(slot + 4, true);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start, this.view.getInt32(slot, true));
  }
}
