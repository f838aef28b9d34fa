import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { refuse } from './refuse.js';

/** BINARY (of exactly its length) and VARBINARY as Uint8Array. */
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
    read: (_, { base, slot }) => `input.binary(${base}, ${slot})`,
    write: (code, value, { base, slot }) =>
      `if (!(${value} instanceof Uint8Array)) ${refuse(code, node, value)}
       out.binary(${code.bind(fit)}(${value}), ${base}, ${slot});`,
  };
}
