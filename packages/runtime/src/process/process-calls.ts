import { Code } from '../codec/code.js';
import { compileRowReader } from '../codec/compile-row.js';
import type { Field } from '../codec/index.js';
import type { RowInput } from '../codec/input.js';
import type { ProcessSpec } from './process-spec.js';
import { ROW_KINDS, withKind } from './row-kinds.js';

type Given = Record<string, unknown>;

/** Reads what `eval` is given. */
export interface ProcessCalls {
  /** Reads the scalars of a call. */
  scalars(input: RowInput, base: number): Given;
  /** The arguments of a call, with the row of one table, or of none. */
  given(input: RowInput, table: number, base: number, scalars: Given): Given;
}

/** Compiles the readers of a function's arguments. */
export function compileCalls({ arguments: all, tables }: ProcessSpec): ProcessCalls {
  const rows = tables.map((name) => {
    const { type } = all.find((field) => field.name === name) as Field;
    return compileRowReader(type.fields as readonly Field[]);
  });
  const merges = [undefined, ...tables].map((table) => compileMerge(all, tables, table));
  return {
    scalars: compileRowReader(all.filter(({ name }) => !tables.includes(name))),
    given(input, table, base, scalars) {
      const merge = merges[table + 1] as ReturnType<typeof compileMerge>;
      const read = rows[table];
      if (read === undefined) return merge(null, scalars);
      const row = read(input, base);
      const kind = input.view.getUint8(base);
      return merge(kind === 0 ? row : withKind(ROW_KINDS[kind] ?? '+I', row), scalars);
    },
  };
}

function compileMerge(all: readonly Field[], tables: readonly string[], table: string | undefined) {
  const properties = all.map(({ name }) => {
    const key = JSON.stringify(name);
    const value = name === table ? 'row' : tables.includes(name) ? 'null' : `scalars[${key}]`;
    return `[${key}]: ${value}`;
  });
  return new Code().compile<(row: Given | null, scalars: Given) => Given>(
    ['row', 'scalars'],
    `return { ${properties.join(', ')} };`,
  );
}
