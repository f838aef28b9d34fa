import { type FunctionFailure, isFunctionError } from '@tsflink/runtime';
import { ValueError } from '@tsflink/runtime/codec';
import { LocalFailure } from '@tsflink/runtime/testing';
import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { parseFrame } from '../source/frame.js';
import { original } from '../source/original.js';

/** Runs what calls a function; its failures are those that a job would have. */
export function runFunction<T>(definition: FunctionDefinition, run: () => T): T {
  try {
    return run();
  } catch (failure) {
    if (failure instanceof LocalFailure) throw failed(definition, failure.failure);
    if (isFunctionError(failure))
      throw failed(definition, { code: failure.code, detail: failure.message }, failure.cause);
    if (!(failure instanceof ValueError)) throw failure;
    throw new FlinkError(
      'ARGUMENT_INVALID',
      `The function ${definition.name} cannot be given this: ${failure.message}`,
    );
  }
}

function failed({ name }: FunctionDefinition, failure: FunctionFailure, thrown?: unknown): FlinkError {
  const { detail, stack = '', frame = '', row = '' } = failure;
  const said = failure.code === 'FUNCTION_FAILED' ? `The function '${name}' failed: ` : `The function '${name}': `;
  const code = failure.code === 'FUNCTION_LOAD_FAILED' ? 'FUNCTION_FAILED' : failure.code;
  const position = parseFrame(`    at ${frame}`);
  return new FlinkError(code, `${said}${detail}${row && `, called with ${row}`}`, {
    source: position && original(position),
    cause: thrown ?? (stack === '' ? undefined : Object.assign(new Error(detail), { stack })),
    function: { name, stack, row },
  });
}
