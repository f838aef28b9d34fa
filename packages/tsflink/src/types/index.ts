export type { Bridges, BridgesOf } from './bridges.js';
export type { NUMERIC } from './casting.js';
export { DataType, type TypeIn, type ValueIn } from './data-type.js';
export { type BridgedRowOf, type ColumnTypes, DataTypes, type SchemaOf } from './data-types.js';
export type { Resolution } from './interval.js';
export type { JsLiteral, LitType } from './literals.js';
export type { FlinkTypeError } from './problem.js';
export type {
  ARRAY,
  BIGINT,
  BITMAP,
  BOOLEAN,
  BYTES,
  DATE,
  DECIMAL,
  DOUBLE,
  FLOAT,
  INT,
  INTERVAL,
  MAP,
  MULTISET,
  PROCTIME,
  ROW,
  ROWTIME,
  ROWTIME_LTZ,
  SMALLINT,
  SqlType,
  STRING,
  TIME,
  TIMESTAMP,
  TIMESTAMP_LTZ,
  TINYINT,
  TimeAttribute,
  VARIANT,
  Variant,
} from './sql-types.js';
export type { Untyped } from './untyped.js';
export type { RowOf, ValueOf } from './values.js';
