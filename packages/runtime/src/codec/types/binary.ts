import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { refuse } from './refuse.js';

/** BINARY (of exactly its length) and VARBINARY as Uint8Array, or bridged to Buffer, which is one with more methods. */
export function binaryCodec(node: TypeNode): TypeCodec {
  const limit = node.length ?? 2147483647;
  const fit = (value: Uint8Array): Uint8Array => {
    const fits = node.root === 'BINARY' ? value.length === limit : value.length <= limit;
    if (!fits) throw new ValueError(node, value, `${value.length} bytes`);
    return value;
  };
  return {
    node,
    width: 8,
    read: (code, { base, slot }) => {
      const bytes = `input.binary(${base}, ${slot})`;
      return node.bridgedTo === 'Buffer' ? `${code.bind(toBuffer)}(${bytes})` : bytes;
    },
    write: (code, value, { base, slot }) =>
      `if (!(${value} instanceof Uint8Array)) ${refuse(code, node, value)}
       out.binary(${code.bind(fit)}(${value}), ${base}, ${slot});`,
  };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
