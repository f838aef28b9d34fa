import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentSettings, type FlinkErrorCode, TableEnvironment, type TableResult, type Untyped } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { rowsOf } from '../setup/rows.js';

let batch: TableEnvironment;
let streaming: TableEnvironment;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tsflink-statements-'));
  batch = TableEnvironment.create(EnvironmentSettings.inBatchMode());
  streaming = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  const options = { endpoint: 'http://127.0.0.1:1', 'api-key': 'k', model: 'm', provider: 'openai' };
  const script = `
    CREATE TABLE users (id INT NOT NULL, name STRING COMMENT 'who', PRIMARY KEY (id) NOT ENFORCED)
      COMMENT 'people' WITH ('connector' = 'datagen', 'number-of-rows' = '2');
    CREATE TABLE days (n INT, \`day\` STRING) PARTITIONED BY (\`day\`)
      WITH ('connector' = 'filesystem', 'path' = 'file://${directory}/days', 'format' = 'json');
    CREATE VIEW names AS SELECT name FROM users;
    CREATE TABLE sink (id INT, name STRING) WITH ('connector' = 'blackhole');
    CREATE CATALOG shop COMMENT 'second' WITH ('type' = 'generic_in_memory', 'default-database' = 'd');
    CREATE DATABASE sales COMMENT 'what is sold' WITH ('owner' = 'us');
    CREATE FUNCTION java_fn AS 'com.example.Missing' LANGUAGE JAVA;
    CREATE MODEL sentiment INPUT (t STRING) OUTPUT (l STRING)
      WITH (${Object.entries(options).map(([key, value]) => `'${key}' = '${value}'`)})`;
  await Promise.all([batch, streaming].map((tEnv) => tEnv.executeSqlScript(script)));
});
afterAll(async () => {
  await Promise.all([batch.close(), streaming.close()]);
  await rm(directory, { recursive: true });
});

/** The values of a statement's rows, in their order. */
const valuesOf = async (result: TableResult<Untyped>) =>
  (await rowsOf(result)).map((row: Untyped) => Object.values(row)) as unknown[][];
const values = async (statement: string, tEnv = batch) => valuesOf(await tEnv.executeSql(statement));
const OK = [['OK']];

describe('SHOW and DESCRIBE', () => {
  it.each<[string, unknown[][]]>([
    ['SHOW CATALOGS', [['default_catalog'], ['shop']]],
    ["SHOW CATALOGS LIKE 'sh%'", [['shop']]],
    ['SHOW CURRENT CATALOG', [['default_catalog']]],
    ['SHOW CREATE CATALOG shop', [[expect.stringContaining("COMMENT 'second'")]]],
    ['SHOW DATABASES', [['default_database'], ['sales']]],
    ['SHOW DATABASES FROM shop', [['d']]],
    ['SHOW CURRENT DATABASE', [['default_database']]],
    ['SHOW TABLES', [['days'], ['names'], ['sink'], ['users']]],
    ["SHOW TABLES FROM default_catalog.default_database LIKE 'u%'", [['users']]],
    ["SHOW TABLES IN default_database NOT LIKE '%s%'", []],
    ['SHOW MATERIALIZED TABLES', []],
    ['SHOW VIEWS', [['names']]],
    [
      'SHOW COLUMNS FROM users',
      [
        ['id', 'INT', false, 'PRI(id)', null, null, null],
        ['name', 'STRING', true, null, null, null, 'who'],
      ],
    ],
    ["SHOW COLUMNS IN names LIKE 'n%'", [['name', 'STRING', true, null, null, null]]],
    ['SHOW CREATE TABLE users', [[expect.stringContaining("COMMENT 'people'")]]],
    ['SHOW CREATE VIEW names', [[expect.stringContaining('AS SELECT')]]],
    ['SHOW CREATE MODEL sentiment', [[expect.stringContaining('INPUT (`t` VARCHAR')]]],
    ["SHOW FUNCTIONS LIKE 'upp%'", [['upper'], ['upperCase']]],
    ['SHOW USER FUNCTIONS', [['java_fn']]],
    ['SHOW MODULES', [['core']]],
    ['SHOW FULL MODULES', [['core', true]]],
    ['SHOW JARS', []],
    ['SHOW MODELS', [['sentiment']]],
    ['DESCRIBE EXTENDED names', [['name', 'STRING', true, null, null, null]]],
    ['DESC CATALOG EXTENDED shop', expect.arrayContaining([['option:default-database', 'd']])],
    ['DESCRIBE FUNCTION EXTENDED `upper`', expect.arrayContaining([['is system function', 'true']])],
    [
      'DESCRIBE MODEL sentiment',
      [
        ['t', 'STRING', true, true],
        ['l', 'STRING', true, false],
      ],
    ],
  ])('%s', async (statement, expected) => {
    expect(await values(statement)).toEqual(expected);
  });

  it('are typed', async () => {
    const [described] = await rowsOf(await batch.executeSql('DESCRIBE users'));
    const [info] = await rowsOf(await batch.executeSql('DESCRIBE CATALOG shop'));
    const [model] = await rowsOf(await batch.executeSql('DESC MODEL sentiment'));
    const set = await rowsOf(await batch.executeSql('SET'));
    const typed: (string | boolean | null | undefined)[] = [
      described?.comment satisfies string | null | undefined,
      info?.['info value'] satisfies string | null | undefined,
      model?.['is input'] satisfies boolean | null | undefined,
      set.find(({ key }) => key === 'execution.runtime-mode')?.value,
    ];
    expect(typed).toEqual([null, 'shop', true, 'BATCH']);
  });
});

