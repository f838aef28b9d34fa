import { compileRowWriter } from './compile-row.js';
import { RowOutput } from './output.js';
import type { Field } from './type-node.js';

/** Writes rows of one schema. */
export interface RowWriter {
  /**
   * Writes a row as BinaryRowData of kind INSERT. Every field must be there; null is NULL.
   *
   * @throws ValueError if a value does not fit its type; its path begins with the field's name
   */
  write(row: Readonly<Record<string, unknown>>): Uint8Array;
}

/**
 * Makes a writer of Flink's BinaryRowData, generated for the schema.
 *
 * @example
 * rowWriter([{ name: 'n', type: { root: 'BIGINT', nullable: true } }]).write({ n: 1n });
 */
export function rowWriter(fields: readonly Field[]): RowWriter {
  const writeRow = compileRowWriter(fields);
  const out = new RowOutput();
  return {
    write(row) {
      out.cursor = 0;
      writeRow(out, row);
      return Uint8Array.prototype.slice.call(out.bytes, 0, out.cursor);
    },
  };
}
