import { type Field, rowReader, type TypeNode } from '../codec/index.js';

/** Reads the rows of a function that gives many: objects of a ROW's fields, or values of any other type. */
export function resultRows(type: TypeNode): (bytes: Uint8Array, begin: number, size: number) => unknown {
  if (type.root === 'ROW') {
    const reader = rowReader(type.fields as readonly Field[]);
    return (bytes, begin, size) => reader.read(bytes, begin, size);
  }
  const reader = rowReader([{ name: 'result', type }]);
  return (bytes, begin, size) => reader.read(bytes, begin, size).result;
}