describe('statements that change what there is', () => {
  it.each<[string, string[], [string, unknown]]>([
    [
      'ALTER TABLE',
      [
        "ALTER TABLE users SET ('rows-per-second' = '5')",
        "ALTER TABLE users RESET ('rows-per-second')",
        'ALTER TABLE users ADD (age INT AFTER id)',
        'ALTER TABLE users MODIFY age BIGINT',
        'ALTER TABLE users RENAME age TO years',
        'ALTER TABLE users ADD ts AS CAST(CURRENT_TIMESTAMP AS TIMESTAMP(3))',
        'ALTER TABLE users ADD WATERMARK FOR ts AS ts',
        'ALTER TABLE users DROP WATERMARK',
        'ALTER TABLE users DROP ts',
        'ALTER TABLE users DROP PRIMARY KEY',
        'ALTER TABLE users RENAME TO people',
      ],
      ["SHOW COLUMNS FROM people LIKE 'y%'", [['years', 'BIGINT', true, null, null, null, null]]],
    ],
    [
      'ALTER TABLE back',
      [
        'ALTER TABLE people RENAME TO users',
        'ALTER TABLE users DROP years',
        'ALTER TABLE users ADD PRIMARY KEY (id) NOT ENFORCED',
        "ALTER TABLE IF EXISTS nowhere SET ('a' = 'b')",
      ],
      ["SHOW COLUMNS FROM users LIKE 'id'", [['id', 'INT', false, 'PRI(id)', null, null, null]]],
    ],
    [
      'ALTER VIEW',
      ['ALTER VIEW names RENAME TO ids', 'ALTER VIEW ids AS SELECT id FROM users', 'ALTER VIEW ids RENAME TO names'],
      ['SHOW COLUMNS FROM names', [['id', 'INT', false, null, null, null]]],
    ],
    [
      'ALTER DATABASE and CATALOG',
      [
        "ALTER DATABASE sales SET ('owner' = 'them')",
        "ALTER CATALOG shop COMMENT 'new'",
        "ALTER CATALOG shop RESET ('other')",
      ],
      ['DESCRIBE CATALOG shop', expect.arrayContaining([['comment', 'new']])],
    ],
    [
      'ALTER FUNCTION and MODEL',
      [
        "ALTER FUNCTION java_fn AS 'com.example.Other' LANGUAGE JAVA",
        "ALTER MODEL sentiment SET ('model' = 'z')",
        'ALTER MODEL sentiment RENAME TO mood',
        "ALTER MODEL mood RESET ('model')",
        'ALTER MODEL mood RENAME TO sentiment',
      ],
      ['SHOW CREATE MODEL sentiment', [[expect.not.stringContaining("'model'")]]],
    ],
    [
      'modules',
      ['UNLOAD MODULE core', 'LOAD MODULE core', 'USE MODULES core'],
      ['SHOW FULL MODULES', [['core', true]]],
    ],
    [
      'USE',
      ['USE CATALOG shop', 'USE default_catalog.sales', 'USE default_database'],
      ['SHOW CURRENT DATABASE', [['default_database']]],
    ],
    [
      'partitions',
      ["ALTER TABLE days ADD PARTITION (`day` = 'mon')", "ALTER TABLE days DROP PARTITION (`day` = 'mon')"],
      ['SHOW PARTITIONS days', []],
    ],
    [
      'a materialized table, which its catalog keeps',
      [
        "CREATE OR ALTER MATERIALIZED TABLE kept FRESHNESS = INTERVAL '1' MINUTE AS SELECT id FROM users",
        'DROP MATERIALIZED TABLE kept',
      ],
      ['SHOW MATERIALIZED TABLES', []],
    ],
  ])('%s', async (_, statements, [shown, expected]) => {
    for (const statement of statements) expect(await values(statement, streaming), statement).toEqual(OK);
    expect(await values(shown, streaming)).toEqual(expected);
  });
});

