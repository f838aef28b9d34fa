import type { TypeNode } from '../codec/index.js';

const BY_ROOT = {
  TINYINT: Int8Array,
  SMALLINT: Int16Array,
  INTEGER: Int32Array,
  BIGINT: BigInt64Array,
  FLOAT: Float32Array,
  DOUBLE: Float64Array,
} as const;

const BY_FORM = { number: Float64Array, epochMillis: Float64Array, epochMicros: BigInt64Array } as const;

/** A constructor of typed arrays. */
export type ArrayType = (typeof BY_ROOT)[keyof typeof BY_ROOT];

/** The typed array that holds the values of a type, in the form asked for; undefined for those that plain arrays hold. */
export function arrayTypeOf({ root, bridgedTo }: TypeNode): ArrayType | undefined {
  if (bridgedTo !== undefined) return BY_FORM[bridgedTo as keyof typeof BY_FORM];
  return BY_ROOT[root as keyof typeof BY_ROOT];
}
