import type { RowOf, Table, TableEnvironment, TableResult } from 'tsflink';

/** All rows of a result. */
export async function rowsOf<S>(result: TableResult<S>): Promise<RowOf<S>[]> {
  const rows: RowOf<S>[] = [];
  for await (const row of result.collect()) rows.push(row);
  return rows;
}

/** All rows of a table. */
export async function collect<S>(table: Table<S>): Promise<RowOf<S>[]> {
  return rowsOf(await table.execute());
}

/** All rows of a query in SQL, whose columns the compiler does not know. */
export async function sqlRows(tEnv: TableEnvironment, query: string): Promise<Record<string, unknown>[]> {
  return rowsOf((await tEnv.executeSql(query)) as TableResult<unknown>) as Promise<Record<string, unknown>[]>;
}
