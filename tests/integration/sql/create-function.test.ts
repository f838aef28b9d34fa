import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../setup/failure.js';

const module = relative(process.cwd(), fileURLToPath(new URL('../functions/by-sql.ts', import.meta.url)));
let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
});
afterAll(() => tEnv.close());

const rows = async (query: string) => (await tEnv.executeSql(query)).toArray();

describe('CREATE FUNCTION … LANGUAGE TYPESCRIPT', () => {
  it('makes functions of each kind and of each scope, in a script', async () => {
    const results = await tEnv.executeSqlScript(`
      CREATE FUNCTION exclaim AS '${module}#exclaim' LANGUAGE TYPESCRIPT;
      CREATE FUNCTION IF NOT EXISTS exclaim AS '${module}#exclaim' LANGUAGE TYPESCRIPT;
      CREATE TEMPORARY SYSTEM FUNCTION letters AS '${module}#letters' LANGUAGE TYPESCRIPT;
      CREATE TEMPORARY FUNCTION length_sum AS '${module}' LANGUAGE TYPESCRIPT;
      CREATE TEMPORARY VIEW words AS SELECT * FROM (VALUES ('ab'), ('c')) AS t(word);
      SELECT exclaim(word) AS e, letter FROM words, LATERAL TABLE(letters(word));
    `);
    expect(results.map((result) => result.getResultKind())).toEqual([
      ...Array(5).fill('SUCCESS'),
      'SUCCESS_WITH_CONTENT',
    ]);
    expect(await results.at(-1)?.toArray()).toEqual([
      { e: 'ab!', letter: 'a' },
      { e: 'ab!', letter: 'b' },
      { e: 'c!', letter: 'c' },
    ]);
    expect(await rows('SELECT length_sum(word) AS n FROM words')).toEqual([{ n: 3n }]);
    expect(await tEnv.explainSql('SELECT exclaim(word) FROM words')).toContain('TypeScriptCalc');
  });

  it('keeps a function of the catalog, which is listed, described and dropped', async () => {
    expect(await tEnv.listUserDefinedFunctions()).toEqual(expect.arrayContaining(['exclaim', 'letters', 'length_sum']));
    expect(await rows('DESCRIBE FUNCTION EXTENDED exclaim')).toEqual(
      expect.arrayContaining([expect.objectContaining({ 'info value': `${module}#exclaim` })]),
    );
    const catalog = tEnv.getCatalog(await tEnv.getCurrentCatalog());
    expect((await catalog.getFunction('default_database.exclaim')).getClassName()).toBe(`${module}#exclaim`);
    await tEnv.executeSql('DROP FUNCTION exclaim');
    expect(await failureOf(() => rows("SELECT exclaim('a')"))).toMatchObject({ code: 'FUNCTION_UNDEFINED' });
  });

  it.each([
    [
      "CREATE FUNCTION f AS 'missing.ts#f' LANGUAGE TYPESCRIPT",
      'FUNCTION_NOT_FOUND',
      "There is no module 'missing.ts'",
    ],
    [
      `CREATE FUNCTION f AS '${module}#exclaim' LANGUAGE TYPESCRIPT USING JAR '/f.jar'`,
      'SQL_VALIDATION_ERROR',
      'takes neither USING nor WITH',
    ],
    [`CREATE FUNCTION f. AS '${module}#exclaim' LANGUAGE TYPESCRIPT`, 'SQL_PARSE_ERROR', 'LANGUAGE TYPESCRIPT'],
    [
      `CREATE TEMPORARY SYSTEM FUNCTION letters AS '${module}#letters' LANGUAGE TYPESCRIPT`,
      'FUNCTION_ALREADY_EXISTS',
      'letters',
    ],
    [`CREATE FUNCTION other.such.f AS '${module}#exclaim' LANGUAGE TYPESCRIPT`, 'CATALOG_NOT_FOUND', 'other'],
  ])('is refused: %s', async (statement, code, reason) => {
    const failure = await failureOf(() => tEnv.executeSql(statement));
    expect(failure).toMatchObject({ code, message: expect.stringContaining(reason) });
    expect(failure.message).toContain('create-function.test.ts');
  });
});
