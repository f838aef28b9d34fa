import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { refuse } from './refuse.js';

/** BIGINT as bigint, or bridged to number (safe integers only) or string (digits). */
export function bigintCodec(node: TypeNode): TypeCodec {
  if (node.bridgedTo === 'number') return numberForm(node);
  if (node.bridgedTo === 'string') return stringForm(node);
  return {
    node,
    width: 8,
    read: (_, { slot }) => `input.view.getBigInt64(${slot}, true)`,
    write: (code, value, { slot }) =>
      `if (typeof ${value} !== 'bigint' || BigInt.asIntN(64, ${value}) !== ${value}) ${refuse(code, node, value)}
       out.view.setBigInt64(${slot}, ${value}, true);`,
  };
}

function numberForm(node: TypeNode): TypeCodec {
  const tooLarge = 'beyond what a number holds exactly; take it as bigint';
  const safe = (low: number, high: number): number => {
    const value = high * 4294967296 + low;
    if (Number.isSafeInteger(value)) return value;
    throw new ValueError(node, (BigInt(high) << 32n) + BigInt(low), tooLarge);
  };
  return {
    node,
    width: 8,
    read: (code, { slot }) =>
      `${code.bind(safe)}(input.view.getUint32(${slot}, true), input.view.getInt32(${slot} + 4, true))`,
    write: (code, value, { slot }) =>
      `if (!Number.isSafeInteger(${value})) ${refuse(code, node, value)}
       out.view.setInt32(${slot}, ${value} | 0, true);
       out.view.setInt32(${slot} + 4, Math.floor(${value} / 4294967296), true);`,
  };
}

function stringForm(node: TypeNode): TypeCodec {
  const parse = (text: unknown): bigint => {
    if (typeof text !== 'string' || !/^-?\d{1,19}$/.test(text)) throw new ValueError(node, text);
    const value = BigInt(text);
    if (BigInt.asIntN(64, value) !== value) throw new ValueError(node, text);
    return value;
  };
  return {
    node,
    width: 8,
    read: (_, { slot }) => `input.view.getBigInt64(${slot}, true).toString()`,
    write: (code, value, { slot }) => `out.view.setBigInt64(${slot}, ${code.bind(parse)}(${value}), true);`,
  };
}
