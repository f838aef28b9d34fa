import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataTypes, EnvironmentSettings, type FunctionContext, TableEnvironment, udf } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import wordListPath from 'word-list';
import { country, region, word, wordFile } from './functions/files.js';
import { collect } from './setup/rows.js';

const { INT, STRING } = DataTypes;

class FirstLine {
  #context: FunctionContext | undefined;
  open(context: FunctionContext): void {
    this.#context = context;
  }
  eval(name: string): string {
    const { getCachedFile, getJobParameter } = this.#context as FunctionContext;
    const [file = '', ...inside] = name.split('/');
    const [line] = readFileSync([getCachedFile(file), ...inside].join('/'), 'utf8').split('\n');
    return `${getJobParameter('prefix', '-')}${line}${getJobParameter('suffix', '.')}`;
  }
}
const firstLine = udf({ name: 'first_line', args: [STRING().notNull()], returns: STRING() }, FirstLine);

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tsflink-archives-'));
  spawnSync('tar', ['-czf', join(directory, 'functions.tar.gz'), '-C', import.meta.dirname, 'functions', 'setup']);
  writeFileSync(join(directory, 'broken.zip'), 'no zip');
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('what a job takes along', () => {
  const tEnv = TableEnvironment.create();
  afterAll(() => tEnv.close());
  const lines = (...names: string[]) =>
    tEnv
      .fromValues(
        { name: STRING().notNull() },
        names.map((name) => ({ name })),
      )
      .select(($) => ({ line: firstLine($.name) }));

  it('files, archives and parameters', async () => {
    tEnv.addFile(import.meta.filename);
    tEnv.addFile(new URL('./setup/rows.ts', import.meta.url), 'rows, read');
    tEnv.addFile(import.meta.dirname, 'a directory');
    tEnv.addArchive(join(directory, 'functions.tar.gz'), 'unpacked');
    tEnv.getConfig().addJobParameter('prefix', '> ');
    const [first] = readFileSync(new URL('./setup/rows.ts', import.meta.url), 'utf8').split('\n');
    const rowsTs = `> ${first}.`;
    const names = ['shipping.test.ts', 'rows, read', 'a directory/setup/rows.ts', 'unpacked/setup/rows.ts'];
    const expected = ["> import { spawnSync } from 'node:child_process';.", rowsTs, rowsTs, rowsTs];
    expect(await collect(lines(...names))).toEqual(expected.map((line) => ({ line })));
    // once more: nothing of one statement is left for the next
    expect(await collect(lines('unpacked/functions/data/regions.txt'))).toEqual([{ line: '> north.' }]);
  });

  it('refuses archives that it cannot unpack, and names that are taken', async () => {
    expect(() => tEnv.addArchive('package.json')).toThrow(/package\.json is no archive.*\nGive a \.zip/);
    expect(() => tEnv.addArchive(join(directory, 'functions.tar.gz'), 'rows, read')).toThrow(
      /Another file is known as 'rows, read' already/,
    );
    const other = TableEnvironment.create();
    other.addArchive(join(directory, 'broken.zip'));
    await expect(other.executeSql('SELECT 1')).rejects.toMatchObject({
      code: 'ARCHIVE_UNREADABLE',
      message: expect.stringMatching(/The archive .*broken\.zip cannot be unpacked/),
    });
    await other.close();
  });
});

describe.each(['streaming', 'batch'] as const)('files that modules of functions read, in %s mode', (mode) => {
  const tEnv = TableEnvironment.create(
    mode === 'batch' ? EnvironmentSettings.inBatchMode() : EnvironmentSettings.inStreamingMode(),
  );
  afterAll(() => tEnv.close());
  const words = readFileSync(wordListPath, 'utf8').split('\n');

  it('are found where they are written to be', async () => {
    const table = tEnv.fromValues({ i: INT().notNull() }, [{ i: 0 }, { i: 1 }]);
    const result = await collect(
      table.select(($) => ({ region: region($.i), country: country($.i), word: word($.i), file: wordFile($.i) })),
    );
    expect(result).toEqual([
      {
        region: 'north',
        country: 'Germany',
        word: `${words[0]} of ${words.length}`,
        file: expect.stringMatching(/\/word-list\/words\.txt0$/),
      },
      expect.objectContaining({ region: 'south', country: '', word: `${words[1]} of ${words.length}` }),
    ]);
    // the file that is read is the job's own
    expect(result[0]?.file).not.toContain('node_modules');
  });

  it('go along with functions of SQL and of views too, beside those of addFile', async () => {
    tEnv.addFile(import.meta.filename, 'this test');
    tEnv.createTemporarySystemFunction('word_of', word);
    const view = tEnv.fromValues({ i: INT().notNull() }, [{ i: 2 }]).select('i', ($) => ({ region: region($.i) }));
    tEnv.createTemporaryView('view_with_files', view);
    const query = tEnv.sqlQuery({ w: STRING(), region: STRING() })`
      SELECT word_of(i) AS w, region FROM view_with_files`;
    const expected = { w: `${words[2]} of ${words.length}`, region: '' };
    expect(await collect(query)).toEqual([expected]);
    const named = query.select('w', () => ({ line: firstLine('this test') }));
    expect(await collect(named)).toEqual([
      { w: expected.w, line: "-import { spawnSync } from 'node:child_process';." },
    ]);
  });

  it('are limited', async () => {
    tEnv.getConfig().set('tsflink.shipping.max-files-size', '1 mb');
    const table = tEnv.fromValues({ i: INT().notNull() }, [{ i: 0 }]).select(($) => ({ w: word($.i) }));
    await expect(collect(table)).rejects.toMatchObject({
      code: 'FUNCTION_TOO_LARGE',
      message: expect.stringMatching(
        /are 2\.7 MB, more than the limit of 1\.0 MB\. The largest is .*word-list\/words\.txt, 2\.7 MB\.\n.*'tsflink\.shipping\.max-files-size'/,
      ),
    });
    tEnv.getConfig().reset('tsflink.shipping.max-files-size');
    expect(await collect(table)).toHaveLength(1);
  });
});