describe('statements that run jobs', () => {
  const plan = (name: string) => join(directory, `${name}.json`);
  const set = 'STATEMENT SET BEGIN INSERT INTO sink SELECT * FROM users; INSERT INTO sink SELECT * FROM users; END';

  it.each([
    "CREATE TABLE copied WITH ('connector' = 'blackhole') AS SELECT * FROM users",
    "REPLACE TABLE copied WITH ('connector' = 'blackhole') AS SELECT id FROM users",
    "CREATE OR REPLACE TABLE copied WITH ('connector' = 'blackhole') AS SELECT name FROM users",
    `EXECUTE ${set}`,
    'EXECUTE INSERT INTO sink SELECT * FROM users',
  ])('%s', async (statement) => {
    await (await batch.executeSql(statement)).await();
  });

  it('COMPILE PLAN and EXECUTE PLAN', async () => {
    const insert = 'INSERT INTO sink SELECT * FROM users';
    expect(await values(`COMPILE PLAN '${plan('insert')}' FOR ${insert}`, streaming)).toEqual(OK);
    expect(await values(`COMPILE PLAN '${plan('insert')}' IF NOT EXISTS FOR ${insert}`, streaming)).toEqual(OK);
    expect(await values(`COMPILE PLAN '${plan('set')}' FOR ${set}`, streaming)).toEqual(OK);
    await (await streaming.executeSql(`EXECUTE PLAN '${plan('set')}'`)).await();
    await (await streaming.executeSql(`COMPILE AND EXECUTE PLAN '${plan('both')}' FOR ${insert}`)).await();
  });

  it('INSERT OVERWRITE, ANALYZE TABLE and SHOW PARTITIONS', async () => {
    for (const n of [1, 2]) {
      const result = await batch.executeSql(`INSERT OVERWRITE days PARTITION (\`day\` = 'tue') VALUES (${n})`);
      await result.await();
    }
    expect(await values('SELECT n FROM days')).toEqual([[2]]);
    expect(await values("ALTER TABLE days ADD IF NOT EXISTS PARTITION (`day` = 'tue')")).toEqual(OK);
    expect(await values('SHOW PARTITIONS days')).toEqual([['day=tue']]);
    expect(await values('ANALYZE TABLE users COMPUTE STATISTICS FOR ALL COLUMNS')).toEqual(OK);
    const catalog = batch.getCatalog('default_catalog');
    expect((await catalog.getTableStatistics('default_database.users')).rowCount).toBe(2n);
  });

  it.each<[string, RegExp]>([
    ['ESTIMATED_COST SELECT id FROM users', /rowcount = .* io/],
    ['CHANGELOG_MODE SELECT COUNT(*) FROM users', /changelogMode=\[I,UA\]/],
    ['JSON_EXECUTION_PLAN SELECT id FROM users', /"nodes" : \[/],
    ['PLAN_ADVICE SELECT id FROM users', /Physical Plan With Advice/],
    ['PLAN FOR SELECT id FROM users', /Abstract Syntax Tree/],
    [set, /Sink\(table=\[default_catalog\.default_database\.sink\][\s\S]*Sink\(table/],
    ["CREATE TABLE x WITH ('connector' = 'blackhole') AS SELECT id FROM users", /Sink\(.*x\]/],
  ])('EXPLAIN %s', async (statement, expected) => {
    expect((await values(`EXPLAIN ${statement}`, streaming))[0]?.[0]).toMatch(expected);
  });
});

it('ADD JAR brings its classes', async () => {
  const own = TableEnvironment.create(EnvironmentSettings.inBatchMode());
  const jar = join(directory, 'empty.jar');
  // an archive of no entries
  await writeFile(jar, Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'));
  expect(await values(`ADD JAR '${jar}'`, own)).toEqual(OK);
  expect(await values('SHOW JARS', own)).toEqual([[jar]]);
  await own.close();
});

it('SET and RESET change the options of what runs', async () => {
  const settings = EnvironmentSettings.newInstance().withConfiguration({ 'pipeline.max-parallelism': 7 });
  const own = TableEnvironment.create(settings.inBatchMode().build());
  const option = async (key: string) => (await values('SET', own)).find(([name]) => name === key)?.[1];
  await values("SET 'parallelism.default' = 'many'", own);
  await values("SET 'pipeline.max-parallelism' = '9'", own);
  await values("SET 's3.secret-key' = 'hush'", own);
  expect(await failureOf(() => own.executeSql('SELECT 1'))).toMatchObject({ code: 'CONFIGURATION_INVALID' });
  await values("RESET 'parallelism.default'", own);
  expect(await values('SELECT 1', own)).toEqual([[1]]);
  expect([await option('pipeline.max-parallelism'), await option('s3.secret-key')]).toEqual(['9', '******']);
  await values('RESET', own);
  expect([await option('pipeline.max-parallelism'), await option('s3.secret-key')]).toEqual(['7', undefined]);
  await own.close();
});

describe('what a TableEnvironment of Flink refuses', () => {
  const UNSUPPORTED = 'STATEMENT_UNSUPPORTED';
  it.each<[string, FlinkErrorCode, RegExp, RegExp, ('streaming' | 'batch')?]>([
    ['SHOW JOBS', UNSUPPORTED, /does not run SHOW JOBS \(line 1, column 1\)\n {2}SHOW JOBS\n {2}\^$/, /getJobClient/],
    ["DESCRIBE JOB 'a'", UNSUPPORTED, /DESCRIBE JOB/, /getJobClient/],
    ["STOP JOB 'a' WITH SAVEPOINT", UNSUPPORTED, /STOP JOB/, /stopWithSavepoint/],
    ['BEGIN STATEMENT SET', UNSUPPORTED, /BEGIN STATEMENT SET/, /EXECUTE STATEMENT SET/],
    ['END', UNSUPPORTED, /run END/, /executeSqlScript/],
    ["REMOVE JAR '/x.jar'", UNSUPPORTED, /REMOVE JAR/, /environment/],
    ['DESCRIBE DATABASE sales', UNSUPPORTED, /DESCRIBE DATABASE/, /getDatabase/],
    ['SHOW CONNECTIONS', UNSUPPORTED, /SHOW CONNECTIONS/, /connections/],
    ['HELP', UNSUPPORTED, /HELP/, /SQL client/],
    ['ALTER MATERIALIZED TABLE m SUSPEND', UNSUPPORTED, /ALTER MATERIALIZED TABLE/, /SQL gateway/],
    ['CALL compact()', UNSUPPORTED, /no procedures/, /another catalog/],
    ['SHOW PROCEDURES', UNSUPPORTED, /GenericInMemoryCatalog have no procedures/, /another catalog/],
    ['EXPLAIN PLAN_ADVICE SELECT 1', 'MODE_UNSUPPORTED', /batch mode/, /inStreamingMode/],
    ['EXPLAIN AST SELECT 1', 'SQL_PARSE_ERROR', /EXPLAIN has an expression where a query/, /^$/],
    ['ANALYZE TABLE users COMPUTE STATISTICS', 'MODE_UNSUPPORTED', /ANALYZE TABLE/, /inBatchMode/, 'streaming'],
    ['TRUNCATE TABLE sink', 'MODE_UNSUPPORTED', /TRUNCATE/, /inBatchMode/, 'streaming'],
    ['TRUNCATE TABLE sink', UNSUPPORTED, /of the table 'sink' takes no TRUNCATE TABLE/, /^$/],
    ["DELETE FROM days WHERE `day` = 'x'", UNSUPPORTED, /of the table 'days' takes no delete/, /^$/],
    ['UPDATE days SET n = 1', UNSUPPORTED, /of the table 'days' takes no update/, /^$/],
    ['INSERT OVERWRITE sink SELECT * FROM users', UNSUPPORTED, /'sink' takes no INSERT OVERWRITE/, /INSERT INTO/],
    ['SHOW PARTITIONS users', 'VALIDATION_ERROR', /table 'users' is not partitioned/, /PARTITIONED BY/],
    [
      "ANALYZE TABLE days PARTITION (`day` = 'x') COMPUTE STATISTICS",
      'VALIDATION_ERROR',
      /UnsupportedOperationException in GenericInMemoryCatalog\.listPartitionsByFilter/,
      /^$/,
    ],
    ["ALTER TABLE usrs SET ('a' = 'b')", 'TABLE_NOT_FOUND', /table 'usrs'/, /Did you mean 'users'/],
    ['ALTER TABLE users DROP nme', 'COLUMN_NOT_FOUND', /no column 'nme'/, /Did you mean 'name'/],
    ["ADD JAR '/nowhere.jar'", 'FILE_NOT_FOUND', /nowhere\.jar/, /gateway/],
    ["EXECUTE PLAN '/nowhere.json'", 'FILE_NOT_FOUND', /nowhere\.json/, /gateway/],
    ['LOAD MODULE core', 'ALREADY_EXISTS', /core/, /Drop it/],
    ['USE MODULES cor', 'MODULE_NOT_FOUND', /'cor'/, /Did you mean 'core'/],
    ['SELECT 1; SELECT 2', 'SQL_PARSE_ERROR', /more than one statement/, /script/],
  ])('%s', async (statement, code, reason, hint, mode = 'batch') => {
    const error = await failureOf(() => (mode === 'batch' ? batch : streaming).executeSql(statement));
    expect(error).toMatchObject({ code, source: { file: import.meta.filename } });
    expect(error.reason).toMatch(reason);
    expect(error.hint ?? '').toMatch(hint);
  });
});
