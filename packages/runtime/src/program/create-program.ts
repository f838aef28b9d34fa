import { AggregateProgram } from '../aggregate/aggregate-program.js';
import type { AggregateSpec } from '../aggregate/aggregate-spec.js';
import { AsyncProgram } from '../async/async-program.js';
import type { AsyncSpec } from '../async/async-spec.js';
import { CalcProgram } from '../calc/calc-program.js';
import type { CalcSpec } from '../calc/calc-spec.js';
import { CorrelateProgram } from '../correlate/correlate-program.js';
import type { CorrelateSpec } from '../correlate/correlate-spec.js';
import { ProcessProgram } from '../process/process-program.js';
import type { ProcessSpec } from '../process/process-spec.js';
import type { Program, ProgramContext } from './program.js';

/** What an operator asks for; `program` names the kind. */
export type ProgramSpec = AggregateSpec | AsyncSpec | CalcSpec | CorrelateSpec | ProcessSpec;

/** One for each kind of program: a kind that is missing does not compile. */
const PROGRAMS: {
  readonly [K in ProgramSpec['program']]: (
    spec: Extract<ProgramSpec, { program: K }>,
    context: ProgramContext,
  ) => Program;
} = {
  aggregate: (spec, context) => new AggregateProgram(spec, context),
  async: (spec, context) => new AsyncProgram(spec, context),
  calc: (spec, context) => new CalcProgram(spec, context),
  correlate: (spec, context) => new CorrelateProgram(spec, context),
  process: (spec, context) => new ProcessProgram(spec, context),
};

/** Makes the program of an operator. Throws FunctionError if a function is not there. */
export function createProgram(spec: ProgramSpec, context: ProgramContext): Program {
  const make = PROGRAMS[spec.program] as (spec: ProgramSpec, context: ProgramContext) => Program;
  return make(spec, context);
}
