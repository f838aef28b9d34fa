export { type RowReader, rowReader } from './row-reader.js';
export { type RowWriter, rowWriter } from './row-writer.js';
export { jsForm, sqlType } from './sql-type.js';
export type { BridgedTo, Field, TypeNode, TypeRootName } from './type-node.js';
export { ValueError } from './value-error.js';
