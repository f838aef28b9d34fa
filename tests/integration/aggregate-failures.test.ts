import { DataTypes, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { joined } from './functions/aggregates.js';
import { failureOf } from './setup/failure.js';

const { INT, STRING } = DataTypes;

describe.each(['streaming', 'batch'] as const)('an aggregate function in %s mode', (mode) => {
  const tEnv = TableEnvironment.create(
    mode === 'batch' ? EnvironmentSettings.inBatchMode() : EnvironmentSettings.inStreamingMode(),
  );
  afterAll(() => tEnv.close());
  const input = tEnv.fromValues({ k: STRING(), n: INT().notNull() }, [
    { k: 'a', n: 1 },
    { k: 'b', n: 2 },
  ]);
  tEnv.createTemporaryView('input', input);

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
