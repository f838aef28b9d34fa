import { Code } from '../codec/code.js';
import { readField } from '../codec/compile-row.js';
import { cut } from '../codec/cut.js';
import type { TypeNode } from '../codec/index.js';
import type { RowInput } from '../codec/input.js';
import { show } from '../codec/value-error.js';
import { type FunctionSpec, parameterOf } from '../function/function-spec.js';
import type { ArgumentSpec, CallSpec, CallsSpec } from './calc-spec.js';
import { formed } from './formed.js';

const MAX_LENGTH = 500;

/** The arguments of a call, for messages: `ip = '1.2.3.4', n = inner(x = 1n)`. Reads the row anew. */
export function describeCall(
  spec: CallsSpec,
  call: CallSpec,
  input: RowInput,
  base: number,
  constants: RowInput,
): string {
  return cut(describe(call), MAX_LENGTH);

  function describe(inner: CallSpec): string {
    const fn = spec.functions[inner.function] as FunctionSpec;
    return inner.arguments
      .map((argument, i) => {
        const { name, type } = parameterOf(fn, i);
        return `${name} = ${value(argument, type)}`;
      })
      .join(', ');
  }

  function value(argument: ArgumentSpec, parameter: TypeNode): string {
    if ('call' in argument) return `${spec.functions[argument.call.function]?.name}(${describe(argument.call)})`;
    if ('constant' in argument) return field(constants, 0, spec.constants, argument.constant, parameter);
    return field(input, base, spec.input, argument.field, parameter);
  }
}

function field(from: RowInput, base: number, types: readonly TypeNode[], index: number, parameter: TypeNode): string {
  const code = new Code();
  const type = formed(types[index] as TypeNode, parameter);
  try {
    const body = `return ${readField(code, type, index, types.length)};`;
    return show(code.compile<(input: RowInput, base: number) => unknown>(['input', 'base'], body)(from, base));
  } catch (error) {
    return String(error);
  }
}
