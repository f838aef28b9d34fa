import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { refuse } from './refuse.js';

/** BOOLEAN as boolean. */
export function booleanCodec(node: TypeNode): TypeCodec {
  return {
    node,
    width: 1,
    read: (_, { slot }) => `input.view.getInt8(${slot}) !== 0`,
    write: (code, value, { slot }) =>
      `if (typeof ${value} !== 'boolean') ${refuse(code, node, value)}
       out.view.setInt8(${slot}, ${value} ? 1 : 0);`,
  };
}
