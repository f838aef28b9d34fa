import type { TableResult, Untyped } from 'tsflink';

/** The rows of a result as they stand at its end, in the order of their text. */
export async function standing(result: TableResult<Untyped>): Promise<unknown[]> {
  const rows = new Map<string, unknown[]>();
  for await (const { kind, row } of result.collectChangelog()) {
    const key = JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
    const same = rows.get(key) ?? [];
    rows.set(key, kind === '+I' || kind === '+U' ? [...same, row] : same.slice(1));
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, same]) => same);
}
