import { Code } from '../code.js';
import { codecOf } from '../codec-of.js';
import type { RowInput } from '../input.js';
import { arrayHeaderSize, roundUp8 } from '../layout.js';
import type { RowOutput } from '../output.js';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { refuse } from './refuse.js';

/** ARRAY as array. */
export function arrayCodec(node: TypeNode): TypeCodec {
  const element = node.children?.[0] as TypeNode;
  const readAll = arrayReader(element);
  const writeAll = arrayWriter(element);
  return {
    node,
    width: 8,
    read: (code, { base, slot }) => `${code.bind(readAll)}(input, ${base} + input.view.getInt32(${slot} + 4, true))`,
    write: (code, value, { base, slot }) =>
      `if (!Array.isArray(${value})) ${refuse(code, node, value)}
       { const at = out.cursor; ${code.bind(writeAll)}(out, ${value});
         out.offsetAndSize(${slot}, at - ${base}, out.cursor - at); }`,
  };
}

/** Reads the BinaryArrayData that begins at an address. */
export function arrayReader(element: TypeNode): (input: RowInput, base: number) => unknown[] {
  const codec = codecOf(element);
  const code = new Code();
  const readOne = code.compile<(input: RowInput, base: number, slot: number) => unknown>(
    ['input', 'base', 'slot'],
    `return ${codec.read(code, { base: 'base', slot: 'slot' })};`,
  );
  return (input, base) => {
    const length = input.view.getInt32(base, true);
    const first = base + arrayHeaderSize(length);
    const values = new Array<unknown>(length);
    for (let i = 0; i < length; i++) {
      const isNull = (input.view.getUint8(base + 4 + (i >> 3)) & (1 << (i & 7))) !== 0;
      values[i] = isNull ? null : readOne(input, base, first + i * codec.width);
    }
    return values;
  };
}

/** Writes a BinaryArrayData at the cursor. */
export function arrayWriter(element: TypeNode): (out: RowOutput, values: readonly unknown[]) => void {
  const codec = codecOf(element);
  const code = new Code();
  const writeOne = code.compile<(out: RowOutput, value: unknown, base: number, slot: number) => void>(
    ['out', 'value', 'base', 'slot'],
    codec.write(code, 'value', { base: 'base', slot: 'slot' }),
  );
  return (out, values) => {
    const base = out.cursor;
    const first = base + arrayHeaderSize(values.length);
    const fixed = roundUp8(first - base + codec.width * values.length);
    out.reserve(fixed);
    out.bytes.fill(0, base, base + fixed);
    out.view.setInt32(base, values.length, true);
    out.cursor += fixed;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value === null && element.nullable) {
        const at = base + 4 + (i >> 3);
        out.view.setUint8(at, out.view.getUint8(at) | (1 << (i & 7)));
        continue;
      }
      try {
        if (value === null) throw new ValueError(element, value);
        writeOne(out, value, base, first + i * codec.width);
      } catch (error) {
        throw error instanceof ValueError ? error.within(`[${i}]`) : error;
      }
    }
  };
}
