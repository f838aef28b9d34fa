import {
  arrayHeaderSize,
  type Field,
  isCompactDecimal,
  isCompactTimestamp,
  type RowInput,
  readLongDecimal,
  rowHeaderSize,
  sqlType,
  type TypeNode,
} from '@tsflink/runtime/codec';
import type * as Arrow from 'apache-arrow';
import { FlinkError } from '../../errors/flink-error.js';
import type { ArrowModule } from '../optional-packages.js';
import { Bits, Growing, type Numbers } from './growing.js';

/** Gathers the values of one column, read from where they lie in Flink's rows. */
export interface ColumnBuilder {
  /** Bytes of a slot in an array; in a row it is always eight. */
  readonly width: number;
  /** Reads the value, not NULL, of a slot; offsets count from base. */
  append(input: RowInput, base: number, slot: number): void;
  appendNull(): void;
  /** The column, with the type that it has in Arrow. */
  finish(): Arrow.Data;
}

type Read<V> = (input: RowInput, base: number, slot: number) => V;

/** The builder of columns of a type. Throws TYPE_UNSUPPORTED for types that only the JVM knows. */
export function columnBuilder(arrow: ArrowModule, type: TypeNode): ColumnBuilder {
  switch (type.root) {
    case 'BOOLEAN':
      return booleans(arrow);
    case 'TINYINT':
      return numbers(arrow, new arrow.Int8(), Int8Array, 1, 0, ({ view }, _, slot) => view.getInt8(slot));
    case 'SMALLINT':
      return numbers(arrow, new arrow.Int16(), Int16Array, 2, 0, ({ view }, _, slot) => view.getInt16(slot, true));
    case 'INTEGER':
      return numbers(arrow, new arrow.Int32(), Int32Array, 4, 0, int);
    case 'BIGINT':
      return numbers(arrow, new arrow.Int64(), BigInt64Array, 8, 0n, long);
    case 'FLOAT':
      return numbers(arrow, new arrow.Float32(), Float32Array, 4, 0, ({ view }, _, slot) =>
        view.getFloat32(slot, true),
      );
    case 'DOUBLE':
      return numbers(arrow, new arrow.Float64(), Float64Array, 8, 0, ({ view }, _, slot) =>
        view.getFloat64(slot, true),
      );
    case 'DECIMAL':
      return decimals(arrow, type);
    case 'CHAR':
    case 'VARCHAR':
      return bytes(arrow, new arrow.Utf8());
    case 'BINARY':
    case 'VARBINARY':
      return bytes(arrow, new arrow.Binary());
    case 'DATE':
      return numbers(arrow, new arrow.DateDay(), Int32Array, 4, 0, int);
    case 'TIME_WITHOUT_TIME_ZONE':
      return numbers(arrow, new arrow.TimeMillisecond(), Int32Array, 4, 0, int);
    case 'TIMESTAMP_WITHOUT_TIME_ZONE':
      return timestamps(arrow, type, null);
    case 'TIMESTAMP_WITH_LOCAL_TIME_ZONE':
      return timestamps(arrow, type, 'UTC');
    case 'INTERVAL_YEAR_MONTH':
      return numbers(arrow, new arrow.IntervalYearMonth(), Int32Array, 4, 0, int);
    case 'INTERVAL_DAY_TIME':
      return numbers(arrow, new arrow.DurationMillisecond(), BigInt64Array, 8, 0n, long);
    case 'ARRAY':
      return lists(arrow, type);
    case 'MAP':
    case 'MULTISET':
      return maps(arrow, type);
    case 'ROW':
      return structs(arrow, type.fields as readonly Field[]);
    case 'NULL':
      return nulls(arrow);
    case 'OPAQUE':
      throw new FlinkError('TYPE_UNSUPPORTED', 'A column has values that exist in the JVM only', {
        hint: 'CAST the column in SQL.',
      });
    default:
      throw new FlinkError('TYPE_UNSUPPORTED', `There is no column of Arrow for ${sqlType(type)}`);
  }
}

const int: Read<number> = ({ view }, _, slot) => view.getInt32(slot, true);
const long: Read<bigint> = ({ view }, _, slot) => view.getBigInt64(slot, true);

