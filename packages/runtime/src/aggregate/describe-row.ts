import { formed } from '../calc/formed.js';
import { Code } from '../codec/code.js';
import { readField } from '../codec/compile-row.js';
import { cut } from '../codec/cut.js';
import type { TypeNode } from '../codec/index.js';
import type { RowInput } from '../codec/input.js';
import { show } from '../codec/value-error.js';
import type { AggregateCallSpec } from './aggregate-spec.js';

const MAX_LENGTH = 500;

/** The arguments that a row gives to a call, for messages: `price = 2n, quantity = 3`. Reads the row anew. */
export function describeRow(
  call: AggregateCallSpec,
  types: readonly TypeNode[],
  input: RowInput,
  base: number,
): string {
  const parts = call.function.parameters.map(({ name, type }, i) => {
    const field = call.arguments[i] as number;
    const code = new Code();
    const body = `return ${readField(code, formed(types[field] as TypeNode, type), field, types.length)};`;
    try {
      const read = code.compile<(input: RowInput, base: number) => unknown>(['input', 'base'], body);
      return `${name} = ${show(read(input, base))}`;
    } catch (error) {
      return `${name} = ${String(error)}`;
    }
  });
  return cut(parts.join(', '), MAX_LENGTH);
}
