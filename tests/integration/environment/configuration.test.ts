import { EnvironmentSettings, FlinkError, isTerminalState, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, rowsOf } from '../setup/rows.js';

let tEnv: TableEnvironment;
beforeAll(() => {
  const settings = EnvironmentSettings.newInstance()
    .inBatchMode()
    .withConfiguration({ 'table.exec.resource.default-parallelism': 1, 'my.option': 'mine' })
    .build();
  tEnv = TableEnvironment.create(settings);
});
afterAll(() => tEnv.close());

it('options are set, read and reset', async () => {
  const config = tEnv.getConfig();
  expect([await config.get('my.option'), await config.get('other'), await config.get('other', 'x')]).toEqual([
    'mine',
    undefined,
    'x',
  ]);
  config
    .set('table.exec.mini-batch.enabled', false)
    .addConfiguration({ 'my.second': 2 })
    .setIdleStateRetention('2 h')
    .setMaxGeneratedCodeLength(5000)
    .addJobParameter('key', 'value');
  expect(await config.getIdleStateRetention()).toBe('2 h');
  expect(await config.getMaxGeneratedCodeLength()).toBe(5000);
  expect(await config.getSqlDialect()).toBe('DEFAULT');
  const all = await config.toMap();
  expect(all['my.second']).toBe('2');
  expect(all['pipeline.global-job-parameters.key']).toBe('value');
  config.reset('my.second');
  expect(Object.keys(await config.toMap())).not.toContain('my.second');
});

it('the time zone of the session is that of TIMESTAMP_LTZ', async () => {
  const config = tEnv.getConfig();
  expect(await config.getLocalTimeZone()).toBe('default');
  const hour = async () => {
    const query = tEnv.sqlQuery<{ h: bigint }>(
      'SELECT EXTRACT(HOUR FROM CAST(TO_TIMESTAMP_LTZ(0, 3) AS TIMESTAMP(3))) AS h',
    );
    return (await collect(query))[0]?.h;
  };
  config.setLocalTimeZone('Asia/Tokyo');
  expect([await config.getLocalTimeZone(), await hour()]).toEqual(['Asia/Tokyo', 9n]);
  config.setLocalTimeZone('UTC');
  expect(await hour()).toBe(0n);
});

describe('scripts', () => {
  it('run statement by statement', async () => {
    const results = await tEnv.executeSqlScript(`
      -- what is counted; and where
      CREATE TEMPORARY VIEW numbers AS SELECT * FROM (VALUES (1), (2), (3)) AS t(n);
      CREATE TEMPORARY TABLE hole (n INT) WITH ('connector' = 'blackhole');
      BEGIN STATEMENT SET;
      INSERT INTO hole SELECT n FROM numbers;
      INSERT INTO hole SELECT CASE WHEN n > 1 THEN 1 END FROM numbers;
      END;
      SET 'my.script' = 'ran; all';
      SELECT SUM(n) AS total FROM numbers;`);
    expect(results).toHaveLength(5);
    await results[2]?.await(60_000);
    const rows = [];
    for await (const row of results[4]?.collect() ?? []) rows.push(row);
    expect(rows).toEqual([{ total: 6 }]);
    expect(await tEnv.getConfig().get('my.script')).toBe('ran; all');
  });

  it('end at the statement that fails, and say which it was', async () => {
    const script =
      'CREATE TEMPORARY VIEW before_it AS SELECT 1 AS n;\n\nSELECT *\nFROM before_itt;\nCREATE TEMPORARY VIEW after_it AS SELECT 1 AS n';
    const error = await tEnv.executeSqlScript(script).then(
      () => undefined,
      (failure: unknown) => failure as FlinkError,
    );
    expect(error).toBeInstanceOf(FlinkError);
    expect(error).toMatchObject({ code: 'TABLE_NOT_FOUND', source: { file: import.meta.filename } });
    expect(error?.message).toContain('Statement 2, line 3: ');
    expect(error?.message).toContain('line 4');
    expect(await tEnv.listTemporaryViews()).toEqual(expect.arrayContaining(['before_it']));
    expect(await tEnv.listTemporaryViews()).not.toContain('after_it');
  });
});

it('jobs are stopped with a savepoint', async () => {
  const streaming = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  await streaming.executeSqlScript(`
    CREATE TEMPORARY TABLE ticks (n INT) WITH ('connector' = 'datagen', 'rows-per-second' = '10');
    CREATE TEMPORARY TABLE hole (n BIGINT) WITH ('connector' = 'blackhole')`);
  const result = await streaming.executeSql('INSERT INTO hole SELECT COUNT(*) FROM ticks');
  const job = result.getJobClient();
  if (!job) throw new TypeError('it runs a job');
  const { mkdtemp, readdir, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const directory = await mkdtemp(join(tmpdir(), 'savepoints-'));
  await expect.poll(() => job.getJobStatus(), { timeout: 60_000 }).toBe('RUNNING');
  // a savepoint needs all of its tasks to run
  const path = await expect
    .poll(() => job.stopWithSavepoint(false, directory).catch((error: FlinkError) => error.code), { timeout: 60_000 })
    .toMatch(/^file:/)
    .then(async () => (await readdir(directory))[0]);
  expect(path).toMatch(/^savepoint-/);
  const ended = await job.getJobExecutionResult(60_000);
  expect(isTerminalState(ended.status)).toBe(true);
  expect(ended.netRuntime).toBeGreaterThan(0);
  await expect(job.triggerSavepoint(directory)).rejects.toMatchObject({ code: 'JOB_NOT_RUNNING' });
  await rm(directory, { recursive: true });
  await streaming.close();
});

it('what statements show is typed', async () => {
  const [catalog] = await rowsOf(await tEnv.executeSql('SHOW CURRENT CATALOG'));
  expect(catalog?.['current catalog name']).toBe('default_catalog');
  await tEnv.executeSql(
    "CREATE TEMPORARY TABLE described (id INT NOT NULL, name STRING) WITH ('connector' = 'blackhole')",
  );
  const columns = await rowsOf(await tEnv.executeSql('DESCRIBE described'));
  expect(columns.map(({ name, type, null: nullable }) => [name, type, nullable])).toEqual([
    ['id', 'INT', false],
    ['name', 'STRING', true],
  ]);
  const modules = await rowsOf(await tEnv.executeSql('SHOW FULL MODULES'));
  expect(modules).toEqual([{ 'module name': 'core', used: true }]);
});
