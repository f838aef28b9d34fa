import { type AnyUdf, DataTypes, EnvironmentSettings, TableEnvironment, udf } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { hoardingBuffers, nullResult, promising } from './functions/failing.js';
import { identity } from './functions/job.js';
import { failureOf } from './setup/failure.js';
import { rowsOf } from './setup/rows.js';

const { INT } = DataTypes;

describe.each(['streaming', 'batch'] as const)('a function that fails in %s mode', (mode) => {
  const builder = EnvironmentSettings.newInstance().withConfiguration({
    'tsflink.function.timeout': '2 s',
    'tsflink.function.heap-limit': '128 mb',
  });
  const tEnv = TableEnvironment.create((mode === 'batch' ? builder.inBatchMode() : builder.inStreamingMode()).build());
  afterAll(() => tEnv.close());
  const input = tEnv.fromValues({ n: INT() }, [{ n: 1 }, { n: 2 }]);

  const failure = (fn: AnyUdf) =>
    failureOf(async () => {
      tEnv.createTemporaryView(`input_${fn.udf.name}`, input);
      tEnv.createTemporarySystemFunction(fn.udf.name, fn);
      await rowsOf(await tEnv.executeSql(`SELECT ${fn.udf.name}(n) AS x FROM input_${fn.udf.name}`));
    });

  it.each([
    { fn: nullResult, said: /INT NOT NULL.*null/ },
    { fn: promising, said: /Promise/ },
  ])('refuses a result of the wrong type: $fn.udf.name', async ({ fn, said }) => {
    const error = await failure(fn);
    expect(error.code).toBe('FUNCTION_RESULT_TYPE');
    expect(error.message).toContain(fn.udf.name);
    expect(error.message).toMatch(said);
  });

  it('ends its own task only where its Buffers take too much memory', async () => {
    const other = await tEnv.executeSql('SELECT 1 AS x');
    const error = await failure(hoardingBuffers);
    expect(error.code).toBe('FUNCTION_OUT_OF_MEMORY');
    expect(error.message).toContain('hoarding_buffers');
    expect(await rowsOf(other)).toEqual([{ x: 1 }]);
  });

  it('is refused when a module that it imports runs a job', async () => {
    const inJob = udf({ name: 'in_job', args: [INT()], returns: INT() }, (n) => identity(n));
    const error = await failure(inJob);
    expect(error.code).toBe('FUNCTION_NOT_SHIPPABLE');
    expect(error.message).toMatch(/Module tests\/integration\/functions\/job\.ts.* makes a TableEnvironment/);
  });
});
