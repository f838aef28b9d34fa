import { DataTypes, EnvironmentSettings, type FlinkError, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { given, givenAll, givenRows, givenSome, givenTable, same } from './functions/named.js';

const { BIGINT, INT } = DataTypes;

// Calcite casts arguments by position to the types of the parameters, and leaves those by name as they are.
describe.each(['streaming', 'batch'] as const)('arguments by name, in SQL in %s mode', (mode) => {
  const settings = EnvironmentSettings.newInstance();
  const tEnv = TableEnvironment.create(
    (mode === 'batch' ? settings.inBatchMode() : settings.inStreamingMode()).build(),
  );
  afterAll(() => tEnv.close());
  for (const fn of [given, same, givenRows, givenAll, givenSome]) tEnv.createTemporarySystemFunction(fn.udf.name, fn);
  tEnv.createTemporaryView('t', tEnv.fromValues({ i: INT() }, [{ i: 5 }]));
  const first = async (sql: string) => Object.values((await (await tEnv.executeSql(sql)).toArray())[0] as object)[0];

  it.each([
    ['literals', 'SELECT given(n => 33, d => 1) FROM t', 'bigint 33, number 1'],
    ['columns', 'SELECT given(d => i, n => i) FROM t', 'bigint 5, number 5'],
    [
      'calls, in filters',
      "SELECT given(n => same(i), d => 2) FROM t WHERE given(n => i, d => i) <> ''",
      'bigint 5, number 2',
    ],
    ['subqueries', 'SELECT i FROM t WHERE i IN (SELECT CHAR_LENGTH(given(n => i, d => 2)) - 13 FROM t)', 5],
    ['rows', 'SELECT s FROM t, LATERAL TABLE(given_rows(n => i, d => 1))', 'bigint 5, string 1.00'],
    ['groups', 'SELECT given_all(n => i) FROM t GROUP BY i', 'bigint 5;'],
    ['all rows', 'SELECT given_all(n => 7) FROM t', 'bigint 7;'],
    ['groups, one left out', 'SELECT given_some(n => i) FROM t GROUP BY i', 'bigint 5, null;'],
    ['all rows, none left out', 'SELECT given_some(d => i, n => i) FROM t', 'bigint 5, 5;'],
    ['distinct rows', 'SELECT given_all(DISTINCT n => i) FROM t', 'bigint 5;'],
  ])('are of the declared types: %s', async (_, sql, expected) => {
    expect(await first(sql)).toBe(expected);
  });

  it('are those of process table functions too, whose tables must be of the declared columns', async () => {
    if (mode === 'batch') return; // as in Flink
    tEnv.createTemporarySystemFunction('given_table', givenTable);
    const sql = (table: string) => `SELECT s FROM given_table(input => TABLE ${table}, n => 33, d => 1)`;
    tEnv.createTemporaryView('wide', tEnv.fromValues({ i: BIGINT() }, [{ i: 5n }]));
    expect(await first(sql('wide'))).toBe('bigint 5, bigint 33, number 1');
    const refused = (await tEnv.explainSql(sql('t')).catch((error: unknown) => error)) as FlinkError;
    expect(refused.message).toContain('takes a table input whose column i is BIGINT, but it is INT');
  });
});
