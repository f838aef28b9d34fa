import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DataTypes, type SqlFragment, type SqlValue, sql, TableEnvironment, udf } from '../src/index.js';
import { environmentOn } from './support/fake-gateway.js';
import { thrownBy } from './support/thrown.js';

/** The text of a statement as it is sent. */
async function textOf(fragment: SqlFragment): Promise<string> {
  let text = '';
  const environment = environmentOn({
    execute({ statement }) {
      if (statement.case === 'sql') text = statement.value;
      return { resultId: 'r' };
    },
  });
  await environment.executeSql(fragment);
  return text;
}

describe('a template', () => {
  it.each<[string, SqlValue, string]>([
    ['text', "it's", "'it''s'"],
    ['no text', '', "''"],
    ['an integer', 5, '5'],
    ['a negative number, which must not begin a comment', -5, '(-5)'],
    ['a fraction', 0.5, '5e-1'],
    ['a bigint', 9007199254740993n, '9007199254740993'],
    ['the least bigint', -(2n ** 63n), '(-9223372036854775807 - 1)'],
    ['a decimal', new BigNumber('-1.50'), '(-1.5)'],
    ['a long decimal', new BigNumber('1e20'), "CAST('100000000000000000000' AS DECIMAL(21, 0))"],
    ['a truth value', true, 'TRUE'],
    ['null', null, 'NULL'],
    ['bytes', new Uint8Array([0, 255]), "X'00ff'"],
    ['a date', Temporal.PlainDate.from('2026-01-02'), "DATE '2026-01-02'"],
    ['a moment', new Date(1577934245678), 'TO_TIMESTAMP_LTZ(1577934245678, 3)'],
    ['months', Temporal.Duration.from({ years: 1, months: 2 }), "INTERVAL '1-2' YEAR(4) TO MONTH"],
    ['a list', ['a', 1, null], "('a', 1, NULL)"],
    ['an identifier', sql.id('my `db`', 't'), '`my ``db```.`t`'],
    ['an array', sql.array([1, sql.raw('x')]), 'ARRAY[1, x]'],
    ['a map', sql.map(new Map([['a', 1]])), "MAP['a', 1]"],
    ['a row', sql.row(1, 'x', sql.array([true])), "ROW(1, 'x', ARRAY[TRUE])"],
    ['pieces', sql.join([1, 'b', sql.id('c')]), "1, 'b', `c`"],
    ['pieces and a separator', sql.join([sql`a = ${1}`, sql`b = ${2}`], sql` AND `), 'a = 1 AND b = 2'],
    ['one piece', sql.join([1]), '1'],
    ['no piece', sql.join([]), ''],
  ])('puts in %s', async (_, value, text) => {
    expect(await textOf(sql`SELECT ${value}`)).toBe(`SELECT ${text}`);
  });

  it('names functions and tables of the program', async () => {
    const tEnv = TableEnvironment.create();
    const t = tEnv.fromValues({ n: DataTypes.INT() }, []);
    const fn = udf({ name: 'twice', args: [DataTypes.INT()], returns: DataTypes.INT() }, (n) => n);
    const text = (tEnv.sqlQuery`SELECT ${fn}(n) FROM ${t} AS a, ${t} AS b`.relation as { text?: string }).text;
    expect(text).toMatch(/^SELECT `twice`\(n\) FROM `(tsflink_view_\d+)` AS a, `\1` AS b$/);
  });

  it.each<[string, SqlFragment, string]>([
    ['an empty list', sql`SELECT 1 IN ${[]}`, 'LITERAL_INVALID'],
    ['a value in quotes', sql`SELECT '${'a'}'`, 'ARGUMENT_INVALID'],
    ['a value in quotes after another', sql`SELECT ${1}, 'x', ' ${'a'} '`, 'ARGUMENT_INVALID'],
    ['a name in backticks', sql`SELECT \`${'a'}\``, 'ARGUMENT_INVALID'],
    ['a value in a comment', sql`SELECT 1 -- ${'a'}`, 'ARGUMENT_INVALID'],
    ['a value in a long comment', sql`SELECT 1 /* ${'a'} */`, 'ARGUMENT_INVALID'],
  ])('refuses %s', async (_, fragment, code) => {
    const error = await thrownBy(() => textOf(fragment));
    expect(error.code).toBe(code);
    expect(error.source?.file).toBe(import.meta.filename);
  });

  it('takes quotes and comments that are closed', async () => {
    expect(await textOf(sql`SELECT 'it''s', /* ' */ ${1} -- it's\n, \`a'\`, ${2}`)).toContain(', 2');
  });

  it('refuses what has no literal', async () => {
    expect(await thrownBy(() => sql.array([]))).toMatchObject({ code: 'LITERAL_INVALID' });
    expect(await thrownBy(() => sql.id('a\nb'))).toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(await thrownBy(() => textOf(sql`SELECT ${Number.NaN}`))).toMatchObject({ code: 'LITERAL_INVALID' });
  });
});
