import { type AnyUdf, DataTypes, EnvironmentSettings, FlinkError, TableEnvironment, udf } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import {
  exiting,
  fraction,
  hoarding,
  hoardingBuffers,
  looping,
  loopingColumn,
  nullResult,
  overflow,
  promising,
  throwing,
  wrongResults,
  wrongType,
} from './functions/failing.js';
import { identity } from './functions/job.js';

const { STRING, INT } = DataTypes;

/** The error of a query that has to fail, within a bounded time. */
async function failureOf(run: () => Promise<unknown>): Promise<FlinkError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof FlinkError) return error;
    throw error;
  }
  throw new FlinkError('INTERNAL', 'The query did not fail');
}

describe.each(['streaming', 'batch'] as const)('a function that fails in %s mode', (mode) => {
  const builder = EnvironmentSettings.newInstance().withConfiguration({
    'tsflink.function.timeout': '2 s',
    'tsflink.function.heap-limit': '128 mb',
  });
  const tEnv = TableEnvironment.create((mode === 'batch' ? builder.inBatchMode() : builder.inStreamingMode()).build());
  afterAll(() => tEnv.close());
  const input = tEnv.fromValues({ text: STRING(), n: INT() }, [
    { text: '7', n: 1 },
    { text: 'seven', n: 2 },
  ]);

  const failure = (fn: AnyUdf, args: string) =>
    failureOf(async () => {
      tEnv.createTemporaryView(`input_${fn.udf.name}`, input);
      tEnv.createTemporarySystemFunction(fn.udf.name, fn);
      const result = await tEnv.executeSql(`SELECT ${fn.udf.name}(${args}) AS x FROM input_${fn.udf.name}`);
      for await (const _ of result.collect());
    });

  it('says which function threw, what, where in the sources, and for which row', async () => {
    const error = await failure(throwing, 'text, n');
    expect(error).toMatchObject({ code: 'FUNCTION_FAILED', function: { name: 'throwing' } });
    expect(error.message).toMatch(/throwing/);
    expect(error.message).toMatch(/'seven' is not a number/);
    expect(error.function?.row).toMatch(/seven.*2/);
    expect(`${error.function?.stack}`).toMatch(/functions\/failing\.ts:6/);
    expect(error.message.split('\n').length).toBeLessThan(12);
    expect(error.cause).toBeDefined();
  });

  it.each([
    { fn: wrongType, args: 'text', said: /BIGINT.*'7'/ },
    { fn: fraction, args: 'n', said: /INT.*0\.5/ },
    { fn: overflow, args: 'n', said: /BIGINT.*9223372036854775809/ },
    { fn: nullResult, args: 'n', said: /INT NOT NULL.*null/ },
    { fn: promising, args: 'n', said: /Promise/ },
  ])('refuses a result of the wrong type: $fn.udf.name', async ({ fn, args, said }) => {
    const error = await failure(fn, args);
    expect(error.code).toBe('FUNCTION_RESULT_TYPE');
    expect(error.message).toContain(fn.udf.name);
    expect(error.message).toMatch(said);
  });

  it('never gives a value that its type cannot hold, of rows or of columns', async () => {
    for (const { fn, said } of wrongResults) {
      const error = await failure(fn, 'COALESCE(n, 0)');
      expect(error.code, fn.udf.name).toBe('FUNCTION_RESULT_TYPE');
      expect(error.message).toContain(fn.udf.name);
      expect(error.message).toMatch(said);
      expect(error.function?.row, fn.udf.name).toBe('arg0 = 1');
    }
  });

  it.each([
    { fn: looping, code: 'FUNCTION_TIMEOUT' },
    { fn: loopingColumn, code: 'FUNCTION_TIMEOUT' },
    { fn: exiting, code: 'FUNCTION_EXIT' },
    { fn: hoarding, code: 'FUNCTION_OUT_OF_MEMORY' },
    { fn: hoardingBuffers, code: 'FUNCTION_OUT_OF_MEMORY' },
  ])('ends its own task only: $fn.udf.name', async ({ fn, code }) => {
    const other = await tEnv.executeSql('SELECT 1 AS x');
    const error = await failure(fn, 'n');
    expect(error.code).toBe(code);
    expect(error.message).toContain(fn.udf.name);
    const rows = [];
    for await (const row of other.collect()) rows.push(row);
    expect(rows).toEqual([{ x: 1 }]);
  });

  it('is refused when a module that it imports runs a job', async () => {
    const inJob = udf({ name: 'in_job', args: [INT()], returns: INT() }, (n) => identity(n));
    const error = await failure(inJob, 'n');
    expect(error.code).toBe('FUNCTION_NOT_SHIPPABLE');
    expect(error.message).toMatch(/Module tests\/integration\/functions\/job\.ts.* makes a TableEnvironment/);
  });
});
