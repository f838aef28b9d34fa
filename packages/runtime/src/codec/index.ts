export { RowInput } from './input.js';
export { arrayHeaderSize, isCompactDecimal, isCompactTimestamp, rowHeaderSize } from './layout.js';
export { type RowReader, rowReader } from './row-reader.js';
export { type RowWriter, rowWriter } from './row-writer.js';
export { jsForm, sqlType } from './sql-type.js';
export type { BridgedTo, Field, TypeNode, TypeRootName } from './type-node.js';
export { readLongDecimal } from './types/long-decimal.js';
export { ValueError } from './value-error.js';
