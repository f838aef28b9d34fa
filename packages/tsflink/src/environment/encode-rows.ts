import { type Field, rowWriter, ValueError } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';

/** Rows in Flink's binary format, each after its length. Throws VALUE_INVALID. */
export function encodeRows(
  fields: readonly Field[],
  rows: Iterable<Readonly<Record<string, unknown>>>,
): { readonly rows: Uint8Array<ArrayBuffer>; readonly count: number } {
  const writer = rowWriter(fields);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  let count = 0;
  for (const row of rows) {
    const part = writeRow(writer.write, row, count);
    bytes += 4 + part.length;
    parts.push(part);
    count++;
  }
  const all = new Uint8Array(bytes);
  const view = new DataView(all.buffer);
  let at = 0;
  for (const part of parts) {
    view.setInt32(at, part.length, true);
    all.set(part, at + 4);
    at += 4 + part.length;
  }
  return { rows: all, count };
}

function writeRow<R>(write: (row: R) => Uint8Array, row: R, index: number): Uint8Array {
  try {
    return write(row);
  } catch (failure) {
    if (!(failure instanceof ValueError)) throw failure;
    throw new FlinkError('VALUE_INVALID', `Row ${index + 1}, ${failure.message}`);
  }
}
