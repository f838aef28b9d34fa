import { formed } from '../calc/formed.js';
import { Code } from '../codec/code.js';
import { readField } from '../codec/compile-row.js';
import type { TypeNode } from '../codec/index.js';
import type { RowInput } from '../codec/input.js';
import type { Method } from '../function/function-instance.js';
import type { AggregateCallSpec } from './aggregate-spec.js';
import type { Position } from './position.js';

/** Gives an accumulator the row at an address; returns the accumulator that it becomes. */
export type Update = (input: RowInput, base: number, accumulator: unknown, position: Position) => unknown;

/** Generates the call of `accumulate` or `retract` with the arguments of a row. */
export function compileUpdate(call: AggregateCallSpec, input: readonly TypeNode[], method: Method): Update {
  const code = new Code();
  const { parameters, onNull, namedArguments } = call.function;
  const names = call.arguments.map((_, i) => `a${i}`);
  const read = call.arguments.map((field, i) => {
    const type = formed(input[field] as TypeNode, parameters[i]?.type as TypeNode);
    return `const ${names[i]} = ${readField(code, type, field, input.length)};`;
  });
  const object = names.map((name, i) => `[${JSON.stringify(parameters[i]?.name)}]: ${name}`).join(', ');
  const args = ['accumulator', ...(namedArguments ? [`{ ${object} }`] : names)].join(', ');
  const skip = names.map((name) => `${name} === null`).join(' || ');
  return code.compile(
    ['input', 'base', 'accumulator', 'position'],
    `${read.join(' ')}
     position.phase = 'call';
     ${onNull === 'return-null' && skip !== '' ? `if (${skip}) return accumulator;` : ''}
     const made = ${code.bind(method)}(${args});
     return made === undefined ? accumulator : made;`,
  );
}
