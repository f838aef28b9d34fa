import { Buffer } from 'node:buffer';
import { BigNumber } from 'bignumber.js';
import type { Temporal } from 'temporal-polyfill';
import { daysFromDate } from '../types/calendar.js';
import { isTemporal } from '../types/form.js';
import { Basic, MAX_SHORT_STRING, Primitive, SIZE_LIMIT } from './format.js';

/** A value as a VARIANT lies in a row; a TypeError for what it cannot hold. */
export function writeVariant(value: unknown): Uint8Array {
  const names = new Map<string, number>();
  const bytes = encode(value, names);
  const metadata = encodeNames([...names.keys()].map((name) => Buffer.from(name)));
  if (bytes.length > SIZE_LIMIT || metadata.length > SIZE_LIMIT) {
    throw new TypeError('a VARIANT holds 16 MiB at most');
  }
  const length = Buffer.alloc(4);
  length.writeInt32BE(metadata.length);
  return Buffer.concat([length, metadata, bytes]);
}

/** The bytes that numbers up to `max` take. */
const widthFor = (max: number) => (max > 0xffff ? (max > 0xff_ffff ? 4 : 3) : max > 0xff ? 2 : 1);

function unsigned(numbers: readonly number[], width: number): Buffer {
  const bytes = Buffer.alloc(numbers.length * width);
  for (const [i, number] of numbers.entries()) bytes.writeUIntLE(number, i * width, width);
  return bytes;
}

/** Where each of the parts begins, and the last one ends. */
function offsetsOf(parts: readonly Uint8Array[]): number[] {
  const offsets = [0];
  for (const part of parts) offsets.push((offsets.at(-1) as number) + part.length);
  return offsets;
}

function encodeNames(names: readonly Buffer[]): Buffer {
  const offsets = offsetsOf(names);
  const width = widthFor(Math.max(offsets.at(-1) as number, names.length));
  return Buffer.concat([Buffer.of(1 | ((width - 1) << 6)), unsigned([names.length, ...offsets], width), ...names]);
}

function encode(value: unknown, names: Map<string, number>): Uint8Array {
  switch (typeof value) {
    case 'boolean':
      return primitive(value ? Primitive.TRUE : Primitive.FALSE);
    case 'number':
      return encodeNumber(value);
    case 'bigint':
      if (BigInt.asIntN(64, value) !== value) throw new TypeError(`${value} does not fit BIGINT`);
      return primitive(Primitive.INT8, 8, (bytes) => bytes.writeBigInt64LE(value));
    case 'string':
      return encodeString(value);
    case 'object':
      return value === null ? primitive(Primitive.NULL) : encodeObject(value, names);
    default:
      throw new TypeError(`a VARIANT cannot hold a ${typeof value}`);
  }
}

function primitive(type: number, size = 0, fill?: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = (type << 2) | Basic.PRIMITIVE;
  fill?.(bytes.subarray(1));
  return bytes;
}

function encodeNumber(value: number): Buffer {
  if (!Number.isInteger(value) || Object.is(value, -0) || value !== (value | 0)) {
    return primitive(Primitive.DOUBLE, 8, (bytes) => bytes.writeDoubleLE(value));
  }
  if (value === (value << 24) >> 24) return primitive(Primitive.INT1, 1, (bytes) => bytes.writeInt8(value));
  if (value === (value << 16) >> 16) return primitive(Primitive.INT2, 2, (bytes) => bytes.writeInt16LE(value));
  return primitive(Primitive.INT4, 4, (bytes) => bytes.writeInt32LE(value));
}

function encodeString(value: string): Buffer {
  const text = Buffer.from(value);
  return text.length > MAX_SHORT_STRING
    ? sized(Primitive.LONG_STRING, text)
    : Buffer.concat([Buffer.of((text.length << 2) | Basic.SHORT_STRING), text]);
}

const sized = (type: number, content: Uint8Array) =>
  Buffer.concat([primitive(type, 4, (bytes) => bytes.writeUInt32LE(content.length)), content]);

