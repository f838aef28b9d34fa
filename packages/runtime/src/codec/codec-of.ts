import type { TypeCodec } from './type-codec.js';
import type { TypeNode } from './type-node.js';
import { arrayCodec } from './types/array.js';
import { bigintCodec } from './types/bigint.js';
import { binaryCodec } from './types/binary.js';
import { bitmapCodec } from './types/bitmap.js';
import { booleanCodec } from './types/boolean.js';
import { dateCodec } from './types/date.js';
import { decimalCodec } from './types/decimal.js';
import { instantCodec } from './types/instant.js';
import { dayTimeCodec, yearMonthCodec } from './types/interval.js';
import { mapCodec } from './types/map.js';
import { nullCodec } from './types/null.js';
import { floatingCodec, integerCodec } from './types/number.js';
import { opaqueCodec } from './types/opaque.js';
import { rowCodec } from './types/row.js';
import { stringCodec } from './types/string.js';
import { timeCodec } from './types/time.js';
import { timestampCodec } from './types/timestamp.js';
import { variantCodec } from './types/variant.js';

const CODECS: Readonly<Record<TypeNode['root'], (node: TypeNode) => TypeCodec>> = {
  BOOLEAN: booleanCodec,
  TINYINT: integerCodec,
  SMALLINT: integerCodec,
  INTEGER: integerCodec,
  BIGINT: bigintCodec,
  FLOAT: floatingCodec,
  DOUBLE: floatingCodec,
  DECIMAL: decimalCodec,
  CHAR: stringCodec,
  VARCHAR: stringCodec,
  BINARY: binaryCodec,
  VARBINARY: binaryCodec,
  DATE: dateCodec,
  TIME_WITHOUT_TIME_ZONE: timeCodec,
  TIMESTAMP_WITHOUT_TIME_ZONE: timestampCodec,
  TIMESTAMP_WITH_LOCAL_TIME_ZONE: instantCodec,
  INTERVAL_YEAR_MONTH: yearMonthCodec,
  INTERVAL_DAY_TIME: dayTimeCodec,
  ARRAY: arrayCodec,
  MULTISET: mapCodec,
  MAP: mapCodec,
  ROW: rowCodec,
  NULL: nullCodec,
  VARIANT: variantCodec,
  BITMAP: bitmapCodec,
  OPAQUE: opaqueCodec,
};

/** How values of a type are read and written. */
export function codecOf(node: TypeNode): TypeCodec {
  return CODECS[node.root](node);
}
