import { CallSite, formatPosition } from '../source/call-site.js';
import type { SourcePosition } from '../source/frame.js';
import type { FlinkErrorCode } from './codes.js';

const MARK = Symbol.for('tsflink.FlinkError');

/** A function of the user that failed inside Flink. */
export interface FunctionFailure {
  readonly name: string;
  /** The stack of the JavaScript error, with places of the user's sources. */
  readonly stack: string;
  /** The arguments of the row, cut to a sane length. */
  readonly row: string;
}

/** What a {@link FlinkError} knows besides its code and cause. */
export interface FlinkErrorOptions {
  /** What the user can do. */
  readonly hint?: string | undefined;
  /** What the error is about in the user's program; the call that failed if absent. */
  readonly source?: SourcePosition | undefined;
  /** The call of the user's program that failed; the one that is running if absent. */
  readonly callSite?: CallSite | undefined;
  readonly cause?: unknown;
  readonly retryable?: boolean;
  readonly function?: FunctionFailure | undefined;
}

/**
 * Every error of this package. The message says the cause first, then what to do, then where in the user's program;
 * the stack is that of the user's call. What Java said is in `cause`.
 * @example
 * try {
 *   await table.execute();
 * } catch (error) {
 *   if (error instanceof FlinkError && error.code === 'TABLE_NOT_FOUND') …
 * }
 */
export class FlinkError extends Error {
  override readonly name = 'FlinkError';
  /** What went wrong, for programs. */
  declare readonly code: FlinkErrorCode;
  /** What went wrong, without hint and place. */
  declare readonly reason: string;
  /** What the user can do. */
  declare readonly hint: string | undefined;
  /** The place in the user's program that this is about. */
  declare readonly source: SourcePosition | undefined;
  /** Whether running the same again may succeed. */
  declare readonly retryable: boolean;
  /** Set where a function of the user failed. */
  declare readonly function: FunctionFailure | undefined;

  constructor(code: FlinkErrorCode, reason: string, options: FlinkErrorOptions = {}) {
    const callSite = options.callSite ?? new CallSite();
    const source = options.source ?? callSite.position;
    const said = options.hint ? `${reason}\n${options.hint}` : reason;
    super(
      source ? `${said}\n    at ${formatPosition(source)}` : said,
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.stack = [`FlinkError [${code}]: ${this.message}`, ...callSite.frames].join('\n');
    const { hint, retryable = false, function: failed } = options;
    // hidden from consoles and from Node's report of an uncaught error, which print the stack: it says all of this
    const hidden = { code, reason, hint, source, retryable, function: failed, [MARK]: true };
    for (const key of Reflect.ownKeys(hidden)) {
      Object.defineProperty(this, key, { value: hidden[key as keyof typeof hidden] });
    }
  }

  /** The same error, as one of a call of the user's program. */
  at(callSite: CallSite): FlinkError {
    const { hint, cause, retryable, function: failed } = this;
    return new FlinkError(this.code, this.reason, { hint, callSite, cause, retryable, function: failed });
  }

  /** Errors of another copy of this package count too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && MARK in value;
  }
}
