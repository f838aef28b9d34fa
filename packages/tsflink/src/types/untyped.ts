/**
 * What is not known to the compiler: the schema of a table that is known by name only, and the type of its columns.
 * Everything may be asked of it; the gateway checks it when the plan is resolved.
 */
// biome-ignore lint/suspicious/noExplicitAny: the one place where types are given up, on purpose
export type Untyped = any;

/** `true` for {@link Untyped}, `false` for every other type. */
export type IsUntyped<T> = 0 extends 1 & T ? true : false;
