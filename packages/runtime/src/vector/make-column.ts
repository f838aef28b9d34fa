import type { TypeNode } from '../codec/index.js';
import { arrayTypeOf } from './array-type.js';

/**
 * A column as functions get it: a typed array where the type is fixed-width, with its NULLs beside it where it is
 * nullable; else an array of values.
 */
export function makeColumn(type: TypeNode, values: readonly unknown[]): unknown {
  const ArrayType = arrayTypeOf(type);
  if (ArrayType === undefined) return values;
  const array = new ArrayType(values.length) as { [i: number]: unknown };
  const nulls = new Uint8Array(type.nullable ? values.length : 0);
  for (let i = 0; i < values.length; i++) {
    if (values[i] === null) nulls[i] = 1;
    else array[i] = values[i];
  }
  return type.nullable ? { values: array, nulls, length: values.length } : array;
}

/** A column of one value, again and again. */
export function repeat(type: TypeNode, value: unknown, length: number): unknown {
  return makeColumn(type, new Array(length).fill(value));
}
