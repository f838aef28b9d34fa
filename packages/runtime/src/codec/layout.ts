// How Flink lays out BinaryRowData, BinaryArrayData and BinaryMapData; all numbers are little-endian.
import type { TypeNode } from './type-node.js';

/** Bytes of the row kind and the null bits that a row of so many fields begins with. */
export function rowHeaderSize(arity: number): number {
  return ((arity + 63 + 8) >> 6) << 3;
}

/** Bytes of a row's header and its slots; what follows is the variable-length part. */
export function rowFixedSize(arity: number): number {
  return rowHeaderSize(arity) + arity * 8;
}

/** Bytes of an array's length and null bits. */
export function arrayHeaderSize(length: number): number {
  return 4 + ((length + 31) >> 5) * 4;
}

/** The next multiple of eight. */
export function roundUp8(bytes: number): number {
  return (bytes + 7) & ~7;
}

/** Whether a DECIMAL lies in its slot as an unscaled long. */
export function isCompactDecimal(node: TypeNode): boolean {
  return (node.precision ?? 10) <= 18;
}

/** Whether a TIMESTAMP lies in its slot as epoch milliseconds. */
export function isCompactTimestamp(node: TypeNode): boolean {
  return (node.precision ?? 6) <= 3;
}

const VARIABLE: ReadonlySet<TypeNode['root']> = new Set([
  'CHAR',
  'VARCHAR',
  'BINARY',
  'VARBINARY',
  'ARRAY',
  'MULTISET',
  'MAP',
  'ROW',
  'VARIANT',
  'BITMAP',
  'OPAQUE',
]);

/** Whether values of a type lie in their slot, with nothing in the variable-length part. */
export function isFixedSize(node: TypeNode): boolean {
  if (node.root === 'DECIMAL') return isCompactDecimal(node);
  if (node.root.startsWith('TIMESTAMP')) return isCompactTimestamp(node);
  return !VARIABLE.has(node.root);
}
