import { readFileSync } from 'node:fs';
import { DataTypes, type FunctionContext, TableEnvironment, udf } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { collect } from './setup/rows.js';

const { STRING } = DataTypes;

class FirstLine {
  #context: FunctionContext | undefined;
  open(context: FunctionContext): void {
    this.#context = context;
  }
  eval(name: string): string {
    const { getCachedFile, getJobParameter } = this.#context as FunctionContext;
    const [line] = readFileSync(getCachedFile(name), 'utf8').split('\n');
    return `${getJobParameter('prefix', '-')}${line}${getJobParameter('suffix', '.')}`;
  }
}
const firstLine = udf({ name: 'first_line', args: [STRING().notNull()], returns: STRING() }, FirstLine);

describe('what a job takes along', () => {
  const tEnv = TableEnvironment.create();
  afterAll(() => tEnv.close());

  it('files, and parameters', async () => {
    tEnv.addFile(import.meta.filename);
    tEnv.addFile(new URL('./setup/rows.ts', import.meta.url), 'rows, read');
    tEnv.getConfig().addJobParameter('prefix', '> ');
    const names = tEnv.fromValues({ name: STRING().notNull() }, [{ name: 'shipping.test.ts' }, { name: 'rows, read' }]);
    const rows = await collect(names.select(($) => ({ line: firstLine($.name) })));
    expect(rows).toEqual([
      { line: "> import { readFileSync } from 'node:fs';." },
      { line: "> import type { RowOf, Table, TableResult } from 'tsflink';." },
    ]);
  });
});
