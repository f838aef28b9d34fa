import { type Field, rowWriter } from '../codec/index.js';

const align = (offset: number) => (offset + 7) & ~7;

/** Rows of arguments as the JVM lays them out: one behind the other, an offset marking those that may not be ASCII. */
export class ArgumentRows {
  readonly #write: (values: readonly unknown[]) => Uint8Array;

  constructor(parameters: readonly Field[]) {
    const writer = rowWriter(parameters);
    this.#write = (values) => writer.write(Object.fromEntries(parameters.map(({ name }, i) => [name, values[i]])));
  }

  /** Throws ValueError for a value that its type cannot hold. */
  layOut(rows: readonly (readonly unknown[])[]): { input: ArrayBuffer; offsets: Int32Array<ArrayBuffer> } {
    const written = rows.map(this.#write);
    const offsets = new Int32Array(rows.length + 1);
    const input = new Uint8Array(written.reduce((sum, bytes) => sum + align(bytes.length), 0));
    written.forEach((bytes, i) => {
      const at = (offsets[i] as number) & ~7;
      input.set(bytes, at);
      offsets[i] = at | (bytes.some((byte) => byte > 127) ? 1 : 0);
      offsets[i + 1] = at + align(bytes.length);
    });
    return { input: input.buffer, offsets };
  }
}
