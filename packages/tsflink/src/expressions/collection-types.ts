/** The column type of the elements of an ARRAY. */
export type Element<C> = NonNullable<C> extends { readonly element: infer E } ? E : never;
/** The column type of the keys of a MAP. */
export type Key<C> = NonNullable<C> extends { readonly mapKey: infer K } ? K : never;
/** The column type of the values of a MAP. */
export type MapValue<C> = NonNullable<C> extends { readonly mapValue: infer V } ? V : never;
/** The columns of a ROW. */
export type Fields<C> = NonNullable<C> extends { readonly fields: infer F } ? F : never;
