import { type Field, rowWriter, type TypeNode } from '../../src/codec/index.js';

/** Fields `f0`, `f1` … of the given types. */
export const fields = (types: readonly TypeNode[]): Field[] => types.map((type, i) => ({ name: `f${i}`, type }));

const align = (offset: number) => (offset + 7) & ~7;

/** Values as the object of a row of {@link fields}. */
export const record = (values: readonly unknown[]) => Object.fromEntries(values.map((value, i) => [`f${i}`, value]));

/** Rows as the JVM lays out a batch: one behind the other, an offset marking those that are not ASCII. */
export function batchOf(types: readonly TypeNode[], rows: readonly (readonly unknown[])[]) {
  const written = rows.map((row) => rowWriter(fields(types)).write(record(row)));
  const offsets = new Int32Array(rows.length + 1);
  const input = new Uint8Array(written.reduce((sum, bytes) => sum + align(bytes.length), 0));
  written.forEach((bytes, i) => {
    const ascii = rows[i]?.every((value) => typeof value !== 'string' || !/[^\0-\x7f]/.test(value));
    const at = (offsets[i] as number) & ~7;
    input.set(bytes, at);
    offsets[i] = at | (ascii ? 0 : 1);
    offsets[i + 1] = at + align(bytes.length);
  });
  return { input, offsets };
}
