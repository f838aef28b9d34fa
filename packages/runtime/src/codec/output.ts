import { Buffer } from 'node:buffer';
import { roundUp8 } from './layout.js';

/** Thrown by {@link RowOutput.reserve} when a buffer that cannot grow is full. */
export const OVERFLOW: unique symbol = Symbol('the output buffer is full');

// Not \p{Surrogate}: V8 without ICU knows no Unicode properties.
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const SHORT = 32;

/** Where rows are written to, one behind the other. */
export class RowOutput {
  bytes: Buffer;
  view: DataView;
  /** Where the next byte goes. */
  cursor = 0;
  readonly #growable: boolean;

  /** Writes to the given memory and no further, or without one to memory that grows. */
  constructor(fixed?: Uint8Array) {
    this.#growable = fixed === undefined;
    const bytes = fixed ?? new Uint8Array(1024);
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Makes room for so many bytes at the cursor; throws {@link OVERFLOW} where there is none. */
  reserve(size: number): void {
    if (this.cursor + size > this.bytes.length) this.#grow(size);
  }

  #grow(size: number): void {
    if (!this.#growable) throw OVERFLOW;
    const bytes = new Uint8Array(Math.max(this.bytes.length * 2, roundUp8(this.cursor + size)));
    bytes.set(this.bytes);
    this.bytes = Buffer.from(bytes.buffer);
    this.view = new DataView(bytes.buffer);
  }

  /** Writes ASCII or UTF-8; false if the string is not well-formed Unicode. */
  string(value: string, base: number, slot: number): boolean {
    const length = value.length;
    if (length <= 7 && this.#inlineAscii(value, length, slot)) return true;
    if (length <= SHORT && length > 7 && this.#shortAscii(value, length, base, slot)) return true;
    // The worst case, three bytes a UTF-16 unit, spares counting where there is room.
    if (this.cursor + length * 3 + 8 > this.bytes.length) this.reserve(roundUp8(Buffer.byteLength(value)));
    const written = this.bytes.write(value, this.cursor);
    if (written > length && LONE_SURROGATE.test(value)) return false;
    if (written <= 7) this.#inline(this.bytes, this.cursor, written, slot);
    else this.#advance(written, base, slot);
    return true;
  }

  /** Writes bytes. */
  binary(value: Uint8Array, base: number, slot: number): void {
    const length = value.length;
    if (length <= 7) {
      this.#inline(value, 0, length, slot);
      return;
    }
    this.bytesBehind(value, base, slot);
  }

  /** Writes bytes behind the structure that begins at base, however few they are. */
  bytesBehind(value: Uint8Array, base: number, slot: number): void {
    this.reserve(roundUp8(value.length));
    this.bytes.set(value, this.cursor);
    this.#advance(value.length, base, slot);
  }

  /** Notes in a slot where its value begins and how long it is. */
  offsetAndSize(slot: number, offset: number, size: number): void {
    this.view.setInt32(slot, size, true);
    this.view.setInt32(slot + 4, offset, true);
  }

  // Byte by byte: a call into native code costs more than this for a short string.
  #shortAscii(value: string, length: number, base: number, slot: number): boolean {
    const { cursor } = this;
    this.reserve(roundUp8(length));
    const { bytes } = this;
    let all = 0;
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(i);
      all |= unit;
      bytes[cursor + i] = unit;
    }
    if (all > 0x7f) return false;
    this.#advance(length, base, slot);
    return true;
  }

  #advance(length: number, base: number, slot: number): void {
    this.offsetAndSize(slot, this.cursor - base, length);
    const end = this.cursor + roundUp8(length);
    for (let at = this.cursor + length; at < end; at++) this.bytes[at] = 0;
    this.cursor = end;
  }

  #inlineAscii(value: string, length: number, slot: number): boolean {
    let low = 0;
    let high = (0x80 | length) << 24;
    let all = 0;
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(i);
      all |= unit;
      if (i < 4) low |= unit << (i * 8);
      else high |= unit << ((i - 4) * 8);
    }
    if (all > 0x7f) return false;
    this.offsetAndSize(slot, high, low);
    return true;
  }

  #inline(bytes: Uint8Array, from: number, length: number, slot: number): void {
    let low = 0;
    let high = (0x80 | length) << 24;
    for (let i = 0; i < length; i++) {
      const byte = bytes[from + i] as number;
      if (i < 4) low |= byte << (i * 8);
      else high |= byte << ((i - 4) * 8);
    }
    this.offsetAndSize(slot, high, low);
  }
}
