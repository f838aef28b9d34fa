import { decodeAhead } from '../calc/calc-buffers.js';
import { Code } from '../codec/code.js';
import { isNullField, readField } from '../codec/compile-row.js';
import { holdsText } from '../codec/holds-text.js';
import type { TypeNode } from '../codec/index.js';
import type { RowInput } from '../codec/input.js';
import { rowHeaderSize } from '../codec/layout.js';
import { arrayTypeOf } from './array-type.js';

/** Rows of a batch; the progress, if there is one, begins with the row that is at work. */
export interface RowBatch {
  readonly input: RowInput;
  readonly offsets: Int32Array;
  readonly progress: Int32Array;
}

/** Reads a field of the given rows, which ascend, as column (see `makeColumn`). */
export type ColumnReader = (batch: RowBatch, rows: Int32Array) => unknown;

/** Generates the loop that reads a field of rows of so many fields. */
export function compileColumnReader(type: TypeNode, index: number, arity: number): ColumnReader {
  const code = new Code();
  const ArrayType = arrayTypeOf(type);
  const ahead = `if (row >= decoded) decoded = ${code.bind(decodeAhead)}(batch, row, rows[length - 1] + 1);`;
  const made = ArrayType ? code.bind(ArrayType) : 'Array';
  const value = readField(code, { ...type, nullable: false }, index, arity);
  const slot = `base + ${rowHeaderSize(arity) + index * 8}`;
  // Two halves, for a 64-bit integer in between would be an object.
  const halves = type.root === 'BIGINT' && type.bridgedTo === undefined;
  const store = halves
    ? `ints[i * 2] = input.view.getInt32(${slot}, true); ints[i * 2 + 1] = input.view.getInt32(${slot} + 4, true);`
    : `values[i] = ${value};`;
  const ifNull = ArrayType ? 'nulls[i] = 1;' : 'values[i] = null;';
  const filled = type.nullable ? `if (${isNullField(index)}) { ${ifNull} } else { ${store} }` : store;
  const withNulls = ArrayType !== undefined && type.nullable;
  return code.compile(
    ['batch', 'rows'],
    `const { input, offsets, progress } = batch;
    const length = rows.length;
    const values = new ${made}(length);
    ${halves ? 'const ints = new Int32Array(values.buffer);' : ''}
    ${withNulls ? 'const nulls = new Uint8Array(length);' : ''}
    let decoded = -1;
    for (let i = 0; i < length; i++) {
      const row = rows[i];
      const base = offsets[row] & ~7;
      progress[0] = row;
      ${holdsText(type) ? ahead : ''}
      ${filled}
    }
    return ${withNulls ? '{ values, nulls, length }' : 'values'};`,
  );
}
