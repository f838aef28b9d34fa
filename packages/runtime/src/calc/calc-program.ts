import { RowInput } from '../codec/input.js';
import type { FunctionFailure } from '../function/function-error.js';
import { FunctionInstance } from '../function/function-instance.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { SourcePositions } from '../function/source-positions.js';
import { type Phase as FailurePhase, failureOf } from '../program/failure.js';
import type { Program, ProgramContext } from '../program/program.js';
import { type CalcBuffers, calcBuffers, partsOfStep } from './calc-buffers.js';
import type { CalcSpec, CallSpec } from './calc-spec.js';
import { type CompiledCalc, callsInOrder, compileCalc } from './compile-calc.js';
import { describeCall } from './describe-call.js';

/** The calls of one operator, compiled; lives beside the operator. */
export class CalcProgram implements Program {
  readonly #spec: CalcSpec;
  readonly #calls: readonly CallSpec[];
  readonly #constants: Uint8Array;
  readonly #positions: SourcePositions;
  readonly #functions: readonly FunctionInstance[];
  readonly #compiled: CompiledCalc;
  #buffers: CalcBuffers | undefined;
  #failure: FunctionFailure | undefined;

  /** Throws FunctionError if a function is not there. */
  constructor(spec: CalcSpec, { artifacts, positions, constants, contextOf }: ProgramContext) {
    this.#spec = spec;
    this.#calls = callsInOrder(spec.calls);
    this.#constants = constants;
    this.#positions = positions;
    this.#functions = spec.functions.map((fn) => new FunctionInstance(fn, artifacts));
    FunctionInstance.openAll(this.#functions, contextOf);
    const evals = this.#functions.map((fn) => fn.main('eval'));
    this.#compiled = compileCalc(spec, evals, constants);
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

  close(): void {
    FunctionInstance.closeAll(this.#functions);
  }

  #toFailure(error: unknown): FunctionFailure {
    const { phase } = partsOfStep((this.#buffers as CalcBuffers).progress[1] as number);
    const fn = this.current() as FunctionSpec;
    return failureOf(error, PHASES[phase] as FailurePhase, fn, this.currentArguments(), this.#positions);
  }
}

const PHASES: readonly FailurePhase[] = ['arguments', 'call', 'result'];
