import { Code } from './code.js';
import { beginRow, readField, writeField } from './compile-row.js';
import type { RowInput } from './input.js';
import type { RowOutput } from './output.js';
import type { TypeNode } from './type-node.js';

/** Compiles a function that reads the only field of the row at an address. */
export function compileValueReader(type: TypeNode): (input: RowInput, base: number) => unknown {
  const code = new Code();
  return code.compile(['input', 'base'], `return ${readField(code, type, 0, 1)};`);
}

/** Compiles a function that writes a value as the only field of a row at the cursor. */
export function compileValueWriter(type: TypeNode): (out: RowOutput, value: unknown) => void {
  const code = new Code();
  return code.compile(['out', 'value'], `${beginRow(1)} ${writeField(code, type, 0, 1, 'value')}`);
}
