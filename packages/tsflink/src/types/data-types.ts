import type { TypeNode, TypeRootName } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import { DataType, type TypeIn, type ValueIn } from './data-type.js';
import { MAX_LENGTH } from './identifiers.js';
import type { Resolution } from './interval.js';
import type * as T from './sql-types.js';
import type { Flat, ValueOf } from './values.js';

/** A nullable type whose values take their default form. */
type Nullable<C> = DataType<C | null, ValueOf<C> | null>;
/** Columns by name. */
export type ColumnTypes = Readonly<Record<string, DataType>>;
/** The schema that columns declare. */
export type SchemaOf<F extends ColumnTypes> = Flat<{ -readonly [K in keyof F]: TypeIn<F[K]> }>;
/** The JavaScript row that columns declare, in the forms that `bridgedTo` asks for. */
export type BridgedRowOf<F extends ColumnTypes> = Flat<{ -readonly [K in keyof F]: ValueIn<F[K]> }>;

const type = (root: TypeRootName, rest: Omit<TypeNode, 'root' | 'nullable'> = {}) =>
  new DataType<never, never>({ root, nullable: true, ...rest });

function bounded(what: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new FlinkError('TYPE_INVALID', `${what} must be an integer from ${min} to ${max}, not ${value}`);
}
const length = (n: number) => bounded('The length of a type', n, 1, MAX_LENGTH);
const timePrecision = (p: number) => bounded('The precision of a time type', p, 0, 9);

/** The fields of a row type, in order. */
export function fieldsOf(columns: ColumnTypes): { readonly name: string; readonly type: TypeNode }[] {
  return namedFields(columns, (column) => column.node);
}

/** The fields of a row, in order, with what there is of each type. */
export function namedFields<T, N>(
  columns: Readonly<Record<string, T>>,
  nodeOf: (type: T) => N,
): { readonly name: string; readonly type: N }[] {
  return Object.entries(columns).map(([name, column]) => {
    if (/^\d+$/.test(name)) {
      // JavaScript moves such keys to the front of an object, whatever the order in which they were written.
      throw new FlinkError(
        'COLUMN_NAME_INVALID',
        `Column '${name}' has a name of digits only, whose place JavaScript does not keep`,
        { hint: `Give it a name with a letter: 'c${name}'.` },
      );
    }
    return { name, type: nodeOf(column) };
  });
}

/**
 * The SQL types. All are nullable unless `.notNull()` is called. Maps to Flink's `DataTypes`.
 * @example
 * const { BIGINT, STRING, ARRAY } = DataTypes;
 * const tags = ARRAY(STRING().notNull());
 */
