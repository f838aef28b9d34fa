import { DataTypes, EnvironmentSettings, FlinkError, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { eachOf, failing, nested, split, upTo } from './functions/tables.js';

const { BIGINT, STRING } = DataTypes;
const settings = { streaming: EnvironmentSettings.inStreamingMode(), batch: EnvironmentSettings.inBatchMode() };

describe.each(['streaming', 'batch'] as const)('a table function in %s mode', (mode) => {
  const tEnv = TableEnvironment.create(settings[mode]);
  afterAll(() => tEnv.close());
  tEnv.createTemporarySystemFunction('split', split);
  tEnv.createTemporarySystemFunction('up_to', upTo);
  tEnv.createTemporarySystemFunction('nested', nested);
  tEnv.createTemporarySystemFunction('failing', failing);
  tEnv.createTemporarySystemFunction('each_of', eachOf);

  const lines = tEnv.fromValues({ id: BIGINT().notNull(), line: STRING() }, [
    { id: 1n, line: 'to be' },
    { id: 2n, line: null },
    { id: 3n, line: 'Zürich 😀' },
    { id: 4n, line: '' },
  ]);
  tEnv.createTemporaryView('lines', lines);

  const rows = async (query: string) => {
    const found: unknown[] = [];
    for await (const row of (await tEnv.executeSql(query)).collect()) found.push(row);
    return found;
  };

  it('gives rows of columns, of NULLs and of any script', async () => {
    expect(await rows("SELECT id, word, size FROM lines, LATERAL TABLE(split(line, ' '))")).toEqual([
      { id: 1n, word: 'to', size: 2 },
      { id: 1n, word: 'be', size: 2 },
      { id: 3n, word: 'Zürich', size: 6 },
      { id: 3n, word: '😀', size: 2 },
      { id: 4n, word: '', size: 0 },
    ]);
  });

  it('keeps rows for which there are none in a left join, and is an object where it is a class', async () => {
    expect(
      await rows('SELECT id, i FROM lines LEFT JOIN LATERAL TABLE(up_to(CHAR_LENGTH(line) - 4)) AS t(i) ON TRUE'),
    ).toEqual([
      { id: 1n, i: 0n },
      { id: 2n, i: null },
      { id: 3n, i: 0n },
      { id: 3n, i: 1n },
      { id: 3n, i: 2n },
      { id: 3n, i: 3n },
      { id: 4n, i: null },
    ]);
  });

  it('takes any number of arguments, in batches and row by row', async () => {
    const expected = [
      { id: 1n, word: '-TO BE', n: 0 },
      { id: 1n, word: '-X', n: 1 },
      { id: 2n, word: '-X', n: 1 },
    ];
    const batches = "SELECT id, UPPER(word) AS word, n FROM lines, LATERAL TABLE(each_of('-', line, 'x')) WHERE id < 3";
    const single = `SELECT id, word, n FROM lines,
      LATERAL (SELECT UPPER(word) AS word, n FROM TABLE(each_of('-', line, 'x'))) AS t WHERE id < 3`;
    for (const [query, node] of [
      [batches, / TypeScriptCorrelate\(|^TypeScriptCorrelate\(/m],
      [single, /[^t]Correlate\(/],
    ] as const) {
      expect(await tEnv.explainSql(query)).toMatch(node);
      expect(await rows(query)).toEqual(expected);
    }
  });

  it('gives values of any type, also of constants', async () => {
    expect(await rows("SELECT * FROM LATERAL TABLE(nested('ab'))")).toEqual([
      { tags: ['a', 'b', null], counts: new Map([['ab', 2]]) },
    ]);
  });

  it('fails with function, line and row', async () => {
    const error = await rows('SELECT id, n FROM lines, LATERAL TABLE(failing(id)) AS t(n)').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FlinkError);
    expect(error).toMatchObject({ code: 'FUNCTION_FAILED' });
    expect((error as FlinkError).message).toMatch(/failing.*RangeError: cannot take 3/s);
    expect((error as FlinkError).message).toMatch(/tables\.ts:\d+/);
    expect((error as FlinkError).function).toMatchObject({ name: 'failing', row: 'arg0 = 3n' });
  });

  it('is refused with wrong arguments when it is planned', async () => {
    const error = await tEnv.explainSql('SELECT * FROM LATERAL TABLE(split(1))').catch((e: unknown) => e);
    expect((error as FlinkError).message).toContain('split(arg0 => STRING, arg1 => STRING NOT NULL)');
  });
});
