import type { NUMERIC } from '../../types/casting.js';
import type * as T from '../../types/sql-types.js';
import type { Untyped } from '../../types/untyped.js';

type Array = T.ARRAY<Untyped>;
type Multiset = T.MULTISET<Untyped>;
type Map = T.MAP<Untyped, Untyped>;
type Row = T.ROW<Untyped>;
type Integer = T.TINYINT | T.SMALLINT | T.INT | T.BIGINT;

/** The column types of Flink's `LogicalTypeFamily`s and `LogicalTypeRoot`s, by name. */
export interface LogicalTypes {
  NUMERIC: NUMERIC;
  INTEGER_NUMERIC: Integer;
  EXACT_NUMERIC: Integer | T.DECIMAL;
  APPROXIMATE_NUMERIC: T.FLOAT | T.DOUBLE;
  CHARACTER_STRING: T.STRING;
  BINARY_STRING: T.BYTES;
  DATETIME: T.DATE | T.TIME | T.TIMESTAMP | T.TIMESTAMP_LTZ;
  TIMESTAMP: T.TIMESTAMP | T.TIMESTAMP_LTZ;
  TIME: T.TIME;
  INTERVAL: T.INTERVAL;
  COLLECTION: Array | Multiset;
  CONSTRUCTED: Array | Multiset | Map | Row;
  BOOLEAN: T.BOOLEAN;
  TINYINT: T.TINYINT;
  SMALLINT: T.SMALLINT;
  INTEGER: T.INT;
  BIGINT: T.BIGINT;
  FLOAT: T.FLOAT;
  DOUBLE: T.DOUBLE;
  DECIMAL: T.DECIMAL;
  CHAR: T.STRING;
  VARCHAR: T.STRING;
  BINARY: T.BYTES;
  VARBINARY: T.BYTES;
  DATE: T.DATE;
  TIME_WITHOUT_TIME_ZONE: T.TIME;
  TIMESTAMP_WITHOUT_TIME_ZONE: T.TIMESTAMP;
  TIMESTAMP_WITH_LOCAL_TIME_ZONE: T.TIMESTAMP_LTZ;
  ARRAY: Array;
  MULTISET: Multiset;
  MAP: Map;
  ROW: Row;
}
