import { readFileSync } from 'node:fs';
import { DataTypes, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { rowsOf } from '../setup/rows.js';

let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
});
afterAll(() => tEnv.close());

/** The line of this file that ends with `// here: name`. */
const lineOf = (name: string) =>
  1 +
  readFileSync(import.meta.filename, 'utf8')
    .split('\n')
    .findIndex((line) => line.endsWith(`// here: ${name}`));

const users = () => tEnv.fromValues({ id: DataTypes.INT(), name: DataTypes.STRING() }, [{ id: 1, name: 'a' }]);

describe('errors of the program', () => {
  it.each<[string, string, string, string]>([
    ['wrong column', 'SELECT nmae FROM users', 'COLUMN_NOT_FOUND', 'nmae'],
    ['wrong table', 'SELECT * FROM usres', 'TABLE_NOT_FOUND', 'usres'],
    ['syntax', 'SELEC 1', 'SQL_PARSE_ERROR', 'SELEC'],
    ['wrong function', 'SELECT no_such_fn(1)', 'FUNCTION_UNDEFINED', 'no_such_fn'],
  ])('SQL: %s', async (_, sql, code, named) => {
    tEnv.createTemporaryView('users', users());
    const error = await failureOf(() => tEnv.executeSql(sql)); // here: sql
    await tEnv.dropTemporaryView('users');
    expect(error.code).toBe(code);
    expect(error.message).toContain(named);
    expect(error.source).toMatchObject({ file: import.meta.filename, line: lineOf('sql') });
    expect(error.message.split('\n').length).toBeLessThanOrEqual(12);
  });

  it('a command is blamed on its own line', async () => {
    const own = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    own.createTemporaryView('v', own.from('nowhere')); // here: command
    const error = await failureOf(() => own.executeSql('SELECT 1'));
    expect(error).toMatchObject({ code: 'TABLE_NOT_FOUND', source: { file: import.meta.filename } });
    expect([lineOf('command')]).toContain(error.source?.line);
    await own.close();
  });

  it('calls that waited with one that fails are not lost', async () => {
    const own = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    own.createTemporaryView('before', own.fromValues({ n: DataTypes.INT() }, [{ n: 1 }]));
    own.createTemporaryView('broken', own.from('nowhere'));
    own.createTemporaryView('after', own.fromValues({ n: DataTypes.INT() }, [{ n: 2 }]));
    const error = await failureOf(() => own.executeSql('SELECT 1'));
    expect(error.hint).toContain('The other call that waited with it goes with the next request.');
    const rows = await rowsOf(await own.executeSql('SELECT * FROM `before` UNION ALL SELECT * FROM `after`'));
    expect(rows.map(({ n }) => n).sort()).toEqual([1, 2]);
    await own.close();
  });

  it('a missing connector is named', async () => {
    await tEnv.executeSql("CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'nothing')");
    const error = await failureOf(() => tEnv.executeSql('SELECT * FROM t'));
    expect(error.code).toBe('CONNECTOR_NOT_FOUND');
    expect(error.message).toContain('nothing');
  });

  it('a query with other columns than were declared', async () => {
    const query = tEnv.sqlQuery({ n: DataTypes.STRING() })`SELECT 1 AS n`;
    const error = await failureOf(() => query.execute());
    expect(error.code).toBe('SCHEMA_MISMATCH');
    expect(error.message).toContain('INT');
  });

  it('a job that fails at run time', async () => {
    const result = await tEnv.executeSql("SELECT CAST(s AS INT) AS n FROM (VALUES ('1'), ('x')) AS t(s)");
    const error = await failureOf(() => rowsOf(result));
    expect(error.message).toContain("'x'");
    expect(error.cause).toBeInstanceOf(Error);
  });
});
