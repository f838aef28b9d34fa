/** A typed array, in which fixed-width columns are given. */
export type TypedArray = Int8Array | Int16Array | Int32Array | BigInt64Array | Float32Array | Float64Array;

/** A fixed-width column that may hold NULLs. Where `nulls` has a 1 the value is NULL; what `values` has there says nothing. */
export interface NullableColumn<V = TypedArray> {
  readonly values: V;
  readonly nulls: Uint8Array;
  readonly length: number;
}

/** The values of a column by position, whatever their form. */
export interface Column {
  readonly values: ArrayLike<unknown>;
  readonly nulls?: Uint8Array;
}

/** A value of a column. */
export function valueAt({ values, nulls }: Column, i: number): unknown {
  return nulls?.[i] === 1 ? null : values[i];
}
