import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joined, range, summed, top2 } from './functions/aggregates.js';
import { parity } from './functions/asynchronous.js';
import { exclaim } from './functions/by-sql.js';
import { country } from './functions/files.js';
import { fields } from './functions/processes.js';
import { split } from './functions/tables.js';
import { failureOf } from './setup/failure.js';
import { sqlRows } from './setup/rows.js';

// the cluster of this suite has what runs functions
const LEAN = { packageName: 'com.acme', runtime: false };

let directory: string;
let tEnv: TableEnvironment;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tsflink-jar-'));
  tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
});
afterAll(async () => {
  await tEnv.close();
  await rm(directory, { recursive: true, force: true });
});

const rows = (query: string) => sqlRows(tEnv, query);

describe('a jar of functions', () => {
  it('has functions of every kind, which Flink makes by the names of their classes', async () => {
    const functions = { exclaim, split, range, joined, summed, top2, parity, fields };
    const jar = join(directory, 'functions.jar');
    await writeFile(jar, await tEnv.buildFunctionJar(functions, LEAN));
    for (const name of Object.keys(functions)) {
      await tEnv.executeSql(
        `CREATE TEMPORARY FUNCTION in_jar_${name} AS 'com.acme.${name}' LANGUAGE JAVA USING JAR '${jar}'`,
      );
    }
    await tEnv.executeSql(
      "CREATE TEMPORARY VIEW t AS SELECT * FROM (VALUES (1, 'a b'), (2, 'c'), (2, CAST(NULL AS STRING))) AS t(n, s)",
    );
    // Each row of VALUES is a source of its own.
    const found = await rows('SELECT in_jar_exclaim(s) AS e, in_jar_parity(n) AS p FROM t');
    expect(found.sort((a, b) => `${a.e}`.localeCompare(`${b.e}`))).toEqual([
      { e: 'a b!', p: 'odd' },
      { e: 'c!', p: 'even' },
      { e: null, p: 'even' },
    ]);
    expect(await rows("SELECT word FROM t, LATERAL TABLE(in_jar_split(s, ' '))")).toEqual([
      { word: 'a' },
      { word: 'b' },
      { word: 'c' },
    ]);
    expect(await rows('SELECT n, in_jar_summed(n) AS total FROM t GROUP BY n')).toEqual(
      await rows('SELECT n, SUM(CAST(n AS BIGINT)) AS total FROM t GROUP BY n'),
    );
    expect(await rows("SELECT field FROM in_jar_fields(TABLE t, '')")).toHaveLength(6);
  });

  it('keeps the batches where the planner of tsflink is', async () => {
    expect(await tEnv.explainSql('SELECT in_jar_exclaim(s) FROM t')).toContain('TypeScriptCalc');
  });

  it('refuses functions that read files, and names that are none in Java', async () => {
    expect(await failureOf(() => tEnv.buildFunctionJar({ country }))).toMatchObject({
      code: 'FUNCTION_NOT_SHIPPABLE',
      reason: "The function 'country' reads files, which a jar of functions cannot take along.",
    });
    expect(await failureOf(async () => tEnv.buildFunctionJar({ 'no-name': exclaim }))).toMatchObject({
      code: 'ARGUMENT_INVALID',
    });
  });
});
