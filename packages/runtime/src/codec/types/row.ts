import { compileRowReader, compileRowWriter } from '../compile-row.js';
import type { TypeCodec } from '../type-codec.js';
import type { Field, TypeNode } from '../type-node.js';
import { refuse } from './refuse.js';

/** ROW as plain object. */
export function rowCodec(node: TypeNode): TypeCodec {
  const fields = node.fields as readonly Field[];
  const readRow = compileRowReader(fields);
  const writeRow = compileRowWriter(fields);
  return {
    node,
    width: 8,
    read: (code, { base, slot }) => `${code.bind(readRow)}(input, ${base} + input.view.getInt32(${slot} + 4, true))`,
    write: (code, value, { base, slot }) =>
      `if (typeof ${value} !== 'object' || Array.isArray(${value})) ${refuse(code, node, value)}
       { const at = out.cursor; ${code.bind(writeRow)}(out, ${value});
         out.offsetAndSize(${slot}, at - ${base}, out.cursor - at); }`,
  };
}
