import { compileRowReader } from './compile-row.js';
import { RowInput } from './input.js';
import type { Field } from './type-node.js';

/** Reads rows of one schema. */
export interface RowReader {
  /**
   * Reads the BinaryRowData of so many bytes that begins at an offset. Byte 0 of a row is its `RowKind`.
   *
   * @throws ValueError if a value exceeds what the JavaScript form asked for can hold
   */
  read(bytes: Uint8Array, offset: number, length: number): Record<string, unknown>;
}

/**
 * Makes a reader of Flink's BinaryRowData, generated for the schema.
 *
 * @example
 * const reader = rowReader([{ name: 'n', type: { root: 'BIGINT', nullable: true } }]);
 * reader.read(bytes, 0, bytes.length); // { n: 1n }
 */
export function rowReader(fields: readonly Field[]): RowReader {
  const readRow = compileRowReader(fields);
  let current: Uint8Array | undefined;
  let input: RowInput | undefined;
  return {
    read(bytes, offset) {
      if (bytes !== current || input === undefined) {
        current = bytes;
        input = new RowInput(bytes);
      }
      return readRow(input, offset);
    },
  };
}
