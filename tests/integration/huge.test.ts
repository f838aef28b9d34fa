import { DataTypes, EnvironmentSettings, lit, TableEnvironment, type Untyped } from 'tsflink';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from './setup/failure.js';
import { collect, rowsOf, sqlRows } from './setup/rows.js';

const { BYTES, INT, STRING } = DataTypes;
const MB = 1_000_000;
let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
});
afterEach(async () => {
  expect(await sqlRows(tEnv, 'SHOW CURRENT CATALOG')).toEqual([{ 'current catalog name': 'default_catalog' }]);
});
afterAll(() => tEnv.close());

const one = () => tEnv.fromValues({ n: INT().notNull() }, [{ n: 1 }]);
/** A column for each of many expressions. */
const columns = (count: number, of: (i: number) => Untyped) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, of(i)]));

describe('what is huge works', () => {
  it('a literal of 100 MB', async () => {
    const length = 100 * MB;
    const query = one().select(($) => ({ n: lit('x'.repeat(length)).charLength().minus($.n) }));
    expect(await collect(query)).toEqual([{ n: length - 1 }]);
  });

  // Flink's code splitter takes a time that grows with the square of the number of expressions: 10,000 are planned
  // in seconds, and their code is made in minutes
  it('a select of 10,000 expressions is planned, one of 1,000 runs', async () => {
    const wide = one().select(($) => columns(10_000, (i) => $.n.plus(i)));
    expect((await wide.getResolvedSchema()).getColumnNames()).toHaveLength(10_000);
    const [row] = await collect(one().select(($) => columns(1_000, (i) => $.n.plus(i))));
    expect(Object.values(row ?? {})).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 1));
  });

  // each table is a task that Flink deploys: a thousand of them take minutes on two cores
  it('a union of 1,000 tables is planned, one of 50 runs', async () => {
    const union = (count: number) => {
      let all = one();
      for (let n = 2; n <= count; n++) all = all.unionAll(tEnv.fromValues({ n: INT().notNull() }, [{ n }]));
      return all;
    };
    expect((await union(1_000).getResolvedSchema()).getColumnNames()).toEqual(['n']);
    expect(await collect(union(50).select(($) => ({ sum: $.n.sum(), count: $.n.count() })))).toEqual([
      { sum: 1275, count: 50n },
    ]);
  });

  it('a million rows of the program', async () => {
    const rows = function* () {
      for (let n = 1; n <= 1_000_000; n++) yield { n, s: `row ${n}` };
    };
    const many = tEnv.fromValues({ n: INT().notNull(), s: STRING() }, rows());
    expect(await collect(many.select(($) => ({ count: $.n.count(), last: $.n.max(), max: $.s.max() })))).toEqual([
      { count: 1_000_000n, last: 1_000_000, max: 'row 999999' },
    ]);
  });

  it('rows that are wide, once the option for them is raised', async () => {
    const query = `SELECT REPEAT('x', ${5 * MB}) AS s FROM (VALUES 1, 2, 3) AS t(n)`;
    const refused = await failureOf(async () => rowsOf(await tEnv.executeSql(query)));
    expect(refused).toMatchObject({
      code: 'RESULT_ROW_TOO_LARGE',
      hint: expect.stringContaining('collect-sink.batch-size.max'),
      source: { file: import.meta.filename },
    });
    tEnv.getConfig().set('collect-sink.batch-size.max', '16 mb');
    expect((await sqlRows(tEnv, query)).map(({ s }) => (s as string).length)).toEqual(Array(3).fill(5 * MB));
    tEnv.getConfig().reset('collect-sink.batch-size.max');
  });
});

describe('what is too huge is refused', () => {
  it('a request of more than 512 MB', async () => {
    const bytes = new Uint8Array(300 * MB);
    const query = one().select(() => ({ a: lit(bytes, BYTES()), b: lit(bytes, BYTES()) }));
    expect(await failureOf(() => query.getResolvedSchema())).toMatchObject({
      code: 'REQUEST_TOO_LARGE',
      reason: expect.stringContaining('512 MB'),
      source: { file: import.meta.filename },
    });
  });

  it('an expression that is nested too deep for the program', async () => {
    const deep = one().select(($) => {
      let x: Untyped = $.n;
      for (let i = 0; i < 10_000; i++) x = x.plus(1);
      return { x };
    });
    expect(await failureOf(() => deep.execute())).toMatchObject({
      code: 'PLAN_TOO_DEEP',
      source: { file: import.meta.filename },
    });
  });
});
