/** Names of the members of Flink's `LogicalTypeRoot` that a program can name. */
export type TypeRootName =
  | 'CHAR'
  | 'VARCHAR'
  | 'BOOLEAN'
  | 'BINARY'
  | 'VARBINARY'
  | 'DECIMAL'
  | 'TINYINT'
  | 'SMALLINT'
  | 'INTEGER'
  | 'BIGINT'
  | 'FLOAT'
  | 'DOUBLE'
  | 'DATE'
  | 'TIME_WITHOUT_TIME_ZONE'
  | 'TIMESTAMP_WITHOUT_TIME_ZONE'
  | 'TIMESTAMP_WITH_LOCAL_TIME_ZONE'
  | 'INTERVAL_YEAR_MONTH'
  | 'INTERVAL_DAY_TIME'
  | 'ARRAY'
  | 'MULTISET'
  | 'MAP'
  | 'ROW'
  | 'NULL'
  | 'VARIANT'
  | 'BITMAP'
  | 'OPAQUE';

/** The JavaScript forms, other than its default one, in which values of a type can be given and taken. */
export type BridgedTo = 'number' | 'string' | 'bigint' | 'Date' | 'epochMillis' | 'epochMicros' | 'object' | 'Buffer';

/** A SQL type as plain data; maps to Flink's `LogicalType` and mirrors the protocol's `DataType`. */
export interface TypeNode {
  readonly root: TypeRootName;
  readonly nullable: boolean;
  /** CHAR, VARCHAR, BINARY, VARBINARY; STRING is VARCHAR(2147483647). */
  readonly length?: number;
  /** DECIMAL, TIME, TIMESTAMP, TIMESTAMP_LTZ, and the year or day precision of intervals. */
  readonly precision?: number;
  /** DECIMAL, and the fractional-second precision of day-time intervals. */
  readonly scale?: number;
  /** ARRAY, MULTISET: the element; MAP: key, value. */
  readonly children?: readonly TypeNode[];
  /** ROW. */
  readonly fields?: readonly Field[];
  /** The JavaScript form of values; the default one of the type if absent. */
  readonly bridgedTo?: BridgedTo;
  /** TIMESTAMP and TIMESTAMP_LTZ of a resolved schema. */
  readonly timestampKind?: 'REGULAR' | 'ROWTIME' | 'PROCTIME';
}

/** A named field of a row. */
export interface Field {
  readonly name: string;
  readonly type: TypeNode;
}
