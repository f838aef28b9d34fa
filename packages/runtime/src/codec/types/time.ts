import { Temporal } from 'temporal-polyfill';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { DAY } from './calendar.js';
import { attempt, dateMillis, type Form, isTemporal, strict } from './form.js';

/**
 * TIME as Temporal.PlainTime, or bridged to string, Date (on 1970-01-01 UTC) or epochMillis (of the day). Flink keeps
 * milliseconds; finer digits than the precision are cut off, as its casts do.
 */
export function timeCodec(node: TypeNode): TypeCodec {
  const { decode, encode } = strict(node, form(node));
  const unit = 10 ** (3 - Math.min(node.precision ?? 0, 3));
  const truncated = (value: unknown): number => {
    const millis = encode(value);
    return millis - (millis % unit);
  };
  return {
    node,
    width: 4,
    read: (code, { slot }) => `${code.bind(decode)}(input.view.getInt32(${slot}, true))`,
    write: (code, value, { slot }) => `out.view.setInt32(${slot}, ${code.bind(truncated)}(${value}), true);`,
  };
}

function form(node: TypeNode): Form<number> {
  switch (node.bridgedTo) {
    case 'string':
      return {
        decode: (millis) => toPlainTime(millis).toString(),
        encode: (value) =>
          typeof value === 'string' ? attempt(() => fromPlainTime(Temporal.PlainTime.from(value))) : undefined,
      };
    case 'epochMillis':
      return { decode: (millis) => millis, encode: (value) => withinDay(value) };
    case 'Date':
      return { decode: (millis) => new Date(millis), encode: (value) => withinDay(dateMillis(value)) };
    default:
      return {
        decode: toPlainTime,
        encode: (value) => (isTemporal(value, 'PlainTime') ? fromPlainTime(value as Temporal.PlainTime) : undefined),
      };
  }
}

function withinDay(value: unknown): number | undefined {
  const millis = value as number;
  return Number.isInteger(millis) && millis >= 0 && millis < DAY ? millis : undefined;
}

function toPlainTime(millis: number): Temporal.PlainTime {
  const seconds = Math.floor(millis / 1000);
  return new Temporal.PlainTime(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, millis % 1000);
}

function fromPlainTime(value: Temporal.PlainTime): number {
  return ((value.hour * 60 + value.minute) * 60 + value.second) * 1000 + value.millisecond;
}
