import type { RowInput } from '../input.js';
import { roundUp8 } from '../layout.js';
import type { RowOutput } from '../output.js';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';
import { arrayReader, arrayWriter } from './array.js';

const COUNT: TypeNode = { root: 'INTEGER', nullable: false };

/** MAP as Map, or bridged to object (string keys); MULTISET as Map from element to count. */
export function mapCodec(node: TypeNode): TypeCodec {
  const [key, value = COUNT] = node.children as readonly [TypeNode, TypeNode?];
  const [readKeys, readValues] = [arrayReader(key), arrayReader(value)];
  const [writeKeys, writeValues] = [arrayWriter(key), arrayWriter(value)];
  const asObject = node.bridgedTo === 'object';

  const read = (input: RowInput, base: number): unknown => {
    const keys = readKeys(input, base + 4);
    const values = readValues(input, base + 4 + input.view.getInt32(base, true));
    const entries = keys.map((entry, i) => [entry, values[i]] as const);
    return asObject ? Object.fromEntries(entries as [string, unknown][]) : new Map(entries);
  };
  const write = (out: RowOutput, map: unknown, base: number, slot: number): void => {
    const entries = entriesOf(map, asObject);
    if (entries === undefined) throw new ValueError(node, map);
    const at = out.cursor;
    out.reserve(8);
    out.cursor += 4;
    writeKeys(
      out,
      entries.map(([entry]) => entry),
    );
    out.view.setInt32(at, out.cursor - at - 4, true);
    writeValues(
      out,
      entries.map(([, entry]) => entry),
    );
    const size = out.cursor - at;
    const end = at + roundUp8(size);
    out.reserve(end - out.cursor);
    out.bytes.fill(0, out.cursor, end);
    out.cursor = end;
    out.offsetAndSize(slot, at - base, size);
  };
  return {
    node,
    width: 8,
    read: (code, { base, slot }) => `${code.bind(read)}(input, ${base} + input.view.getInt32(${slot} + 4, true))`,
    write: (code, map, { base, slot }) => `${code.bind(write)}(out, ${map}, ${base}, ${slot});`,
  };
}

function entriesOf(map: unknown, asObject: boolean): (readonly [unknown, unknown])[] | undefined {
  if (!asObject) return map instanceof Map ? [...map.entries()] : undefined;
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.entries(map) : undefined;
}
