/** An object with this property set is refused: it lives only in the job program (a `TableEnvironment`, a `Table`). */
export const JOB_ONLY: unique symbol = Symbol.for('tsflink.jobOnly') as never;

/** The value of this property travels instead of the object that has it (a `udf()` called by another function). */
export const SHIPPED_AS: unique symbol = Symbol.for('tsflink.shippedAs') as never;

type Marked = { readonly [JOB_ONLY]?: boolean; readonly [SHIPPED_AS]?: unknown };

export const jobOnly = (value: object): boolean => (value as Marked)[JOB_ONLY] === true;
export const substitute = (value: object): unknown => (value as Marked)[SHIPPED_AS];
