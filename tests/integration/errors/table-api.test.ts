import { readFileSync } from 'node:fs';
import { callSql, DataTypes, EnvironmentSettings, TableEnvironment, type Untyped } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { rowsOf } from '../setup/rows.js';

const { BIGINT, INT, STRING } = DataTypes;
let tEnv: TableEnvironment;
// What only Flink knows: the compiler and the client cannot check these.
let users: Untyped;
let orders: Untyped;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
  const rows = [{ id: 1, name: 'a', amount: 2n }];
  tEnv.createTemporaryView('users', tEnv.fromValues({ id: INT(), name: STRING(), amount: BIGINT() }, rows));
  tEnv.createTemporaryView('orders', tEnv.fromValues({ id: INT(), product: STRING() }, []));
  users = tEnv.from('users');
  orders = tEnv.from('orders');
});
afterAll(() => tEnv.close());

const lines = readFileSync(import.meta.filename, 'utf8').split('\n');
/** Whether a line of this file is the one that ends with `// here: name`. */
const isHere = (line: number | undefined, name: string) => lines[(line ?? 0) - 1]?.endsWith(`// here: ${name}`);

/** What fails, with its code, what is said, and what is proposed. */
const CASES: Readonly<Record<string, readonly [string, RegExp, RegExp, () => Promise<unknown>]>> = {
  column: [
    'COLUMN_NOT_FOUND',
    /no column 'nmae'/,
    /Did you mean 'name'\?/,
    () =>
      users
        .select(($: Untyped) => ({
          id: $.id,
          name: $.nmae.upperCase(), // here: column
        }))
        .execute(),
  ],
  predicate: [
    'COLUMN_NOT_FOUND',
    /no column 'nmae'/,
    /Did you mean/,
    () =>
      users
        .where(($: Untyped) =>
          $.id.isEqual(1).and(
            $.nmae.isNull(), // here: predicate
          ),
        )
        .getResolvedSchema(),
  ],
  'argument types': [
    'FUNCTION_ARGUMENTS_INVALID',
    /cannot be called as abs\(STRING\)/,
    /abs\(<NUMERIC>\)/,
    () =>
      users
        .select(($: Untyped) => ({
          id: $.id,
          x: $.name.abs().plus(1), // here: argument types
        }))
        .execute(),
  ],
  'nested aggregate': [
    'AGGREGATE_INVALID',
    /another aggregate/,
    /subquery/,
    () =>
      users
        .select(($: Untyped) => ({
          x: $.id.sum().sum(), // here: nested aggregate
        }))
        .execute(),
  ],
  'ungrouped column': [
    'COLUMN_NOT_FOUND',
    /no column 'id'/,
    /The columns are: name/,
    () =>
      users
        .groupBy('name')
        .select(($: Untyped) => ({
          n: $.name.count(),
          id: $.id, // here: ungrouped column
        }))
        .execute(),
  ],
  'SQL within': [
    'FUNCTION_UNDEFINED',
    /no function 'UPPR' \(line 1, column 1\)\n {2}UPPR\(name\)\n {2}\^/,
    /'upper'/,
    () =>
      users
        .select(() => ({
          x: callSql('UPPR(name)'), // here: SQL within
        }))
        .execute(),
  ],
  condition: [
    'FUNCTION_ARGUMENTS_INVALID',
    /BOOLEAN, and this one is INT/,
    /isEqual/,
    () =>
      users
        .select('id')
        .where(($: Untyped) => $.id) // here: condition
        .execute(),
  ],
  union: [
    'SCHEMA_MISMATCH',
    /position 0 for 'INT' and 'STRING'/,
    /CAST/,
    () =>
      users
        .select('id')
        .unionAll(orders.select('product')) // here: union
        .execute(),
  ],
  join: [
    'COLUMN_AMBIGUOUS',
    /'id' is in both tables/,
    /renameColumns/,
    () =>
      users
        .select('id')
        .join(orders, (a: Untyped, b: Untyped) => a.id.isEqual(b.id)) // here: join
        .execute(),
  ],
  'aggregate in a filter': [
    'AGGREGATE_INVALID',
    /sum\(id\)/,
    /Select it/,
    () => users.where(($: Untyped) => $.id.sum().isGreater(1)).execute(), // here: aggregate in a filter
  ],
};

describe('what only Flink knows is refused at its own line', () => {
  it.each(Object.entries(CASES))('%s', async (name, [code, reason, hint, work]) => {
    const error = await failureOf(work);
    expect(error.code).toBe(code);
    expect(error.reason).toMatch(reason);
    expect(error.hint).toMatch(hint);
    expect(error.source?.file).toBe(import.meta.filename);
    expect(isHere(error.source?.line, name), `${error.source?.line}: ${lines[(error.source?.line ?? 0) - 1]}`).toBe(
      true,
    );
  });
});

describe('an expression that fails on a value is named', () => {
  it.each<[string, RegExp, RegExp, ($: Untyped) => Untyped]>([
    ['a division', /^Division by zero\nin \(id \/ \(id - 1\)\) AS x$/, /NULLIF/, ($) => $.id.dividedBy($.id.minus(1))],
    ['a cast', /'a'.*\nin CAST\(name AS INTEGER\) AS x$/, /tryCast/, ($) => $.name.cast(INT())],
  ])('%s', async (_, reason, hint, expression) => {
    const result = await users.select(($: Untyped) => ({ id: $.id, x: expression($), name: $.name })).execute();
    const error = await failureOf(() => rowsOf(result));
    expect(error.code).toBe('EXPRESSION_FAILED');
    expect(error.reason).toMatch(reason);
    expect(error.hint).toMatch(hint);
  });
});
