import type { FunctionFailure } from '../function/function-error.js';
import { FunctionInstance, type Method } from '../function/function-instance.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { SourcePositions } from '../function/source-positions.js';
import { type Phase as FailurePhase, failureOf } from '../program/failure.js';
import type { MemoryRange, Program, ProgramContext } from '../program/program.js';
import { type CallBuffers, partsOfStep } from './calc-buffers.js';
import type { CallSpec, CallsSpec } from './calc-spec.js';
import { callInProgress } from './call-in-progress.js';
import { callsInOrder } from './compile-calc.js';

/** Calls over the rows of a batch; what is made of their results is the subclass's. */
export abstract class CallProgram<B extends CallBuffers> implements Program {
  protected buffers: B | undefined;
  readonly #spec: CallsSpec;
  readonly #calls: readonly CallSpec[];
  readonly #constants: Uint8Array;
  readonly #positions: SourcePositions;
  readonly #functions: readonly FunctionInstance[];
  #failure: FunctionFailure | undefined;

  /** Throws FunctionError if a function is not there. */
  constructor(spec: CallsSpec, { artifacts, positions, constants, contextOf }: ProgramContext) {
    this.#spec = spec;
    this.#calls = callsInOrder(spec.calls);
    this.#constants = constants;
    this.#positions = positions;
    this.#functions = spec.functions.map((fn) => new FunctionInstance(fn, artifacts));
    FunctionInstance.openAll(this.#functions, contextOf);
  }

  abstract bind(...memory: ArrayBuffer[]): void;

  abstract written(from: number, next: number): MemoryRange[];

  /** As {@link run}, but throws what failed. */
  protected abstract compute(buffers: B, from: number, count: number): number;

  /** The row that is at work. */
  protected abstract row(buffers: B): number;

  /** The code of each function of the spec. */
  protected evals(): Method[] {
    return this.#functions.map((fn) => fn.main('eval'));
  }

  /** Computes rows from one on, up to `count`; returns the first that is not done, or -1 after a failure. */
  run(from: number, count: number): number {
    try {
      return this.compute(this.buffers as B, from, count);
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
    const call = this.#calls[partsOfStep(this.buffers?.progress[1] ?? 0).call];
    return call && this.#spec.functions[call.function];
  }

  /** What {@link current} was called with. */
  currentArguments(): string | undefined {
    const buffers = this.buffers as B;
    return callInProgress(this.#spec, this.#constants, buffers, this.row(buffers))?.arguments;
  }

  close(): void {
    FunctionInstance.closeAll(this.#functions);
  }

  #toFailure(error: unknown): FunctionFailure {
    const { phase } = partsOfStep((this.buffers as B).progress[1] as number);
    const fn = this.current() as FunctionSpec;
    return failureOf(error, PHASES[phase] as FailurePhase, fn, this.currentArguments(), this.#positions);
  }
}

const PHASES: readonly FailurePhase[] = ['arguments', 'call', 'result'];
