import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { refuse } from './refuse.js';

const INTEGERS = {
  TINYINT: { width: 1, get: 'getInt8', set: 'setInt8' },
  SMALLINT: { width: 2, get: 'getInt16', set: 'setInt16' },
  INTEGER: { width: 4, get: 'getInt32', set: 'setInt32' },
} as const;

/** TINYINT, SMALLINT and INT as number. */
export function integerCodec(node: TypeNode): TypeCodec {
  const { width, get, set } = INTEGERS[node.root as keyof typeof INTEGERS];
  const limit = 2 ** (width * 8 - 1);
  return {
    node,
    width,
    read: (_, { slot }) => `input.view.${get}(${slot}, true)`,
    write: (code, value, { slot }) =>
      `if (!Number.isInteger(${value}) || ${value} < ${-limit} || ${value} >= ${limit}) ${refuse(code, node, value)}
       out.view.${set}(${slot}, ${value}, true);`,
  };
}

/** FLOAT and DOUBLE as number, NaN and infinities included. */
export function floatingCodec(node: TypeNode): TypeCodec {
  const double = node.root === 'DOUBLE';
  const bits = double ? 64 : 32;
  return {
    node,
    width: double ? 8 : 4,
    read: (_, { slot }) => `input.view.getFloat${bits}(${slot}, true)`,
    write: (code, value, { slot }) => {
      const check = `if (typeof ${value} !== 'number') ${refuse(code, node, value)}`;
      const range = `if (Number.isFinite(${value}) && !Number.isFinite(Math.fround(${value}))) ${refuse(code, node, value)}`;
      return `${check}\n${double ? '' : range}\nout.view.setFloat${bits}(${slot}, ${value}, true);`;
    },
  };
}
