import type * as Arrow from 'apache-arrow';
import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { type ArrowType, DAYS, HALF, KIND, SECOND_DIGITS, YEAR_MONTH } from './kinds.js';

/** Reads a value of a piece of a column by its index, in the form that columns of the type take. */
export type Read = (index: number) => unknown;

const EPOCH = new Temporal.PlainDate(1970, 1, 1);
const MIDNIGHT = new Temporal.PlainTime();
const text = new TextDecoder();

/** The reader of a piece of a column of Arrow. */
export function reader(data: Arrow.Data): Read {
  const read = valueReader(data);
  return (index) => (data.getValid(index) ? read(index) : null);
}

function valueReader(data: Arrow.Data): Read {
  const type = data.type as unknown as ArrowType;
  const { values, stride, valueOffsets: offsets, children } = data;
  switch (type.typeId) {
    case KIND.BOOL:
      return (i) => (values[(data.offset + i) >> 3] & (1 << ((data.offset + i) & 7))) !== 0;
    case KIND.INT:
      return integers(type, values);
    case KIND.FLOAT:
      return type.precision === HALF ? (i) => halfFloat(values[i]) : (i) => values[i];
    case KIND.DECIMAL:
      return (i) => decimal(values.subarray(stride * i, stride * (i + 1)), type.scale);
    case KIND.UTF8:
    case KIND.LARGE_UTF8:
      return (i) => text.decode(values.subarray(Number(offsets[i]), Number(offsets[i + 1])));
    case KIND.BINARY:
    case KIND.LARGE_BINARY:
      return (i) => values.subarray(Number(offsets[i]), Number(offsets[i + 1]));
    case KIND.UTF8_VIEW:
      return (i) => text.decode(viewed(data, i));
    case KIND.BINARY_VIEW:
      return (i) => viewed(data, i);
    case KIND.FIXED_SIZE_BINARY:
      return (i) => values.subarray(stride * i, stride * (i + 1));
    case KIND.DATE:
      return (i) => EPOCH.add({ days: type.unit === DAYS ? values[i] : Math.floor(Number(values[i]) / 86_400_000) });
    case KIND.TIME:
      return (i) => MIDNIGHT.add({ nanoseconds: Number(nanos(values[i], type.unit)) });
    case KIND.TIMESTAMP: {
      const instant = (i: number) => Temporal.Instant.fromEpochNanoseconds(nanos(values[i], type.unit));
      return type.timezone ? instant : (i) => instant(i).toZonedDateTimeISO('UTC').toPlainDateTime();
    }
    case KIND.INTERVAL:
      return type.unit === YEAR_MONTH
        ? (i) => Temporal.Duration.from({ months: values[i] })
        : (i) => Temporal.Duration.from({ milliseconds: values[2 * i] * 86_400_000 + values[2 * i + 1] });
    case KIND.DURATION:
      return (i) => Temporal.Duration.from({ milliseconds: Number(nanos(values[i], type.unit) / 1_000_000n) });
    case KIND.LIST:
    case KIND.LARGE_LIST: {
      const element = reader(children[0] as Arrow.Data);
      return (i) => range(Number(offsets[i]), Number(offsets[i + 1]), element);
    }
    case KIND.FIXED_SIZE_LIST: {
      const element = reader(children[0] as Arrow.Data);
      return (i) => range(i * stride, (i + 1) * stride, element);
    }
    case KIND.MAP: {
      const [key, value] = (children[0] as Arrow.Data).children.map(reader) as [Read, Read];
      return (i) => new Map(range(Number(offsets[i]), Number(offsets[i + 1]), (at) => [key(at), value(at)] as const));
    }
    case KIND.STRUCT:
      return rowReader(type.children, children as Arrow.Data[]);
    case KIND.DICTIONARY:
      return dictionary(data);
    default:
      return () => null;
  }
}

/** The reader of rows of a piece of a table. */
export function rowReader(
  fields: readonly { readonly name: string }[],
  columns: readonly Arrow.Data[],
): (index: number) => Record<string, unknown> {
  const readers = columns.map((column, i) => [fields[i]?.name ?? '', reader(column)] as const);
  return (index) => Object.fromEntries(readers.map(([name, read]) => [name, read(index)]));
}

function dictionary({ values, dictionary: entries }: Arrow.Data): Read {
  const pieces = (entries?.data ?? []).map((piece) => ({ length: piece.length, read: reader(piece) }));
  return (index) => {
    let at = Number(values[index]);
    for (const { length, read } of pieces) {
      if (at < length) return read(at);
      at -= length;
    }
    return null;
  };
}

function integers({ bitWidth, isSigned }: ArrowType, values: ArrayLike<number | bigint>): Read {
  if (bitWidth === 64) return isSigned ? (i) => values[i] : (i) => new BigNumber(String(values[i]));
  return bitWidth === 32 && !isSigned ? (i) => BigInt(values[i] as number) : (i) => values[i];
}

function range<V>(begin: number, end: number, read: (index: number) => V): V[] {
  return Array.from({ length: end - begin }, (_, i) => read(begin + i));
}

function nanos(value: number | bigint, unit: number): bigint {
  return BigInt(value) * 10n ** BigInt(9 - (SECOND_DIGITS[unit] ?? 0));
}

/** A number in two's complement, the lowest 32 bits first. */
function decimal(words: Uint32Array, scale: number): BigNumber {
  const unsigned = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return new BigNumber(BigInt.asIntN(words.length * 32, unsigned).toString()).shiftedBy(-scale);
}

function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * 2 ** -24 * fraction : sign * 2 ** (exponent - 25) * (fraction + 1024);
}

/** The bytes of a value of a view type: short ones are beside their length, others in a buffer that is named there. */
function viewed({ values, variadicBuffers }: Arrow.Data, index: number): Uint8Array {
  const view = new DataView(values.buffer, values.byteOffset + index * 16, 16);
  const length = view.getInt32(0, true);
  if (length <= 12) return values.subarray(index * 16 + 4, index * 16 + 4 + length);
  const at = view.getInt32(12, true);
  return (variadicBuffers[view.getInt32(8, true)] as Uint8Array).subarray(at, at + length);
}
