import { cut } from '../codec/cut.js';
import { ValueError } from '../codec/value-error.js';
import { FunctionError, type FunctionErrorCode, type FunctionFailure } from '../function/function-error.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { SourcePositions } from '../function/source-positions.js';

const MAX_DETAIL = 2_000;
const MAX_STACK = 20_000;

/** What a program was doing: reading what a function is given, calling it, or writing what it gave or keeps. */
export type Phase = 'arguments' | 'call' | 'result' | 'accumulator' | 'state';

/** A failure of a function, for the user: what, where, in which method, and with which row. */
export function failureOf(
  error: unknown,
  phase: Phase,
  fn: FunctionSpec,
  row: string | undefined,
  positions: SourcePositions,
  method?: string,
): FunctionFailure {
  const mapped = error instanceof Error && error.stack ? positions.map(error.stack) : undefined;
  // A wrong result has no place of its own: the function's is the one to look at.
  const frame = phase === 'call' ? (mapped?.frame ?? fn.source) : fn.source;
  return {
    code: codeOf(error, phase),
    functionName: fn.name,
    detail: cut(`${method === undefined ? '' : `${method}(): `}${detailOf(error, phase)}`, MAX_DETAIL),
    ...(mapped && phase === 'call' && { stack: cut(mapped.stack, MAX_STACK) }),
    ...(frame !== undefined && { frame }),
    ...(row !== undefined && { row }),
  };
}

function codeOf(error: unknown, phase: Phase): FunctionErrorCode {
  if (error instanceof FunctionError) return error.code;
  return error instanceof ValueError && isResult(phase) ? 'FUNCTION_RESULT_TYPE' : 'FUNCTION_FAILED';
}

function isResult(phase: Phase): boolean {
  return phase === 'result' || phase === 'accumulator' || phase === 'state';
}

function detailOf(error: unknown, phase: Phase): string {
  if (error instanceof FunctionError) return error.message;
  if (error instanceof ValueError && isResult(phase)) return `wrong ${phase}: ${error.message}${hint(error.value)}`;
  if (error instanceof ValueError && phase === 'arguments') return `argument out of range: ${error.message}`;
  return thrown(error);
}

function thrown(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${typeof error} ${String(error)}, which is not an Error`;
  const cause = error.cause === undefined ? '' : ` (cause: ${String(error.cause)})`;
  return `${error.name}: ${error.message}${cause}`;
}

function hint(value: unknown): string {
  if (value === undefined) return '; return null for NULL';
  return typeof (value as { then?: unknown } | null)?.then === 'function'
    ? '; a function made by udf must return its value, so it cannot be async: asyncUdf makes one that may'
    : '';
}
