import { xxh64 } from '@node-rs/xxhash';
import { DataTypes, EnvironmentSettings, explainFunction, TableEnvironment, udf } from 'tsflink';
import { describe, expect, it } from 'vitest';
import { failureOf } from './setup/failure.js';
import { shout } from './setup/functions.js';

const { BIGINT, STRING } = DataTypes;

// in an object, and a class, which are made in the task
class Hash {
  eval(text: string): bigint {
    return BigInt.asIntN(64, xxh64(text));
  }
}
const hash = udf({ name: 'hash_of', args: [STRING().notNull()], returns: BIGINT() }, Hash);
const query = "SELECT word, hash_of(word) AS h FROM (VALUES ('to'), ('be')) AS t(word)";

function environment(options: Record<string, string> = {}): TableEnvironment {
  const tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
  for (const [key, value] of Object.entries(options)) tEnv.getConfig().set(key, value);
  tEnv.createTemporarySystemFunction('hash_of', hash);
  return tEnv;
}

describe('a package with native code', () => {
  it('runs in the process engine', async () => {
    await using tEnv = environment({ 'tsflink.function.engine': 'process' });
    const rows = await (await tEnv.executeSql(query)).toArray();
    const expected = ['to', 'be'].map((word) => ({ word, h: BigInt.asIntN(64, xxh64(word)) }));
    expect(rows).toEqual(expected);
    // and in the next statement, whose job takes the same files
    expect(await (await tEnv.executeSql(query)).toArray()).toEqual(expected);
  });

  it('is refused in the embedded one before a job runs, with the function that needs it', async () => {
    await using tEnv = environment({ 'tsflink.function.engine': 'embedded' });
    tEnv.createTemporarySystemFunction('shout', shout);
    const error = await failureOf(() => tEnv.executeSql(query));
    expect(error).toMatchObject({
      code: 'FUNCTION_NOT_SHIPPABLE',
      reason:
        'Function hash_of cannot be shipped: Package @node-rs/xxhash has native code, which cannot run in the engine embedded in Flink',
      hint: expect.stringContaining("set('tsflink.function.engine', 'process')"),
    });
    // what waited with it goes on
    expect(await (await tEnv.executeSql("SELECT shout('a') AS a")).toArray()).toEqual([{ a: 'A!' }]);
  });

  it('fails its task where the engine is changed after it was registered', async () => {
    await using tEnv = environment({ 'tsflink.function.engine': 'process' });
    await tEnv.executeSql('SELECT 1');
    await tEnv.executeSql("SET 'tsflink.function.engine' = 'embedded'");
    const error = await failureOf(async () => (await tEnv.executeSql(query)).toArray());
    expect(error).toMatchObject({ code: 'FUNCTION_LOAD_FAILED' });
    expect(error.message).toContain("set 'tsflink.function.engine' to 'process'");
  });

  it('is told of', async () => {
    const explained = await explainFunction(hash);
    expect(explained.folders.map(({ name }) => name).sort()).toEqual([
      '@node-rs/xxhash',
      '@node-rs/xxhash-linux-x64-gnu',
    ]);
    expect(String(explained)).toContain(
      'packages as folders, for the process engine:\n    @node-rs/xxhash-linux-x64-gnu, ',
    );
  });
});
