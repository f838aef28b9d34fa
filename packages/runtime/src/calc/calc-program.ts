import { cut } from '../codec/cut.js';
import { RowInput } from '../codec/input.js';
import { ValueError } from '../codec/value-error.js';
import type { Artifacts } from '../function/artifacts.js';
import { FunctionError, type FunctionErrorCode, type FunctionFailure } from '../function/function-error.js';
import type { FunctionSpec } from '../function/scalar-function.js';
import type { SourcePositions } from '../function/source-positions.js';
import { type CalcBuffers, calcBuffers, Phase, partsOfStep } from './calc-buffers.js';
import type { CalcSpec, CallSpec } from './calc-spec.js';
import { type CompiledCalc, callsInOrder, compileCalc } from './compile-calc.js';
import { describeCall } from './describe-call.js';

const MAX_DETAIL = 2_000;
const MAX_STACK = 20_000;

/** The calls of one operator, compiled; lives beside the operator. */
export class CalcProgram {
  readonly #spec: CalcSpec;
  readonly #calls: readonly CallSpec[];
  readonly #constants: Uint8Array;
  readonly #positions: SourcePositions;
  readonly #compiled: CompiledCalc;
  #buffers: CalcBuffers | undefined;
  #failure: FunctionFailure | undefined;

  /** Throws {@link FunctionError} if a function is not there. */
  constructor(spec: CalcSpec, constants: Uint8Array, artifacts: Artifacts, positions: SourcePositions) {
    this.#spec = spec;
    this.#calls = callsInOrder(spec.calls);
    this.#constants = constants;
    this.#positions = positions;
    const functions = spec.functions.map((fn) => artifacts.function(fn));
    this.#compiled = compileCalc(spec, functions, constants);
  }

  /** Sets the memory that rows are read from and written to. */
  bind(...memory: Parameters<typeof calcBuffers>): void {
    this.#buffers = calcBuffers(...memory);
  }

  /** Computes rows from one on, up to `count`; returns the first that is not done, or -1 after a failure. */
  run(from: number, count: number): number {
    try {
      return this.#compiled(this.#buffers as CalcBuffers, from, count);
    } catch (error) {
      this.#failure = this.#toFailure(error);
      return -1;
    }
  }

  /** The failure that {@link run} told of, as JSON. */
  failure(): string {
    return JSON.stringify(this.#failure);
  }

  /** The function that is running, or was when the call was ended from outside. */
  current(): FunctionSpec | undefined {
    const call = this.#calls[partsOfStep(this.#buffers?.progress[1] ?? 0).call];
    return call && this.#spec.functions[call.function];
  }

  /** What {@link current} was called with. */
  currentArguments(): string | undefined {
    const { input, offsets, progress } = this.#buffers as CalcBuffers;
    const call = this.#calls[partsOfStep(progress[1] as number).call];
    if (call === undefined) return undefined;
    input.decodeUtf8();
    const base = (offsets[progress[0] as number] as number) & ~7;
    return describeCall(this.#spec, call, input, base, new RowInput(this.#constants));
  }

  #toFailure(error: unknown): FunctionFailure {
    const { phase } = partsOfStep((this.#buffers as CalcBuffers).progress[1] as number);
    const fn = this.current() as FunctionSpec;
    const mapped = error instanceof Error && error.stack ? this.#positions.map(error.stack) : undefined;
    // A wrong result has no place of its own: the function's is the one to look at.
    const frame = phase === Phase.CALL ? (mapped?.frame ?? fn.source) : fn.source;
    const row = this.currentArguments();
    return {
      code: codeOf(error, phase),
      functionName: fn.name,
      detail: cut(detailOf(error, phase), MAX_DETAIL),
      ...(mapped && phase === Phase.CALL && { stack: cut(mapped.stack, MAX_STACK) }),
      ...(frame !== undefined && { frame }),
      ...(row !== undefined && { row }),
    };
  }
}

function codeOf(error: unknown, phase: number): FunctionErrorCode {
  if (error instanceof FunctionError) return error.code;
  return error instanceof ValueError && phase === Phase.RESULT ? 'FUNCTION_RESULT_TYPE' : 'FUNCTION_FAILED';
}

function detailOf(error: unknown, phase: number): string {
  if (error instanceof FunctionError) return error.message;
  if (error instanceof ValueError && phase === Phase.RESULT)
    return `wrong result: ${error.message}${hint(error.value)}`;
  if (error instanceof ValueError && phase === Phase.ARGUMENTS) return `argument out of range: ${error.message}`;
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
    ? '; a scalar function must return its value, so it cannot be async'
    : '';
}
