import type { RowOf, Table, TableResult } from 'tsflink';

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
