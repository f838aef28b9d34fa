import { nameOfCode } from '../code.js';
import type { RowKind } from '../row-function.js';
import { Reading } from './reading.js';
import type { SourceTypes } from './source-types.js';

/**
 * Reads the types of a function, or of the `eval` of an object or class, from the file that its author wrote. Throws
 * FUNCTION_INVALID, which names the parameter, its line, and what to declare.
 */
export function readTypes(kind: RowKind, name: string | undefined, code: unknown): SourceTypes {
  const called = name ?? nameOfCode(code);
  const { variable, parameters, returns, position } = new Reading(kind, code, called).head('eval');
  const reading = new Reading(kind, code, called === '' ? (variable ?? '') : called);
  return {
    name: reading.name,
    args: parameters.map((parameter) => reading.parameter(parameter)),
    parameterNames: parameters.map((parameter) => parameter.name),
    returns: reading.result(returns, position),
  };
}
