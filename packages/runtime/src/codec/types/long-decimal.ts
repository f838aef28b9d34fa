import type { RowInput } from '../input.js';
import type { RowOutput } from '../output.js';

// DECIMALs of more than 18 digits: the bytes of Java's BigInteger, big-endian, in sixteen reserved ones.

/** Reads the unscaled value whose slot is given. */
export function readLongDecimal(input: RowInput, base: number, slot: number): bigint {
  const at = base + input.view.getInt32(slot + 4, true);
  const length = input.view.getInt32(slot, true);
  let unscaled = BigInt(input.view.getInt8(at));
  for (let i = 1; i < length; i++) unscaled = (unscaled << 8n) | BigInt(input.view.getUint8(at + i));
  return unscaled;
}

/** Writes an unscaled value of at most 38 digits. */
export function writeLongDecimal(out: RowOutput, unscaled: bigint, base: number, slot: number): void {
  out.reserve(16);
  const magnitude = unscaled < 0n ? -unscaled - 1n : unscaled;
  const bits = magnitude === 0n ? 0 : magnitude.toString(2).length;
  const length = (bits >> 3) + 1;
  const shifted = BigInt.asUintN(128, unscaled << BigInt((16 - length) * 8));
  out.view.setBigUint64(out.cursor, shifted >> 64n);
  out.view.setBigUint64(out.cursor + 8, BigInt.asUintN(64, shifted));
  out.offsetAndSize(slot, out.cursor - base, length);
  out.cursor += 16;
}
