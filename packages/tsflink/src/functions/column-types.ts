import type { NullableColumn, TypedArray } from '@tsflink/runtime';
import type { TypeIn, ValueIn } from '../types/data-type.js';
import type { KindOf } from '../types/values.js';
import type { NullHandling } from './definition.js';

interface Arrays {
  TINYINT: Int8Array;
  SMALLINT: Int16Array;
  INT: Int32Array;
  FLOAT: Float32Array;
}

/** The typed array in which values of a type are given; `never` for types that plain arrays hold. */
type ArrayOf<D> =
  NonNullable<ValueIn<D>> extends bigint
    ? BigInt64Array
    : NonNullable<ValueIn<D>> extends number
      ? KindOf<TypeIn<D>> extends keyof Arrays
        ? Arrays[KindOf<TypeIn<D>>]
        : Float64Array
      : never;

/**
 * A column of a data type, as a vectorised function gets it: a typed array for numbers, with its NULLs beside it where
 * there may be any; an array of values for all else.
 */
export type ColumnOf<D, N extends NullHandling> = [ArrayOf<D>] extends [never]
  ? readonly (N extends 'return-null' ? NonNullable<ValueIn<D>> : ValueIn<D>)[]
  : null extends ValueIn<D>
    ? N extends 'return-null'
      ? ArrayOf<D>
      : NullableColumn<ArrayOf<D>>
    : ArrayOf<D>;

/** What a vectorised function may return for a data type: values in any array, or a typed array and its NULLs. */
export type ResultColumnOf<R> =
  | readonly ValueIn<R>[]
  | (NonNullable<ValueIn<R>> extends bigint
      ? BigInt64Array
      : NonNullable<ValueIn<R>> extends number
        ? Exclude<TypedArray, BigInt64Array>
        : never)
  | (null extends ValueIn<R> ? Omit<NullableColumn<ArrayLike<NonNullable<ValueIn<R>>>>, 'length'> : never);
