import * as fc from 'fast-check';
import {
  type DataType,
  DataTypes,
  EnvironmentSettings,
  ifThenElse,
  lit,
  nullOf,
  type Table,
  TableEnvironment,
  type Untyped,
} from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { plain } from '../values/arbitraries.js';
import { COLUMNS, NAMES, rowsOfEveryType } from '../values/types.js';
import {
  COLUMN_WISE,
  emitted,
  kept,
  later,
  laterTwice,
  ofColumns,
  passed,
  REPLACING,
  ROW_WISE,
  remembered,
  STATE_NAMES,
  scalars,
  twice,
  viewed,
} from './functions/every-type.js';
import { rowsOf } from './setup/rows.js';

const { INT } = DataTypes;
type Row = Record<string, unknown>;
/** A failure shows what differs, not all rows. */
const PROPERTY: fc.Parameters<[Row[]]> = {
  seed: 20_260,
  endOnFailure: true,
  reporter: ({ failed, errorInstance }) => {
    if (failed) throw errorInstance;
  },
};
const RENAMED = NAMES.map((name) => `${name}_`);
const EMPTY = Object.fromEntries(NAMES.map((name) => [name, null]));

/** Whether there are literals of a value; of a nested type there are none. */
function isLiteral(given: unknown, type: DataType): boolean {
  try {
    return lit(given as 1, type) !== undefined && given !== null;
  } catch {
    return false;
  }
}

/** The rows of a table as they stand at its end, by its column `k`. */
async function byKey(table: Table<Untyped>): Promise<Map<number, unknown[]>> {
  const rows = new Map<number, unknown[]>();
  for await (const { kind, row } of (await table.execute()).collectChangelog()) {
    const { k, ...values } = row as { k: number };
    const same = kind === '-U' || kind === '-D' ? [] : [...(rows.get(k) ?? []), plain(values)];
    rows.set(k, same);
  }
  return rows;
}

describe.each(['streaming', 'batch'] as const)('values of every type, in %s mode', (mode) => {
  const builder = EnvironmentSettings.newInstance().withConfiguration({
    'state.backend.type': 'rocksdb',
    'parallelism.default': '1',
  });
  const tEnv = TableEnvironment.create((mode === 'batch' ? builder.inBatchMode() : builder.inStreamingMode()).build());
  afterAll(() => tEnv.close());

  /** That what a query makes of rows of every type, and of NULLs after each if it keeps values, is as expected. */
  const unchanged = (query: (table: Untyped) => Table<Untyped>, expected: (row: Row) => unknown[], keeps = false) =>
    fc.assert(
      fc.asyncProperty(rowsOfEveryType, async (rows) => {
        const keyed = rows.flatMap((row, k) => (keeps ? [row, EMPTY] : [row]).map((columns) => ({ k, ...columns })));
        const table = tEnv.fromValues({ k: INT().notNull(), ...COLUMNS }, keyed as Untyped);
        const result = await byKey(query(table));
        for (const [k, row] of rows.entries()) expect(result.get(k)).toEqual(expected(row).map(plain));
        expect(result.size).toBe(rows.length);
      }),
      // What keeps values takes long to compile.
      { ...PROPERTY, numRuns: keeps ? 1 : 2 },
    );
  const each = (value: (name: string) => Untyped) => Object.fromEntries(NAMES.map((name) => [name, value(name)]));
  const all = ($: Untyped) => each((name) => $[name]);
  const back = ($: Untyped) => each((name) => $[`${name}_`]);

  it.each([
    ['scalar functions', ROW_WISE],
    ['vectorised scalar functions', COLUMN_WISE],
  ])('pass through %s', (_, functions) =>
    unchanged(
      (table) => table.select('k', ($: Untyped) => each((name) => functions[name]($[name]))),
      (row) => [row],
    ),
  );

  it('pass through scalar functions that are called row by row', () =>
    unchanged(
      (table) =>
        table.select('k', ($: Untyped) =>
          each((name) =>
            ifThenElse($.k.isGreaterOrEqual(0), ROW_WISE[name]($[name]), nullOf(COLUMNS[name] as DataType)),
          ),
        ),
      (row) => [row],
    ));

  it('pass through table functions', () =>
    unchanged(
      (table) => table.joinLateral(($: Untyped) => twice(all($)).as(...RENAMED)).select('k', back),
      (row) => [row, row],
    ));

  it('pass through aggregate functions', async () => {
    await unchanged(
      (table) => table.groupBy('k').select('k', ($: Untyped) => each((name) => REPLACING[name]($[name]))),
      (row) => [row],
      true,
    );
    await unchanged(
      (table) =>
        table.groupBy('k').select('k', ($: Untyped) => ({
          kept: kept(all($)),
          viewed: viewed(all($)),
          columns: ofColumns(all($)),
        })),
      (row) => [{ kept: row, viewed: { listed: row, mapped: row }, columns: row }],
      true,
    );
  });

  if (mode === 'batch') return; // The others are of streaming mode, as in Flink.

  it('pass through table aggregate functions', () =>
    unchanged(
      (table) =>
        table
          .groupBy('k')
          .flatAggregate(($: Untyped) => emitted(all($)).as(...RENAMED))
          .select('k', back),
      (row) => [row, row],
      true,
    ));

  it('pass through asynchronous functions', () =>
    unchanged(
      (table) => table.select('k', ($: Untyped) => ({ later: later(all($)) })),
      (row) => [{ later: row }],
    ));

  it('pass through asynchronous table functions', async () => {
    tEnv.createTemporarySystemFunction('laterTwice', laterTwice);
    const quoted = (names: readonly string[], of = '') => names.map((name) => `${of}\`${name}\``).join(', ');
    let views = 0;
    await unchanged(
      (table) => {
        const view = `of_every_type_${++views}`;
        tEnv.createTemporaryView(view, table);
        const call = `LATERAL TABLE(laterTwice(${quoted(NAMES, 'v.')})) AS t(${quoted(RENAMED)})`;
        return tEnv.sqlQuery(`SELECT k, t.* FROM ${view} AS v, ${call}`).select('k', back);
      },
      (row) => [row, row],
    );
  });

  it('are scalar arguments of process table functions, literals and NULLs', async () => {
    const row = fc.sample(rowsOfEveryType, { seed: 7, numRuns: 1 })[0]?.at(-1) as Row;
    const literals = NAMES.filter((name) => isLiteral(row[name], COLUMNS[name] as DataType));
    expect(literals.length).toBeGreaterThan(25);
    const one = tEnv.fromValues({ k: INT().notNull() }, [{ k: 1 }]);
    const given = NAMES.map((name) => {
      const type = COLUMNS[name] as DataType;
      return literals.includes(name) ? lit(row[name] as 1, type) : nullOf(type);
    });
    const expected = { ...EMPTY, ...Object.fromEntries(literals.map((name) => [name, row[name]])) };
    const [result] = await rowsOf(await one.process(scalars, ...given).execute());
    expect(plain(result)).toEqual(plain(expected));
  });

  it('pass through process table functions, and their state', async () => {
    await unchanged(
      (table) => table.process(passed).select('*'),
      (row) => [row],
    );
    await unchanged(
      (table) => table.partitionBy('k').process(remembered).select('*'),
      (row) => {
        const kept = Object.fromEntries(STATE_NAMES.map((name) => [name, row[name]]));
        return [0, 1].map(() => ({ valued: kept, listed: kept, mapped: kept }));
      },
      true,
    );
  });
});