/** Whether the value of a row is NULL. */
const isNull = ({ view }: RowInput, base: number, bit: number) =>
  (view.getUint8(base + (bit >> 3)) & (1 << (bit & 7))) !== 0;

function numbers<V extends number | bigint>(
  arrow: ArrowModule,
  type: Arrow.DataType,
  make: new (length: number) => Numbers<V>,
  width: number,
  zero: V,
  read: Read<V>,
): ColumnBuilder {
  const valid = new Bits();
  const values = new Growing<V>(make);
  return {
    width,
    append(input, base, slot) {
      valid.push(true);
      values.push(read(input, base, slot));
    },
    appendNull() {
      valid.push(false);
      values.push(zero);
    },
    finish: () => data(arrow, type, valid, { data: values.finish() }),
  };
}

function data(arrow: ArrowModule, type: Arrow.DataType, valid: Bits, rest: object): Arrow.Data {
  const made = { type, length: valid.length, nullCount: valid.unset, nullBitmap: valid.finish(), ...rest };
  return arrow.makeData(made as unknown as Parameters<typeof arrow.makeData>[0]) as Arrow.Data;
}

function booleans(arrow: ArrowModule): ColumnBuilder {
  const valid = new Bits();
  const values = new Bits();
  return {
    width: 1,
    append({ view }, _, slot) {
      valid.push(true);
      values.push(view.getUint8(slot) !== 0);
    },
    appendNull() {
      valid.push(false);
      values.push(false);
    },
    finish: () => data(arrow, new arrow.Bool(), valid, { data: values.finish() }),
  };
}

function decimals(arrow: ArrowModule, node: TypeNode): ColumnBuilder {
  const { precision = 10, scale = 0 } = node;
  const valid = new Bits();
  // 128 bits each: the low half, then the high one
  const halves = new Growing<bigint>(BigUint64Array);
  const compact = isCompactDecimal(node);
  return {
    width: 8,
    append(input, base, slot) {
      valid.push(true);
      const unscaled = compact ? long(input, base, slot) : readLongDecimal(input, base, slot);
      halves.push(BigInt.asUintN(64, unscaled));
      halves.push(BigInt.asUintN(64, unscaled >> 64n));
    },
    appendNull() {
      valid.push(false);
      halves.push(0n);
      halves.push(0n);
    },
    finish() {
      const words = halves.finish<BigUint64Array>();
      const values = new Uint32Array(words.buffer, words.byteOffset, words.length * 2);
      return data(arrow, new arrow.Decimal(scale, precision, 128), valid, { data: values });
    },
  };
}

function bytes(arrow: ArrowModule, type: Arrow.DataType): ColumnBuilder {
  const valid = new Bits();
  const ends = new Growing<number>(Int32Array);
  const values = new Growing<number>(Uint8Array);
  ends.push(0);
  return {
    width: 8,
    append(input, base, slot) {
      valid.push(true);
      values.append(input.bytesAt(base, slot));
      ends.push(values.length);
    },
    appendNull() {
      valid.push(false);
      ends.push(values.length);
    },
    finish: () => data(arrow, type, valid, { valueOffsets: ends.finish(), data: values.finish() }),
  };
}

function timestamps(arrow: ArrowModule, node: TypeNode, timezone: string | null): ColumnBuilder {
  const { precision = 6 } = node;
  const unit = [arrow.TimeUnit.SECOND, arrow.TimeUnit.MILLISECOND, arrow.TimeUnit.MICROSECOND][
    Math.ceil(precision / 3)
  ];
  const type = new arrow.Timestamp(unit ?? arrow.TimeUnit.NANOSECOND, timezone);
  const compact = isCompactTimestamp(node);
  return numbers(arrow, type, BigInt64Array, 8, 0n, (input, base, slot) => {
    const { view } = input;
    if (compact) return precision === 0 ? long(input, base, slot) / 1000n : long(input, base, slot);
    const millis = view.getBigInt64(base + view.getInt32(slot + 4, true), true);
    const nanos = view.getInt32(slot, true);
    return precision <= 6 ? millis * 1000n + BigInt(Math.trunc(nanos / 1000)) : millis * 1_000_000n + BigInt(nanos);
  });
}

