import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { Parameters } from '../functions/parameters.js';
import type { DataType } from '../types/data-type.js';

/** The types of a call, of a function whose types calls tell. */
export interface CallTypes<A extends readonly DataType[], R extends DataType> {
  /** Those of the arguments. */
  readonly args: A;
  /** That of the result, or of a row of results. */
  readonly returns: R;
}

/** The function as a call of those types has it. Throws ARGUMENT_INVALID where they are missing. */
export function ofCall(
  definition: FunctionDefinition,
  types: CallTypes<readonly DataType[], DataType> | undefined,
): FunctionDefinition {
  const { signatures, ...declared } = definition;
  if (signatures === undefined) return definition;
  if (types !== undefined) {
    return { ...declared, parameters: new Parameters(types.args).fields, returns: types.returns.node };
  }
  throw new FlinkError('ARGUMENT_INVALID', `testFunction needs the types of a call of ${definition.name}`, {
    hint: `Say which: testFunction(${definition.name}, { types: { args: [INT()], returns: INT() } }).`,
  });
}
