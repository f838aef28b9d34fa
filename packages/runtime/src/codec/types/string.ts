import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { refuse } from './refuse.js';

const UNLIMITED = 2147483647;
const MALFORMED = 'a lone surrogate is not Unicode text';

/**
 * CHAR and VARCHAR as string. Lengths count code points, as Flink does; CHAR is padded with blanks, as SQL does. A
 * string with a lone surrogate has no UTF-8 form and is refused.
 */
export function stringCodec(node: TypeNode): TypeCodec {
  const limit = node.length ?? UNLIMITED;
  const fit = (value: string): string => {
    let length = value.length;
    if (length > limit || node.root === 'CHAR') {
      length = 0;
      for (const _ of value) length++;
    }
    if (length > limit) throw new ValueError(node, value, `${length} characters`);
    return node.root === 'CHAR' ? value + ' '.repeat(limit - length) : value;
  };
  return {
    node,
    width: 8,
    read: (_, { base, slot }) => `input.string(${base}, ${slot})`,
    write: (code, value, { base, slot }) => {
      const fitted = limit === UNLIMITED ? value : `${code.bind(fit)}(${value})`;
      return `if (typeof ${value} !== 'string') ${refuse(code, node, value)}
        if (!out.string(${fitted}, ${base}, ${slot})) ${refuse(code, node, value, MALFORMED)}`;
    },
  };
}