/** Appends the elements of a BinaryArrayData; says how many. */
function elements(builder: ColumnBuilder, input: RowInput, base: number): number {
  const length = input.view.getInt32(base, true);
  const first = base + arrayHeaderSize(length);
  for (let i = 0; i < length; i++) {
    if (isNull(input, base + 4, i)) builder.appendNull();
    else builder.append(input, base, first + i * builder.width);
  }
  return length;
}

function lists(arrow: ArrowModule, { children }: TypeNode): ColumnBuilder {
  const [element] = children as readonly [TypeNode];
  const valid = new Bits();
  const ends = new Growing<number>(Int32Array);
  const items = columnBuilder(arrow, element);
  let count = 0;
  ends.push(0);
  return {
    width: 8,
    append(input, base, slot) {
      valid.push(true);
      count += elements(items, input, base + input.view.getInt32(slot + 4, true));
      ends.push(count);
    },
    appendNull() {
      valid.push(false);
      ends.push(count);
    },
    finish() {
      const child = items.finish();
      const type = new arrow.List(new arrow.Field('item', child.type, element.nullable));
      return data(arrow, type, valid, { valueOffsets: ends.finish(), child });
    },
  };
}

const COUNT: TypeNode = { root: 'INTEGER', nullable: false };

function maps(arrow: ArrowModule, { children }: TypeNode): ColumnBuilder {
  const [key, value = COUNT] = children as readonly [TypeNode, TypeNode?];
  const valid = new Bits();
  const ends = new Growing<number>(Int32Array);
  const [keys, values] = [columnBuilder(arrow, key), columnBuilder(arrow, value)];
  let count = 0;
  ends.push(0);
  return {
    width: 8,
    append(input, base, slot) {
      valid.push(true);
      const at = base + input.view.getInt32(slot + 4, true);
      count += elements(keys, input, at + 4);
      elements(values, input, at + 4 + input.view.getInt32(at, true));
      ends.push(count);
    },
    appendNull() {
      valid.push(false);
      ends.push(count);
    },
    finish() {
      const [keyData, valueData] = [keys.finish(), values.finish()];
      // Arrow has no NULL among keys; Flink may have one
      const fields = [
        new arrow.Field('key', keyData.type, keyData.nullCount > 0),
        new arrow.Field('value', valueData.type, value.nullable),
      ];
      const entries = new arrow.Struct(fields);
      const child = arrow.makeData({ type: entries, length: count, nullCount: 0, children: [keyData, valueData] });
      const type = new arrow.Map_(new arrow.Field('entries', entries, false) as never);
      return data(arrow, type, valid, { valueOffsets: ends.finish(), child });
    },
  };
}

function structs(arrow: ArrowModule, fields: readonly Field[]): ColumnBuilder {
  const valid = new Bits();
  const builders = fields.map((field) => columnBuilder(arrow, field.type));
  return {
    width: 8,
    append(input, base, slot) {
      valid.push(true);
      appendRow(builders, input, base + input.view.getInt32(slot + 4, true));
    },
    appendNull() {
      valid.push(false);
      for (const builder of builders) builder.appendNull();
    },
    finish() {
      const children = builders.map((builder) => builder.finish());
      const type = new arrow.Struct(
        children.map((child, i) => new arrow.Field(fields[i]?.name ?? '', child.type, fields[i]?.type.nullable)),
      );
      return data(arrow, type, valid, { children });
    },
  };
}

/** Appends the fields of the BinaryRowData that begins at an address. */
export function appendRow(builders: readonly ColumnBuilder[], input: RowInput, base: number): void {
  const first = base + rowHeaderSize(builders.length);
  builders.forEach((builder, i) => {
    if (isNull(input, base, i + 8)) builder.appendNull();
    else builder.append(input, base, first + i * 8);
  });
}

function nulls(arrow: ArrowModule): ColumnBuilder {
  let length = 0;
  const append = () => {
    length++;
  };
  return {
    width: 8,
    append,
    appendNull: append,
    finish: () => arrow.makeData({ type: new arrow.Null(), length }) as Arrow.Data,
  };
}
