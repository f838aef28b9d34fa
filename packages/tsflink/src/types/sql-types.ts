import type { BigNumber } from 'bignumber.js';
import type { Temporal } from 'temporal-polyfill';
import type { RowOf, ValueOf } from './values.js';

/**
 * The tag of a SQL type. A column's type is a tag, or `tag | null` where the column is nullable. Tags exist only for
 * the compiler; `Value` is the JavaScript value that a column of the type holds. Maps to Flink's `LogicalType`.
 */
export interface SqlType<out Kind extends string = string, out Value = unknown> {
  readonly kind: Kind;
  readonly value: Value;
}

/** `BOOLEAN`: a `boolean`. */
export interface BOOLEAN extends SqlType<'BOOLEAN', boolean> {}
/** `TINYINT`: a `number` from -128 to 127. */
export interface TINYINT extends SqlType<'TINYINT', number> {}
/** `SMALLINT`: a `number` of 16 bits. */
export interface SMALLINT extends SqlType<'SMALLINT', number> {}
/** `INT`: a `number` of 32 bits. */
export interface INT extends SqlType<'INT', number> {}
/** `BIGINT`: a `bigint` of 64 bits. */
export interface BIGINT extends SqlType<'BIGINT', bigint> {}
/** `FLOAT`: a `number` rounded to 32 bits. */
export interface FLOAT extends SqlType<'FLOAT', number> {}
/** `DOUBLE`: a `number`. */
export interface DOUBLE extends SqlType<'DOUBLE', number> {}
/** `DECIMAL(p, s)`: a `BigNumber` of bignumber.js, exact. */
export interface DECIMAL extends SqlType<'DECIMAL', BigNumber> {}
/** `CHAR(n)`, `VARCHAR(n)` and `STRING`: a `string`. */
export interface STRING extends SqlType<'STRING', string> {}
/** `BINARY(n)`, `VARBINARY(n)` and `BYTES`: a `Uint8Array`. */
export interface BYTES extends SqlType<'BYTES', Uint8Array> {}
/** `DATE`: a `Temporal.PlainDate`. */
export interface DATE extends SqlType<'DATE', Temporal.PlainDate> {}
/** `TIME(p)`: a `Temporal.PlainTime`. */
export interface TIME extends SqlType<'TIME', Temporal.PlainTime> {}
/** `TIMESTAMP(p)`: a `Temporal.PlainDateTime`. */
export interface TIMESTAMP extends SqlType<'TIMESTAMP', Temporal.PlainDateTime> {}
/** `TIMESTAMP_LTZ(p)`: a `Temporal.Instant`. */
export interface TIMESTAMP_LTZ extends SqlType<'TIMESTAMP_LTZ', Temporal.Instant> {}
/** `INTERVAL …`: a `Temporal.Duration`. */
export interface INTERVAL extends SqlType<'INTERVAL', Temporal.Duration> {}
/** `ARRAY<E>`: an array. */
export interface ARRAY<out E> extends SqlType<'ARRAY', ValueOf<E>[]> {
  readonly element: E;
}
/** `MAP<K, V>`: a `Map`. */
export interface MAP<out K, out V> extends SqlType<'MAP', Map<ValueOf<K>, ValueOf<V>>> {
  readonly mapKey: K;
  readonly mapValue: V;
}
/** `MULTISET<E>`: a `Map` from element to how often it occurs. */
export interface MULTISET<out E> extends SqlType<'MULTISET', Map<ValueOf<E>, number>> {
  readonly element: E;
}
/** `ROW<…>`: a plain object; `F` holds the types of its fields. */
export interface ROW<out F> extends SqlType<'ROW', RowOf<F>> {
  readonly fields: F;
}

/** `VARIANT`: a value that carries its own type: {@link Variant}. */
export interface VARIANT extends SqlType<'VARIANT', Variant> {}
/** `BITMAP`: a set of integers of 32 bits; a `Uint32Array`, in ascending order. */
export interface BITMAP extends SqlType<'BITMAP', Uint32Array> {}

/**
 * The JavaScript value of a VARIANT, by the type that the value carries: those of the SQL types, arrays and objects. In
 * what `parseJson` makes, small integers are numbers, large ones bigints, and fractions BigNumbers.
 */
export type Variant =
  | null
  | boolean
  | number
  | bigint
  | string
  | BigNumber
  | Uint8Array
  | Temporal.PlainDate
  | Temporal.PlainDateTime
  | Temporal.Instant
  | readonly Variant[]
  | { readonly [field: string]: Variant };

/** Marks the timestamps that windows and time-based joins can be defined on. */
export interface TimeAttribute {
  readonly timeAttribute: 'rowtime' | 'proctime';
}
/** An event-time attribute: a `TIMESTAMP` column with a watermark. */
export interface ROWTIME extends TIMESTAMP {
  readonly timeAttribute: 'rowtime';
}
/** An event-time attribute: a `TIMESTAMP_LTZ` column with a watermark. */
export interface ROWTIME_LTZ extends TIMESTAMP_LTZ {
  readonly timeAttribute: 'rowtime';
}
/** A processing-time attribute, as `proctime()` makes it. */
export interface PROCTIME extends TIMESTAMP_LTZ {
  readonly timeAttribute: 'proctime';
}
