// The binary form of VARIANT, that of Spark and Parquet: a header byte, whose lower two bits say what follows.
/** What the lower two bits of a header say. */
export const Basic = { PRIMITIVE: 0, SHORT_STRING: 1, OBJECT: 2, ARRAY: 3 } as const;

/** What the upper six bits of the header of a primitive say. */
export const Primitive = {
  NULL: 0,
  TRUE: 1,
  FALSE: 2,
  INT1: 3,
  INT2: 4,
  INT4: 5,
  INT8: 6,
  DOUBLE: 7,
  DECIMAL4: 8,
  DECIMAL8: 9,
  DECIMAL16: 10,
  DATE: 11,
  TIMESTAMP_LTZ: 12,
  TIMESTAMP: 13,
  FLOAT: 14,
  BINARY: 15,
  LONG_STRING: 16,
} as const;

/** The longest string whose length the header holds. */
export const MAX_SHORT_STRING = 0x3f;
/** The bytes that the values, or the names, of one VARIANT may take. */
export const SIZE_LIMIT = 0x100_0000;