function encodeObject(value: object, names: Map<string, number>): Uint8Array {
  if (Array.isArray(value)) return encodeArray(value.map((element) => encode(element, names)));
  if (value instanceof Uint8Array) return sized(Primitive.BINARY, value);
  if (BigNumber.isBigNumber(value)) return encodeDecimal(new BigNumber(value));
  if (isTemporal(value, 'PlainDate')) {
    const { year, month, day } = (value as Temporal.PlainDate).withCalendar('iso8601');
    return primitive(Primitive.DATE, 4, (bytes) => bytes.writeInt32LE(daysFromDate(year, month, day)));
  }
  if (isTemporal(value, 'Instant')) return encodeMicros(Primitive.TIMESTAMP_LTZ, value as Temporal.Instant);
  if (isTemporal(value, 'PlainDateTime')) {
    return encodeMicros(Primitive.TIMESTAMP, (value as Temporal.PlainDateTime).toZonedDateTime('UTC').toInstant());
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`a VARIANT cannot hold a ${value.constructor.name}`);
  }
  return encodeFields(Object.entries(value), names);
}

function encodeMicros(type: number, instant: Temporal.Instant): Buffer {
  const nanos = instant.epochNanoseconds;
  const micros = (nanos - (((nanos % 1000n) + 1000n) % 1000n)) / 1000n;
  return primitive(type, 8, (bytes) => bytes.writeBigInt64LE(micros));
}

function encodeDecimal(value: BigNumber): Buffer {
  const scale = value.decimalPlaces();
  if (scale === null || scale > 38 || (value.precision(true) as number) > 38) {
    throw new TypeError(`${value.toString()} does not fit DECIMAL, which has 38 digits`);
  }
  const unscaled = BigInt(value.shiftedBy(scale).toFixed(0));
  const digits = Math.max(scale, value.shiftedBy(scale).abs().toFixed(0).length);
  const [type, size] =
    digits <= 9
      ? ([Primitive.DECIMAL4, 4] as const)
      : digits <= 18
        ? ([Primitive.DECIMAL8, 8] as const)
        : ([Primitive.DECIMAL16, 16] as const);
  return primitive(type, 1 + size, (bytes) => {
    bytes[0] = scale;
    for (let i = 0; i < size; i++) bytes[1 + i] = Number(BigInt.asUintN(8, unscaled >> BigInt(8 * i)));
  });
}

function encodeArray(elements: readonly Uint8Array[]): Buffer {
  const offsets = offsetsOf(elements);
  const width = widthFor(offsets.at(-1) as number);
  const large = elements.length > 0xff;
  const header = (((large ? 4 : 0) | (width - 1)) << 2) | Basic.ARRAY;
  const size = unsigned([elements.length], large ? 4 : 1);
  return Buffer.concat([Buffer.of(header), size, unsigned(offsets, width), ...elements]);
}

function encodeFields(entries: readonly (readonly [string, unknown])[], names: Map<string, number>): Buffer {
  const fields = entries.filter(([, value]) => value !== undefined);
  const ids = new Map(
    fields.map(([name]) => {
      const id = names.get(name) ?? names.size;
      names.set(name, id);
      return [name, id];
    }),
  );
  // Flink looks fields up by halving: they lie in the order of their names
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const values = sorted.map(([, value]) => encode(value, names));
  const offsets = offsetsOf(values);
  const order = sorted.map(([name]) => ids.get(name) as number);
  const [idWidth, offsetWidth] = [widthFor(Math.max(0, ...order)), widthFor(offsets.at(-1) as number)];
  const large = fields.length > 0xff;
  const header = (((large ? 0x10 : 0) | ((idWidth - 1) << 2) | (offsetWidth - 1)) << 2) | Basic.OBJECT;
  const size = unsigned([fields.length], large ? 4 : 1);
  return Buffer.concat([Buffer.of(header), size, unsigned(order, idWidth), unsigned(offsets, offsetWidth), ...values]);
}
