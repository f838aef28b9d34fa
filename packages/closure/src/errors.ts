/** Why a function cannot be shipped. */
export type BundleErrorCode =
  /** The module, or one that it imports, does not compile or does not load. */
  | 'FUNCTION_LOAD_FAILED'
  /** An import that does not resolve. */
  | 'FUNCTION_IMPORT_NOT_FOUND'
  /** Something that cannot travel: a live object, a native addon, a file that cannot be told. */
  | 'FUNCTION_NOT_SHIPPABLE'
  /** More than the limits of what functions may take along. */
  | 'FUNCTION_TOO_LARGE';

/** A function that cannot be bundled: says why, where, and what to do. */
export class BundleError extends Error {
  override readonly name = 'BundleError';

  constructor(
    readonly code: BundleErrorCode,
    message: string,
    readonly hint: string,
    readonly position?: { readonly file: string; readonly line: number; readonly column: number },
    options?: ErrorOptions,
    /** Whether the function may be bundled later: a variable has no value yet, a promise is pending. */
    readonly passing = false,
  ) {
    super(message, options);
  }
}
