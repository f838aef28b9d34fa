import { BigNumber } from 'bignumber.js';
import type { DataType, Table, TableEnvironment, Untyped } from 'tsflink';
import { expect } from 'vitest';
import type { SqlByName } from '../../expressions/family.js';
import { collect, rowsOf } from '../setup/rows.js';

/** That a table holds what SQL says, and is of the types that the compiler sees. */
export async function expectSameAsSql(
  tEnv: TableEnvironment,
  table: Table<Untyped>,
  cases: SqlByName,
  from: string,
): Promise<void> {
  const { fields } = await table.getResolvedSchema();
  const types = fields.map(({ name, type }) => [name, cases[name]?.[1] === 'untyped' ? 'untyped' : spelled(type)]);
  expect(Object.fromEntries(types)).toEqual(
    Object.fromEntries(Object.entries(cases).map(([name, [, type]]) => [name, type])),
  );
  const select = Object.entries(cases).map(([name, [sql]]) => `${sql} AS \`${name}\``);
  const actual = sorted(await collect(table));
  const expected = sorted(await rowsOf(await tEnv.executeSql(`SELECT\n${select.join(',\n')}\nFROM ${from}`)));
  expect(expected.length).toBeGreaterThan(0);
  for (const [name, [sql]] of Object.entries(cases)) {
    expect.soft({ [name]: actual.map((row) => row[name]) }, sql).toEqual({ [name]: expected.map((row) => row[name]) });
  }
}

const ROOTS: Partial<Record<string, string>> = {
  CHAR: 'STRING',
  VARCHAR: 'STRING',
  BINARY: 'BYTES',
  VARBINARY: 'BYTES',
  INTEGER: 'INT',
  TIME_WITHOUT_TIME_ZONE: 'TIME',
  TIMESTAMP_WITHOUT_TIME_ZONE: 'TIMESTAMP',
  TIMESTAMP_WITH_LOCAL_TIME_ZONE: 'TIMESTAMP_LTZ',
  INTERVAL_YEAR_MONTH: 'INTERVAL',
  INTERVAL_DAY_TIME: 'INTERVAL',
};

/** A type without what the compiler does not see: lengths, precisions, fields. */
function spelled({ root, nullable, children }: DataType['node']): string {
  const of = children ? `<${children.map(spelled).join(', ')}>` : '';
  return `${ROOTS[root] ?? root}${of}${nullable ? '' : ' NOT NULL'}`;
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
