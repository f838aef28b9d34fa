import { Buffer } from 'node:buffer';
import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { dateFromDays } from '../types/calendar.js';
import { Basic, Primitive } from './format.js';

/** The value of a VARIANT as it lies in a row: the length of its names (big-endian), the names, the value. */
export function readVariant(bytes: Uint8Array): unknown {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 4 + buffer.readInt32BE(0);
  return new Reader(buffer.subarray(end), namesIn(buffer.subarray(4, end))).value(0);
}

function namesIn(metadata: Buffer): string[] {
  const width = ((metadata[0] as number) >> 6) + 1;
  const size = metadata.readUIntLE(1, width);
  const offsets = 1 + width;
  const text = offsets + (size + 1) * width;
  const offset = (i: number) => text + metadata.readUIntLE(offsets + i * width, width);
  return Array.from({ length: size }, (_, i) => metadata.toString('utf8', offset(i), offset(i + 1)));
}

class Reader {
  constructor(
    private readonly bytes: Buffer,
    private readonly names: readonly string[],
  ) {}

  value(at: number): unknown {
    const header = this.bytes[at] as number;
    const info = header >> 2;
    switch (header & 3) {
      case Basic.SHORT_STRING:
        return this.bytes.toString('utf8', at + 1, at + 1 + info);
      case Basic.OBJECT:
        return this.object(at + 1, (info & 0x10) !== 0 ? 4 : 1, ((info >> 2) & 3) + 1, (info & 3) + 1);
      case Basic.ARRAY:
        return this.array(at + 1, (info & 4) !== 0 ? 4 : 1, (info & 3) + 1);
      default:
        return this.primitive(info, at + 1);
    }
  }

  private object(at: number, sizeWidth: number, idWidth: number, offsetWidth: number): object {
    const size = this.bytes.readUIntLE(at, sizeWidth);
    const ids = at + sizeWidth;
    const offsets = ids + size * idWidth;
    const data = offsets + (size + 1) * offsetWidth;
    return Object.fromEntries(
      Array.from({ length: size }, (_, i) => [
        this.names[this.bytes.readUIntLE(ids + i * idWidth, idWidth)] as string,
        this.value(data + this.bytes.readUIntLE(offsets + i * offsetWidth, offsetWidth)),
      ]),
    );
  }

  private array(at: number, sizeWidth: number, offsetWidth: number): unknown[] {
    const size = this.bytes.readUIntLE(at, sizeWidth);
    const offsets = at + sizeWidth;
    const data = offsets + (size + 1) * offsetWidth;
    return Array.from({ length: size }, (_, i) =>
      this.value(data + this.bytes.readUIntLE(offsets + i * offsetWidth, offsetWidth)),
    );
  }

  private primitive(type: number, at: number): unknown {
    const { bytes } = this;
    switch (type) {
      case Primitive.NULL:
        return null;
      case Primitive.TRUE:
        return true;
      case Primitive.FALSE:
        return false;
      case Primitive.INT1:
        return bytes.readInt8(at);
      case Primitive.INT2:
        return bytes.readInt16LE(at);
      case Primitive.INT4:
        return bytes.readInt32LE(at);
      case Primitive.INT8:
        return bytes.readBigInt64LE(at);
      case Primitive.DOUBLE:
        return bytes.readDoubleLE(at);
      case Primitive.FLOAT:
        return bytes.readFloatLE(at);
      case Primitive.DECIMAL4:
        return decimal(BigInt(bytes.readInt32LE(at + 1)), bytes[at] as number);
      case Primitive.DECIMAL8:
        return decimal(bytes.readBigInt64LE(at + 1), bytes[at] as number);
      case Primitive.DECIMAL16:
        return decimal((bytes.readBigInt64LE(at + 9) << 64n) | bytes.readBigUInt64LE(at + 1), bytes[at] as number);
      case Primitive.DATE: {
        const { year, month, day } = dateFromDays(bytes.readInt32LE(at));
        return new Temporal.PlainDate(year, month, day);
      }
      case Primitive.TIMESTAMP_LTZ:
        return new Temporal.Instant(bytes.readBigInt64LE(at) * 1000n);
      case Primitive.TIMESTAMP:
        return new Temporal.Instant(bytes.readBigInt64LE(at) * 1000n).toZonedDateTimeISO('UTC').toPlainDateTime();
      case Primitive.BINARY:
        return new Uint8Array(bytes.subarray(at + 4, at + 4 + bytes.readUInt32LE(at)));
      case Primitive.LONG_STRING:
        return bytes.toString('utf8', at + 4, at + 4 + bytes.readUInt32LE(at));
      default:
        throw new RangeError(`${type} is no type of a VARIANT's value`);
    }
  }
}

const decimal = (unscaled: bigint, scale: number) => new BigNumber(unscaled.toString()).shiftedBy(-scale);
