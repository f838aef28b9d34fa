import type { IsUntyped, Untyped } from '../types/untyped.js';

type Part<C, Name extends string> =
  IsUntyped<C> extends true ? Untyped : NonNullable<C> extends { readonly [N in Name]: infer P } ? P : never;

/** The column type of the elements of an ARRAY. */
export type Element<C> = Part<C, 'element'>;
/** The column type of the keys of a MAP. */
export type Key<C> = Part<C, 'mapKey'>;
/** The column type of the values of a MAP. */
export type MapValue<C> = Part<C, 'mapValue'>;
/** The columns of a ROW. */
export type Fields<C> = Part<C, 'fields'>;
