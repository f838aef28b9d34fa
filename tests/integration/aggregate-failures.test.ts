import { DataTypes, EnvironmentSettings, FlinkError, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { joined } from './functions/aggregates.js';
import { FAILING, failingLater } from './functions/failing-aggregates.js';

const { INT, STRING } = DataTypes;

/** The error of a query that has to fail. */
async function failureOf(run: () => Promise<unknown>): Promise<FlinkError> {
  const failure = await run().then(
    () => 'it did not fail',
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(FlinkError);
  return failure as FlinkError;
}

describe.each(['streaming', 'batch'] as const)('an aggregate function that fails in %s mode', (mode) => {
  const builder = EnvironmentSettings.newInstance().withConfiguration({
    'tsflink.function.timeout': '2 s',
    'tsflink.function.heap-limit': '128 mb',
  });
  const tEnv = TableEnvironment.create((mode === 'batch' ? builder.inBatchMode() : builder.inStreamingMode()).build());
  afterAll(() => tEnv.close());
  const input = tEnv.fromValues({ k: STRING(), n: INT().notNull() }, [
    { k: 'a', n: 1 },
    { k: 'b', n: 2 },
  ]);
  tEnv.createTemporaryView('input', input);

  it.each(FAILING)('tells what, in which method, and where: $fn.udf.name', async ({ fn, code, said }) => {
    const { name } = fn.udf;
    tEnv.createTemporarySystemFunction(name, fn);
    const error = await failureOf(async () => {
      for await (const _ of (await tEnv.executeSql(`SELECT k, ${name}(n) AS x FROM input GROUP BY k`)).collect());
    });
    expect(error.message).toContain(name);
    expect(error.message).toMatch(said);
    expect(error.code).toBe(code);
    if (name === 'agg_throwing') {
      expect(`${error.function?.stack}`).toMatch(/functions\/failing-aggregates\.ts:19/);
      expect(error.function?.row).toContain('arg0 = 2');
    }
  });

  it('tells of the method that takes rows back, or brings them together', async () => {
    tEnv.createTemporarySystemFunction('agg_failing_later', failingLater);
    const error = await failureOf(async () => {
      const sql =
        mode === 'streaming'
          ? 'SELECT agg_failing_later(CAST(c AS INT)) AS x FROM (SELECT COUNT(*) AS c FROM input)'
          : 'SELECT agg_failing_later(n) AS x FROM input';
      for await (const _ of (await tEnv.executeSql(sql)).collect());
    });
    const said =
      mode === 'streaming' ? /retract\(\): RangeError: cannot give back 1/ : /merge\(\): RangeError: cannot merge/;
    expect(error).toMatchObject({ code: 'FUNCTION_FAILED', message: expect.stringMatching(said) });
    expect(error.message).toContain('agg_failing_later');
    expect(`${error.function?.stack}`).toMatch(/functions\/failing-aggregates\.ts:\d+/);
  });

  it('is refused where a query needs a method that it lacks, and with arguments that it does not take', async () => {
    tEnv.createTemporarySystemFunction('joined', joined);
    if (mode === 'streaming') {
      const retracted = 'SELECT joined(m) AS j FROM (SELECT n, MAX(k) AS m FROM input GROUP BY n)';
      const error = await failureOf(() => tEnv.explainSql(retracted));
      expect(error).toMatchObject({ code: 'FUNCTION_METHOD_MISSING' });
      expect(error.message).toMatch(/'joined' has no method retract\(\)/);
    }
    const arity = await failureOf(() => tEnv.explainSql('SELECT joined(k, n) AS j FROM input'));
    expect(arity.message).toContain('joined');
    const type = await failureOf(() => tEnv.explainSql('SELECT joined(ARRAY[n]) AS j FROM input'));
    expect(type.message).toContain('joined');
  });
});
