import { Code } from '../codec/code.js';
import { beginRow, compileRowWriter, writeField } from '../codec/compile-row.js';
import type { Field, TypeNode } from '../codec/index.js';
import type { RowOutput } from '../codec/output.js';
import { ValueError } from '../codec/value-error.js';

/** Writes one result as a row at the cursor: the object of a ROW as its fields, any other value as the only one. */
export type ResultWriter = (out: RowOutput, value: unknown) => void;

/** Compiles the writer of a table function's results. It throws {@link ValueError} for what is not of the type. */
export function compileResultWriter(type: TypeNode): ResultWriter {
  if (type.root !== 'ROW') {
    const code = new Code();
    return code.compile(['out', 'value'], `${beginRow(1)} ${writeField(code, type, 0, 1, 'value')}`);
  }
  const write = compileRowWriter(type.fields as readonly Field[]);
  return (out, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ValueError(type, value);
    write(out, value);
  };
}
