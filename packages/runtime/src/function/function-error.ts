/** The stable codes of failures; those of Java's `FunctionException.Code` that arise inside an isolate. */
export type FunctionErrorCode =
  | 'FUNCTION_FAILED'
  | 'FUNCTION_RESULT_TYPE'
  | 'FUNCTION_TIMEOUT'
  | 'FUNCTION_EXIT'
  | 'FUNCTION_LOAD_FAILED'
  | 'FUNCTION_NOT_FOUND';

/** A failure as it travels to the JVM, as JSON; maps to Java's `FunctionException`. */
export interface FunctionFailure {
  readonly code: FunctionErrorCode;
  readonly functionName?: string;
  readonly detail: string;
  readonly stack?: string;
  /** The topmost place in the user's code, `src/functions.ts:12:7`. */
  readonly frame?: string;
  /** The arguments of the call, cut to a sane length. */
  readonly row?: string;
}

/** A function cannot be had or may not go on. */
export class FunctionError extends Error {
  readonly code: FunctionErrorCode;
  /** Which function, where it is not the one that is being called. */
  readonly functionName: string | undefined;

  constructor(code: FunctionErrorCode, message: string, cause?: unknown, functionName?: string) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'FunctionError';
    this.code = code;
    this.functionName = functionName;
  }
}

/** Whether something that was thrown is a {@link FunctionError}. */
export function isFunctionError(value: unknown): value is FunctionError {
  return value instanceof FunctionError;
}
