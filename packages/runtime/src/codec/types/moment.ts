import type { RowInput } from '../input.js';
import { isCompactTimestamp } from '../layout.js';
import type { RowOutput } from '../output.js';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { type Form, strict } from './form.js';

/** What Flink's TimestampData holds: epoch milliseconds, and nanoseconds of the millisecond. */
export interface Moment {
  readonly millis: number;
  readonly nanos: number;
}

/** TIMESTAMP and TIMESTAMP_LTZ; finer digits than the precision are cut off, as Flink's casts do. */
export function momentCodec(node: TypeNode, form: Form<Moment>): TypeCodec {
  const { decode, encode } = strict(node, form);
  const precision = node.precision ?? 6;
  const compact = isCompactTimestamp(node);
  const unit = 10 ** (compact ? 3 - precision : 9 - precision);

  const read = (input: RowInput, base: number, slot: number): unknown => {
    if (compact) return decode({ millis: readMillis(input, slot, node), nanos: 0 });
    const at = base + input.view.getInt32(slot + 4, true);
    return decode({ millis: readMillis(input, at, node), nanos: input.view.getInt32(slot, true) });
  };
  const write = (out: RowOutput, value: unknown, base: number, slot: number): void => {
    const { millis, nanos } = encode(value);
    if (compact) {
      out.view.setBigInt64(slot, BigInt(Math.floor(millis / unit) * unit), true);
      return;
    }
    out.reserve(8);
    out.view.setBigInt64(out.cursor, BigInt(millis), true);
    out.offsetAndSize(slot, out.cursor - base, nanos - (nanos % unit));
    out.cursor += 8;
  };
  return {
    node,
    width: 8,
    read: (code, { base, slot }) => `${code.bind(read)}(input, ${base}, ${slot})`,
    write: (code, value, { base, slot }) => `${code.bind(write)}(out, ${value}, ${base}, ${slot});`,
  };
}

function readMillis(input: RowInput, at: number, node: TypeNode): number {
  const millis = input.view.getInt32(at + 4, true) * 4294967296 + input.view.getUint32(at, true);
  if (Number.isSafeInteger(millis)) return millis;
  throw new ValueError(node, input.view.getBigInt64(at, true), 'epoch milliseconds beyond the range of JavaScript');
}
