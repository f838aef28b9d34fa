import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataTypes, defineTable, lit, proctime, type Table, type TableResult, type Untyped } from 'tsflink';

const D = DataTypes;
/** The directory of the tables' files; removed by {@link removeFixtures}. */
export const directory = mkdtempSync(join(tmpdir(), 'tsflink-table-'));

/** Small, and with NULLs, doubles, rows without partners and times at the edges of windows. */
const FILES = {
  clicks: `1,ada,/a,2026-01-01 10:00:00.000,5
2,bob,/a,2026-01-01 10:01:00.000,7
3,ada,/b,2026-01-01 10:04:59.999,1
4,-,/a,2026-01-01 10:05:00.000,2
5,ada,-,2026-01-01 10:11:00.000,9
6,bob,/c,2026-01-01 10:12:00.000,4
7,ada,/a,2026-01-01 10:31:00.000,3
7,ada,/a,2026-01-01 10:31:00.000,3
`,
  users: `1,ada,NZ
2,bob,-
3,eve,AU
`,
  rates: `ada,1.0,2026-01-01 09:00:00.000
bob,2.0,2026-01-01 09:00:00.000
ada,1.5,2026-01-01 10:10:00.000
`,
};
for (const [name, text] of Object.entries(FILES)) {
  mkdirSync(join(directory, name));
  writeFileSync(join(directory, name, 'part.csv'), text);
}

const from = (name: keyof typeof FILES) => ({
  with: {
    connector: 'filesystem',
    path: `file://${join(directory, name)}`,
    format: 'csv',
    'csv.null-literal': '-',
  },
});

export const clicks = defineTable(
  'clicks',
  { id: D.INT(), name: D.STRING(), url: D.STRING(), ts: D.TIMESTAMP(3), n: D.INT() },
  {
    ...from('clicks'),
    watermark: { column: 'ts', as: ($) => $.ts.minus(lit(1).minutes()) },
    computed: () => ({ pt: proctime() }),
  },
);
export const users = defineTable('users', { uid: D.INT(), uname: D.STRING(), country: D.STRING() }, from('users'));
export const rates = defineTable(
  'rates',
  { rname: D.STRING(), rate: D.DOUBLE(), rts: D.TIMESTAMP(3) },
  { ...from('rates'), watermark: { column: 'rts', as: ($) => $.rts.minus(lit(1).minutes()) } },
);

/** Removes the files. */
export const removeFixtures = () => rmSync(directory, { recursive: true, force: true });

/**
 * What a query yields in the end: its rows, sorted, as text; what was taken back is gone.
 * @param keyed whether rows replace those of the same first column
 */
export async function finalRows(query: Promise<TableResult<Untyped>>, keyed = false): Promise<string[]> {
  const counts = new Map<string, number>();
  const last = new Map<string, string>();
  for await (const { kind, row } of (await query).collectChangelog()) {
    const values = Object.values(row as object);
    const text = JSON.stringify(values, (_, value) => show(value));
    if (keyed) last.set(String(values[0]), text);
    else counts.set(text, (counts.get(text) ?? 0) + (kind === '-U' || kind === '-D' ? -1 : 1));
  }
  return [...last.values(), ...[...counts].flatMap(([text, count]) => Array(count).fill(text))].sort();
}

function show(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Map) return [...value].map((entry) => JSON.stringify(entry, (_, v) => show(v))).sort();
  return value;
}

/** A result of a table of any columns. */
export const run = (table: Table<Untyped>) => finalRows(table.execute());
