import { BigNumber } from 'bignumber.js';
import type { ARRAY, DataType, MAP, MULTISET, Table, TableEnvironment, Untyped } from 'tsflink';
import { expect } from 'vitest';
import { collect, rowsOf } from '../setup/rows.js';

type IsUntyped<T> = 0 extends 1 & T ? true : false;
type Spelled<C> =
  C extends ARRAY<infer E>
    ? `ARRAY<${Spelling<E>}>`
    : C extends MAP<infer K, infer V>
      ? `MAP<${Spelling<K>}, ${Spelling<V>}>`
      : C extends MULTISET<infer E>
        ? `MULTISET<${Spelling<E>}>`
        : C extends { readonly kind: infer K extends string }
          ? K
          : never;
/** The type that the compiler sees, as the planner would write it: `BIGINT NOT NULL`. */
export type Spelling<C> =
  IsUntyped<C> extends true ? 'untyped' : `${Spelled<NonNullable<C>>}${null extends C ? '' : ' NOT NULL'}`;

/** For each column: the same in SQL, and its type as the compiler sees it. */
export type Cases<S> = { readonly [K in keyof S]: readonly [sql: string, type: Spelling<S[K]>] };

/**
 * That a table of expressions, computed from the view `source`, holds what SQL says, and is of the types that the
 * compiler sees: the last argument compiles only with them.
 */
export async function expectSameAsSql<S>(
  tEnv: TableEnvironment,
  source: string,
  table: Table<S>,
  cases: Cases<S>,
): Promise<void> {
  const columns = Object.entries<readonly [string, string]>(cases as never);
  const select = columns.map(([name, [sql]]) => `${sql} AS \`${name}\``).join(',\n');
  const schema = await table.getResolvedSchema();
  expect(
    Object.fromEntries(
      schema.fields.map(({ name, type }, i) => [name, columns[i]?.[1][1] === 'untyped' ? 'untyped' : spelled(type)]),
    ),
  ).toEqual(Object.fromEntries(columns.map(([name, [, type]]) => [name, type])));
  const actual = sorted((await collect(table as Table<Untyped>)) as object[]);
  const expected = sorted(await rowsOf(await tEnv.executeSql(`SELECT\n${select}\nFROM ${source}`)));
  expect(expected.length).toBeGreaterThan(0);
  for (const [name] of columns) {
    const of = (rows: readonly Record<string, unknown>[]) => ({ [name]: rows.map((row) => row[name]) });
    expect.soft(of(actual), cases[name as keyof S][0]).toEqual(of(expected));
  }
}

const FAMILIES: Partial<Record<string, string>> = {
  CHAR: 'STRING',
  VARCHAR: 'STRING',
  BINARY: 'BYTES',
  VARBINARY: 'BYTES',
  INTEGER: 'INT',
};
type Node = DataType['node'];

/** A type without what the compiler does not see: lengths, precisions, fields. */
function spelled(node: Node): string {
  const [first, second] = node.children ?? [];
  const root = FAMILIES[node.root] ?? node.root;
  const family = root.startsWith('INTERVAL')
    ? 'INTERVAL'
    : root.startsWith('TIME_')
      ? 'TIME'
      : root.startsWith('TIMESTAMP_WITH_')
        ? 'TIMESTAMP_LTZ'
        : root.startsWith('TIMESTAMP')
          ? 'TIMESTAMP'
          : root;
  const of = first ? `<${second ? `${spelled(first)}, ${spelled(second)}` : spelled(first)}>` : '';
  return `${family}${of}${node.nullable ? '' : ' NOT NULL'}`;
}

/** Rows in the order of their `id`, with values that can be compared. */
function sorted(rows: readonly object[]): Record<string, unknown>[] {
  const plainRows = rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])));
  return plainRows.sort((a, b) => Number(a.id) - Number(b.id));
}

function plain(value: unknown): unknown {
  if (BigNumber.isBigNumber(value)) return value.toFixed();
  if (value instanceof Map) return new Map([...value].map(([k, v]) => [plain(k), plain(v)]));
  if (ArrayBuffer.isView(value)) return [...(value as Uint8Array)];
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if (Reflect.get(value, Symbol.toStringTag) !== undefined) return String(value);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
}
