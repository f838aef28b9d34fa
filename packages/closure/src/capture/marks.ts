/** An object with this property set is refused: it lives only in the job program (a `TableEnvironment`, a `Table`). */
export const JOB_ONLY: unique symbol = Symbol.for('tsflink.jobOnly') as never;

/** The value of this property travels instead of the object that has it (a `udf()` called by another function). */
export const SHIPPED_AS: unique symbol = Symbol.for('tsflink.shippedAs') as never;

/** A function of a package with this property set travels with its source, as functions of the user do. */
export const BY_VALUE: unique symbol = Symbol.for('tsflink.byValue') as never;

type Marked = { readonly [JOB_ONLY]?: boolean; readonly [SHIPPED_AS]?: unknown; readonly [BY_VALUE]?: boolean };

export const jobOnly = (value: object): boolean => (value as Marked)[JOB_ONLY] === true;
export const substitute = (value: object): unknown => (value as Marked)[SHIPPED_AS];
export const byValue = (value: object): boolean => (value as Marked)[BY_VALUE] === true;
