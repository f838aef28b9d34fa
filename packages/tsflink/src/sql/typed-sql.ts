import type * as T from '../types/sql-types.js';
import type { IsUntyped, Untyped } from '../types/untyped.js';

/** The column type that a JavaScript type stands for in `sqlQuery<{ n: bigint }>`; a `number` is a DOUBLE there. */
type Normal<V> = V extends T.SqlType
  ? V
  : V extends null
    ? null
    : V extends string
      ? T.STRING
      : V extends bigint
        ? T.BIGINT
        : V extends number
          ? T.DOUBLE
          : V extends boolean
            ? T.BOOLEAN
            : V extends T.TIMESTAMP_LTZ['value']
              ? T.TIMESTAMP_LTZ
              : V extends T.TIMESTAMP['value']
                ? T.TIMESTAMP
                : V extends T.DECIMAL['value']
                  ? T.DECIMAL
                  : never;

/** A schema given in column types or JavaScript types. */
export type NormalSchema<S> = IsUntyped<S> extends true ? Untyped : { [K in keyof S]: Normal<S[K]> };
