import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BigNumber } from 'bignumber.js';
import { DataTypes, EnvironmentSettings, FlinkError, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cents, failing, half, shout } from './setup/functions.js';
import { collect, rowsOf } from './setup/rows.js';

const D = DataTypes;
let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
});
afterAll(() => tEnv.close());

const rows = () =>
  tEnv.fromValues({ id: D.INT(), name: D.STRING(), n: D.BIGINT(), amount: D.DECIMAL(10, 2) }, [
    { id: 1, name: 'a', n: 10n, amount: new BigNumber('1.25') },
    { id: 2, name: null, n: null, amount: null },
  ]);

describe('functions in TypeScript', () => {
  it('are called in tables', async () => {
    const table = rows().select('id', ($) => ({ s: shout(shout($.name)), h: half({ n: $.n }), c: cents($.amount) }));
    expect(await collect(table.orderBy('id'))).toEqual([
      { id: 1, s: 'A!!', h: 5n, c: 125 },
      { id: 2, s: null, h: null, c: null },
    ]);
  });

  it('are called in SQL, by name and by value', async () => {
    tEnv.createTemporarySystemFunction('loud', shout);
    expect(await rowsOf(await tEnv.executeSql("SELECT loud('x') AS s"))).toEqual([{ s: 'X!' }]);
    expect(await collect(tEnv.sqlQuery`SELECT ${shout}(name) AS s FROM ${rows()} WHERE id = 1`)).toEqual([{ s: 'A!' }]);
    await tEnv.dropTemporarySystemFunction('loud');
    await expect(tEnv.executeSql("SELECT loud('x')")).rejects.toMatchObject({ code: 'FUNCTION_UNDEFINED' });
  });

  it('that throw are named, with their line and the row', async () => {
    const numbers = tEnv.fromValues({ n: D.INT() }, [{ n: 1 }, { n: 3 }]);
    const result = await numbers.select(($) => ({ n: failing($.n) })).execute();
    const error = await rowsOf(result).then(
      () => undefined,
      (e: unknown) => e,
    );
    const file = join(import.meta.dirname, 'setup', 'functions.ts');
    const line =
      1 +
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.endsWith('// here: throw'));
    expect(error).toBeInstanceOf(FlinkError);
    expect(error).toMatchObject({ code: 'FUNCTION_FAILED', function: { name: 'failing' } });
    const { message, source } = error as FlinkError;
    expect(message).toContain('cannot take 3');
    expect(source?.line).toBe(line);
    expect(source?.file).toMatch(/functions\.ts$/);
  });
});
