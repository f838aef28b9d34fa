import { Code } from './code.js';
import { codecOf } from './codec-of.js';
import type { RowInput } from './input.js';
import { rowFixedSize, rowHeaderSize } from './layout.js';
import type { RowOutput } from './output.js';
import type { Field, TypeNode } from './type-node.js';
import { ValueError } from './value-error.js';

/** An expression that reads a field, or null, of the row at `base` of `input`. */
export function readField(code: Code, type: TypeNode, index: number, arity: number): string {
  const slot = `base + ${rowHeaderSize(arity) + index * 8}`;
  return `(${isNullField(index)} ? null : ${codecOf(type).read(code, { base: 'base', slot })})`;
}

/** An expression: whether a field of the row at `base` of `input` is NULL. */
export function isNullField(index: number): string {
  const bit = index + 8;
  return `(input.view.getUint8(base + ${bit >> 3}) & ${1 << (bit & 7)}) !== 0`;
}

/** Statements that begin a row at the cursor of `out`: its address becomes `base`, its null bits are cleared. */
export function beginRow(arity: number): string {
  const clear = Array.from({ length: rowHeaderSize(arity) / 8 }, (_, i) => zero(`base + ${i * 8}`)).join(' ');
  return `const base = out.cursor; out.reserve(${rowFixedSize(arity)}); out.cursor += ${rowFixedSize(arity)}; ${clear}`;
}

/** Statements that write a variable's value, or null, to a field of the row at `base` of `out`. */
export function writeField(code: Code, type: TypeNode, index: number, arity: number, value: string): string {
  const bit = index + 8;
  const at = `base + ${bit >> 3}`;
  const slot = `base + ${rowHeaderSize(arity) + index * 8}`;
  const codec = codecOf(type);
  const setNull = type.nullable
    ? `out.view.setUint8(${at}, out.view.getUint8(${at}) | ${1 << (bit & 7)}); ${zero(slot)}`
    : `throw new ${code.bind(ValueError)}(${code.bind(type)}, null);`;
  return `if (${value} === null) { ${setNull} } else {
    ${codec.width < 8 ? zero(slot) : ''}
    ${codec.write(code, value, { base: 'base', slot })}
  }`;
}

function zero(address: string): string {
  return `out.view.setFloat64(${address}, 0);`;
}

/** Compiles a function that reads the row at an address as plain object. */
export function compileRowReader(fields: readonly Field[]): (input: RowInput, base: number) => Record<string, unknown> {
  const code = new Code();
  const properties = fields.map(({ name, type }, i) => {
    // A plain `__proto__:` would set the prototype.
    const key = name === '__proto__' ? '["__proto__"]' : JSON.stringify(name);
    return `${key}: ${readField(code, type, i, fields.length)}`;
  });
  return code.compile(['input', 'base'], `return {\n${properties.join(',\n')}\n};`);
}

/** Compiles a function that writes a plain object as row at the cursor. */
export function compileRowWriter(fields: readonly Field[]): (out: RowOutput, row: object) => void {
  const code = new Code();
  const names = code.bind(fields.map(({ name }) => name));
  const statements = fields.map(
    ({ name, type }, i) => `{ field = ${i}; const value = row[${JSON.stringify(name)}];
      ${writeField(code, type, i, fields.length, 'value')} }`,
  );
  return code.compile(
    ['out', 'row'],
    `${beginRow(fields.length)}
     let field = 0;
     try { ${statements.join('\n')} } catch (error) {
       throw error instanceof ${code.bind(ValueError)} ? error.within(${names}[field]) : error;
     }`,
  );
}
