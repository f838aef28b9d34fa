import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { refuse } from './refuse.js';

/** NULL, whose only value is null. */
export function nullCodec(node: TypeNode): TypeCodec {
  return { node, width: 8, read: () => 'null', write: (code, value) => refuse(code, node, value) };
}
