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
  readonly code: FlinkErrorCode;
  /** What went wrong, without hint and place. */
  readonly reason: string;
  /** What the user can do. */
  readonly hint: string | undefined;
  /** The place in the user's program that this is about. */
  readonly source: SourcePosition | undefined;
  /** Whether running the same again may succeed. */
  readonly retryable: boolean;
  /** Set where a function of the user failed. */
  readonly function: FunctionFailure | undefined;

  constructor(code: FlinkErrorCode, reason: string, options: FlinkErrorOptions = {}) {
    const callSite = options.callSite ?? new CallSite();
    const source = options.source ?? callSite.position;
    const said = options.hint ? `${reason}\n${options.hint}` : reason;
    super(source ? `${said}\n    at ${formatPosition(source)}` : said, { cause: options.cause });
    this.code = code;
    this.reason = reason;
    this.hint = options.hint;
    this.source = source;
    this.retryable = options.retryable ?? false;
    this.function = options.function;
    this.stack = [`FlinkError [${code}]: ${this.message}`, ...callSite.frames].join('\n');
    Object.defineProperty(this, MARK, { value: true });
  }

  /** The same error, as one of a call of the user's program. */
  at(callSite: CallSite): FlinkError {
    return new FlinkError(this.code, this.reason, { ...this, callSite, cause: this.cause });
  }

  /** Errors of another copy of this package count too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && MARK in value;
  }

  /** What consoles and Node's own report of an uncaught error print: one screen, without Java's stack. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.stack ?? this.message;
  }
}
