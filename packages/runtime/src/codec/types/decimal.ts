import { BigNumber } from 'bignumber.js';
import { isCompactDecimal } from '../layout.js';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { readLongDecimal, writeLongDecimal } from './long-decimal.js';

/**
 * DECIMAL as BigNumber, or bridged to number, string or (scale 0) bigint. More fraction digits than the scale are
 * rounded half up, as Flink does; what exceeds the precision, NaN and infinities are refused.
 */
export function decimalCodec(node: TypeNode): TypeCodec {
  const decode = decoder(node);
  const encode = encoder(node);
  if (isCompactDecimal(node)) {
    return {
      node,
      width: 8,
      read: (code, { slot }) => `${code.bind(decode)}(input.view.getBigInt64(${slot}, true))`,
      write: (code, value, { slot }) => `out.view.setBigInt64(${slot}, ${code.bind(encode)}(${value}), true);`,
    };
  }
  return {
    node,
    width: 8,
    read: (code, { base, slot }) => `${code.bind(decode)}(${code.bind(readLongDecimal)}(input, ${base}, ${slot}))`,
    write: (code, value, { base, slot }) =>
      `${code.bind(writeLongDecimal)}(out, ${code.bind(encode)}(${value}), ${base}, ${slot});`,
  };
}

function decoder(node: TypeNode): (unscaled: bigint) => unknown {
  const scale = node.scale ?? 0;
  const text = (unscaled: bigint): string => {
    if (scale === 0) return unscaled.toString();
    const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
    const point = digits.length - scale;
    return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
  };
  switch (node.bridgedTo) {
    case 'number':
      return (unscaled) => Number(text(unscaled));
    case 'string':
      return text;
    case 'bigint':
      return (unscaled) => {
        if (scale === 0) return unscaled;
        throw new ValueError(node, text(unscaled), 'only DECIMAL(p, 0) is a bigint');
      };
    default:
      return (unscaled) => new BigNumber(text(unscaled));
  }
}

function encoder(node: TypeNode): (value: unknown) => bigint {
  const scale = node.scale ?? 0;
  const limit = 10n ** BigInt(node.precision ?? 10);
  const exact = toBigNumber(node);
  return (value) => {
    const decimal = exact(value);
    if (decimal?.isFinite() !== true) throw new ValueError(node, value);
    const unscaled = BigInt(decimal.decimalPlaces(scale, BigNumber.ROUND_HALF_UP).shiftedBy(scale).toFixed(0));
    if (unscaled >= limit || unscaled <= -limit) throw new ValueError(node, value, 'too many digits');
    return unscaled;
  };
}

function toBigNumber(node: TypeNode): (value: unknown) => BigNumber | undefined {
  switch (node.bridgedTo) {
    case 'number':
      return (value) => (typeof value === 'number' ? new BigNumber(value) : undefined);
    case 'string':
      return (value) =>
        typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)
          ? new BigNumber(value)
          : undefined;
    case 'bigint':
      return (value) => (typeof value === 'bigint' ? new BigNumber(value.toString()) : undefined);
    default:
      // Of whichever copy of the library a bundle brought along.
      return (value) => (BigNumber.isBigNumber(value) ? new BigNumber(value) : undefined);
  }
}
