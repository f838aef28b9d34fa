import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { readVariant } from '../variant/read.js';
import { writeVariant } from '../variant/write.js';

/** VARIANT as the values of the types that it carries. */
export function variantCodec(node: TypeNode): TypeCodec {
  const encode = (value: unknown): Uint8Array => {
    try {
      return writeVariant(value);
    } catch (error) {
      throw error instanceof TypeError ? new ValueError(node, value, error.message) : error;
    }
  };
  return {
    node,
    width: 8,
    read: (code, { base, slot }) => `${code.bind(readVariant)}(input.bytes(${base}, ${slot}))`,
    write: (code, value, { base, slot }) => `out.bytesBehind(${code.bind(encode)}(${value}), ${base}, ${slot});`,
  };
}