export const DataTypes = {
  /** The type of NULL alone. */
  NULL: (): DataType<null, null> => type('NULL'),
  /** A truth value. */
  BOOLEAN: (): Nullable<T.BOOLEAN> => type('BOOLEAN'),
  /** An integer of 8 bits. */
  TINYINT: (): Nullable<T.TINYINT> => type('TINYINT'),
  /** An integer of 16 bits. */
  SMALLINT: (): Nullable<T.SMALLINT> => type('SMALLINT'),
  /** An integer of 32 bits. */
  INT: (): Nullable<T.INT> => type('INTEGER'),
  /** An integer of 64 bits. */
  BIGINT: (): Nullable<T.BIGINT> => type('BIGINT'),
  /** A floating-point number of 32 bits. */
  FLOAT: (): Nullable<T.FLOAT> => type('FLOAT'),
  /** A floating-point number of 64 bits. */
  DOUBLE: (): Nullable<T.DOUBLE> => type('DOUBLE'),
  /** An exact number of up to `precision` (1 to 38) digits, `scale` of them after the point. */
  DECIMAL: (precision = 10, scale = 0): Nullable<T.DECIMAL> => {
    bounded('The precision of DECIMAL', precision, 1, 38);
    return type('DECIMAL', { precision, scale: bounded('The scale of DECIMAL', scale, 0, precision) });
  },
  /** Text of exactly `n` characters. */
  CHAR: (n: number): Nullable<T.STRING> => type('CHAR', { length: length(n) }),
  /** Text of at most `n` characters. */
  VARCHAR: (n: number): Nullable<T.STRING> => type('VARCHAR', { length: length(n) }),
  /** Text of any length. */
  STRING: (): Nullable<T.STRING> => type('VARCHAR', { length: MAX_LENGTH }),
  /** Exactly `n` bytes. */
  BINARY: (n: number): Nullable<T.BYTES> => type('BINARY', { length: length(n) }),
  /** At most `n` bytes. */
  VARBINARY: (n: number): Nullable<T.BYTES> => type('VARBINARY', { length: length(n) }),
  /** Bytes of any number. */
  BYTES: (): Nullable<T.BYTES> => type('VARBINARY', { length: MAX_LENGTH }),
  /** A day of the calendar. */
  DATE: (): Nullable<T.DATE> => type('DATE'),
  /** A time of day, with up to `precision` (0 to 9) digits of a second; Flink keeps milliseconds. */
  TIME: (precision = 0): Nullable<T.TIME> => type('TIME_WITHOUT_TIME_ZONE', { precision: timePrecision(precision) }),
  /** A day and a time of day, in no time zone. */
  TIMESTAMP: (precision = 6): Nullable<T.TIMESTAMP> =>
    type('TIMESTAMP_WITHOUT_TIME_ZONE', { precision: timePrecision(precision) }),
  /** A point in time. */
  TIMESTAMP_LTZ: (precision = 6): Nullable<T.TIMESTAMP_LTZ> =>
    type('TIMESTAMP_WITH_LOCAL_TIME_ZONE', { precision: timePrecision(precision) }),
  /** A period of time: `INTERVAL(YEAR(), MONTH())` or `INTERVAL(DAY(), SECOND(3))`. */
  INTERVAL: (upper: Resolution, lower: Resolution = upper): Nullable<T.INTERVAL> =>
    upper.unit === 'YEAR' || upper.unit === 'MONTH'
      ? type('INTERVAL_YEAR_MONTH', { precision: upper.precision ?? 2 })
      : type('INTERVAL_DAY_TIME', {
          precision: (upper.unit === 'DAY' ? upper.precision : undefined) ?? 2,
          scale: (lower.unit === 'SECOND' ? lower.precision : undefined) ?? 6,
        }),
  /** A resolution of `INTERVAL`: years of up to `precision` (1 to 4) digits. */
  YEAR: (precision = 2): Resolution => ({ unit: 'YEAR', precision: bounded('The precision of YEAR', precision, 1, 4) }),
  /** A resolution of `INTERVAL`: months. */
  MONTH: (): Resolution => ({ unit: 'MONTH' }),
  /** A resolution of `INTERVAL`: days of up to `precision` (1 to 6) digits. */
  DAY: (precision = 2): Resolution => ({ unit: 'DAY', precision: bounded('The precision of DAY', precision, 1, 6) }),
  /** A resolution of `INTERVAL`: hours. */
  HOUR: (): Resolution => ({ unit: 'HOUR' }),
  /** A resolution of `INTERVAL`: minutes. */
  MINUTE: (): Resolution => ({ unit: 'MINUTE' }),
  /** A resolution of `INTERVAL`: seconds with `precision` (0 to 9) digits of a fraction. */
  SECOND: (precision = 6): Resolution => ({ unit: 'SECOND', precision: timePrecision(precision) }),
  /** A list of elements of one type. */
  ARRAY: <D extends DataType>(element: D): DataType<T.ARRAY<TypeIn<D>> | null, ValueIn<D>[] | null> =>
    type('ARRAY', { children: [element.node] }),
  /** A bag: elements of one type, each with how often it occurs. */
  MULTISET: <D extends DataType>(element: D): DataType<T.MULTISET<TypeIn<D>> | null, Map<ValueIn<D>, number> | null> =>
    type('MULTISET', { children: [element.node] }),
  /** Values by key. */
  MAP: <K extends DataType, V extends DataType>(
    key: K,
    value: V,
  ): DataType<T.MAP<TypeIn<K>, TypeIn<V>> | null, Map<ValueIn<K>, ValueIn<V>> | null> =>
    type('MAP', { children: [key.node, value.node] }),
  /** Named fields: `ROW({ x: INT(), y: STRING() })`. */
  ROW: <F extends ColumnTypes>(fields: F): DataType<T.ROW<SchemaOf<F>> | null, BridgedRowOf<F> | null> =>
    type('ROW', { fields: fieldsOf(fields) }),
  /** A value that carries its own type, as JSON does. */
  VARIANT: (): Nullable<T.VARIANT> => type('VARIANT'),
  /** A set of integers of 32 bits. */
  BITMAP: (): Nullable<T.BITMAP> => type('BITMAP'),
};
