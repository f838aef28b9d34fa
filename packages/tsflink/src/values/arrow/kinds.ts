import type * as Arrow from 'apache-arrow';

/** The numbers of Arrow's types and units, without loading the package: the table that was given comes from it. */
export const KIND = {
  NULL: 1,
  INT: 2,
  FLOAT: 3,
  BINARY: 4,
  UTF8: 5,
  BOOL: 6,
  DECIMAL: 7,
  DATE: 8,
  TIME: 9,
  TIMESTAMP: 10,
  INTERVAL: 11,
  LIST: 12,
  STRUCT: 13,
  FIXED_SIZE_BINARY: 15,
  FIXED_SIZE_LIST: 16,
  MAP: 17,
  DURATION: 18,
  LARGE_BINARY: 19,
  LARGE_UTF8: 20,
  LARGE_LIST: 21,
  BINARY_VIEW: 23,
  UTF8_VIEW: 24,
  DICTIONARY: -1,
} as const satisfies Record<string, `${Arrow.Type}` extends `${infer N extends number}` ? N : never>;

/** A type of Arrow with what each kind may have besides. */
export interface ArrowType {
  readonly typeId: number;
  readonly bitWidth: number;
  readonly byteWidth: number;
  readonly isSigned: boolean;
  readonly precision: number;
  readonly scale: number;
  readonly unit: number;
  readonly timezone?: string | null;
  readonly children: readonly { readonly name: string; readonly type: ArrowType }[];
  readonly dictionary: ArrowType;
}

/** Units of time: seconds, and 3, 6 and 9 digits of one. */
export const SECOND_DIGITS = [0, 3, 6, 9] as const;
/** Units of INTERVAL: months, or days and milliseconds. */
export const YEAR_MONTH = 0;
export const DAY_TIME = 1;
/** Units of DATE. */
export const DAYS = 0;
/** Precisions of FLOAT. */
export const HALF = 0;
export const DOUBLE = 2;
