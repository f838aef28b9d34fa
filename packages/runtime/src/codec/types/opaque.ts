import type { RowInput } from '../input.js';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';

/** A type that only the JVM knows: rows may carry it, but its values cannot be read or written. */
export function opaqueCodec(node: TypeNode): TypeCodec {
  const reason = 'values of this type exist in the JVM only; cast the column in SQL';
  const read = (_: RowInput): never => {
    throw new ValueError(node, undefined, reason);
  };
  const write = (value: unknown): never => {
    throw new ValueError(node, value, reason);
  };
  return {
    node,
    width: 8,
    read: (code) => `${code.bind(read)}(input)`,
    write: (code, value) => `${code.bind(write)}(${value});`,
  };
}
