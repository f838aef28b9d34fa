import { readRoaring, writeRoaring } from '../roaring.js';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { refuse } from './refuse.js';

/** BITMAP as Uint32Array, in ascending order; it is written in any order. */
export function bitmapCodec(node: TypeNode): TypeCodec {
  return {
    node,
    width: 8,
    read: (code, { base, slot }) => `${code.bind(readRoaring)}(input.bytes(${base}, ${slot}))`,
    write: (code, value, { base, slot }) =>
      `if (!(${value} instanceof Uint32Array)) ${refuse(code, node, value)}
       out.bytesBehind(${code.bind(writeRoaring)}(${value}), ${base}, ${slot});`,
  };
}
