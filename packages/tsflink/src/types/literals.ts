import type { BigNumber } from 'bignumber.js';
import type { Temporal } from 'temporal-polyfill';
import type {
  BIGINT,
  BOOLEAN,
  BYTES,
  DATE,
  DECIMAL,
  DOUBLE,
  INT,
  INTERVAL,
  STRING,
  TIME,
  TIMESTAMP,
  TIMESTAMP_LTZ,
} from './sql-types.js';

/** JavaScript values that may stand for a literal. */
export type JsLiteral =
  | string
  | number
  | bigint
  | boolean
  | null
  | BigNumber
  | Date
  | Uint8Array
  | Temporal.PlainDate
  | Temporal.PlainTime
  | Temporal.PlainDateTime
  | Temporal.Instant
  | Temporal.Duration;

/** A fractional number is a DOUBLE, an integral one an INT: JavaScript cannot tell `1.0` from `1`. */
type NumberType<V extends number> = number extends V
  ? INT | DOUBLE
  : `${V}` extends `${string}.${string}` | `${string}e-${string}`
    ? DOUBLE
    : INT;

/** The column type of a literal. */
export type LitType<V> = V extends null
  ? null
  : V extends string
    ? STRING
    : V extends number
      ? NumberType<V>
      : V extends bigint
        ? BIGINT
        : V extends boolean
          ? BOOLEAN
          : V extends Date
            ? TIMESTAMP_LTZ
            : V extends { readonly [Symbol.toStringTag]: 'Temporal.Instant' }
              ? TIMESTAMP_LTZ
              : V extends { readonly [Symbol.toStringTag]: 'Temporal.PlainDateTime' }
                ? TIMESTAMP
                : V extends { readonly [Symbol.toStringTag]: 'Temporal.PlainDate' }
                  ? DATE
                  : V extends { readonly [Symbol.toStringTag]: 'Temporal.PlainTime' }
                    ? TIME
                    : V extends { readonly [Symbol.toStringTag]: 'Temporal.Duration' }
                      ? INTERVAL
                      : V extends Uint8Array
                        ? BYTES
                        : V extends BigNumber
                          ? DECIMAL
                          : never;

/** The JavaScript values that may stand where a kind of column type is expected. */
export interface LiteralsFor {
  BOOLEAN: boolean;
  STRING: string;
  BYTES: Uint8Array;
  TINYINT: number;
  SMALLINT: number;
  INT: number;
  BIGINT: number | bigint;
  DECIMAL: number | bigint | BigNumber;
  FLOAT: number;
  DOUBLE: number;
  DATE: Temporal.PlainDate;
  TIME: Temporal.PlainTime;
  TIMESTAMP: Temporal.PlainDateTime;
  TIMESTAMP_LTZ: Temporal.Instant | Date;
  INTERVAL: Temporal.Duration;
  ARRAY: never;
  MAP: never;
  MULTISET: never;
  ROW: never;
  VARIANT: never;
  BITMAP: never;
}
