import type { LitType } from './literals.js';
import type { ARRAY, DOUBLE, MAP, ROW } from './sql-types.js';
import type { IsUntyped, Untyped } from './untyped.js';
import type { Flat } from './values.js';

/** The column type of JavaScript values. */
type ColumnOf<V> = V extends null | undefined
  ? never
  : V extends number
    ? DOUBLE
    : V extends readonly (infer E)[]
      ? ARRAY<Nullable<E>>
      : V extends ReadonlyMap<infer K, infer M>
        ? MAP<Nullable<K>, Nullable<M>>
        : [LitType<V>] extends [never]
          ? V extends object
            ? ROW<InferredSchema<V>>
            : never
          : LitType<V>;
type Nullable<V> = IsUntyped<V> extends true ? Untyped : ColumnOf<V> | null;

/** The columns of rows whose types are those of their values: all nullable, numbers as DOUBLE, bigints as BIGINT. */
export type InferredSchema<R> = Flat<{ -readonly [K in keyof R & string]-?: Nullable<R[K]> }>;
