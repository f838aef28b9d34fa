import type { MemoryRange, ProgramContext } from '../program/program.js';
import { type CalcBuffers, calcBuffers } from './calc-buffers.js';
import type { CalcSpec } from './calc-spec.js';
import { CallProgram } from './call-program.js';
import { type CompiledCalc, compileCalc } from './compile-calc.js';

/** The calls of one operator, compiled; lives beside the operator. */
export class CalcProgram extends CallProgram<CalcBuffers> {
  readonly #compiled: CompiledCalc;

  /** Throws FunctionError if a function is not there. */
  constructor(spec: CalcSpec, context: ProgramContext) {
    super(spec, context);
    this.#compiled = compileCalc(spec, this.evals(), context.constants);
  }

  /** Sets the memory that rows are read from and written to. */
  bind(...memory: Parameters<typeof calcBuffers>): void {
    this.buffers = calcBuffers(...memory);
  }

  written(from: number, next: number): MemoryRange[] {
    const { out, progress } = this.buffers as CalcBuffers;
    return [
      { memory: 1, begin: 0, end: out.cursor },
      { memory: 3, begin: from * 4, end: next * 4 },
      { memory: 4, begin: 0, end: progress.byteLength },
    ];
  }

  protected compute(buffers: CalcBuffers, from: number, count: number): number {
    return this.#compiled(buffers, from, count);
  }

  protected row({ progress }: CalcBuffers): number {
    return progress[0] as number;
  }
}
