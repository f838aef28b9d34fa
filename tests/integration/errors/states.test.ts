import { readFileSync } from 'node:fs';
import {
  DataTypes,
  EnvironmentSettings,
  Schema,
  type Table,
  TableDescriptor,
  TableEnvironment,
  type TableResult,
  type Untyped,
} from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { rowsOf } from '../setup/rows.js';

const { INT, STRING } = DataTypes;
let tEnv: TableEnvironment;
let other: TableEnvironment;
let closed: TableEnvironment;
/** What the closed environment gave before. */
let left: { readonly result: TableResult<Untyped>; readonly job: TableResult<Untyped>; readonly table: Table<Untyped> };
const columns = { id: INT(), name: STRING() };
beforeAll(async () => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  other = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  closed = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  for (const each of [tEnv, other, closed]) {
    await each.executeSqlScript(`
      CREATE TEMPORARY TABLE hole (id INT, name STRING) WITH ('connector' = 'blackhole');
      CREATE TEMPORARY TABLE endless (id INT, name STRING) WITH ('connector' = 'datagen')`);
  }
  const table = closed.fromValues(columns, []);
  left = { result: await table.execute(), job: await table.executeInsert('hole' as never), table };
  await left.job.await();
  await closed.close();
});
afterAll(() => Promise.all([tEnv.close(), other.close()]));

const lines = readFileSync(import.meta.filename, 'utf8').split('\n');
const foreign = (): Untyped => other.fromValues(columns, [{ id: 1, name: 'a' }]);
const own = (): Untyped => tEnv.fromValues(columns, [{ id: 1, name: 'a' }]);
const query = (where = tEnv) => where.executeSql('SELECT * FROM endless');
/** The rows of a result that was read by `toArray`. */
const readTwice = async (again: (result: TableResult<Untyped>) => Promise<unknown>) => {
  const result = (await own().execute()) as TableResult<Untyped>;
  await result.toArray();
  return again(result);
};

/** What is called in a wrong state: the code, what is said, and the call; its line ends with `// here`. */
const CASES: Readonly<Record<string, readonly [string, RegExp, () => Promise<unknown>]>> = {
  'a statement of a closed environment': [
    'ENVIRONMENT_CLOSED',
    /was closed/,
    () => closed.executeSql('SELECT 1'), // here
  ],
  'a command of a closed environment': [
    'ENVIRONMENT_CLOSED',
    /was closed/,
    async () => closed.createTemporaryView('v', left.table), // here
  ],
  'a table of a closed environment': [
    'ENVIRONMENT_CLOSED',
    /was closed/,
    () => left.table.execute(), // here
  ],
  'the options of a closed environment': [
    'ENVIRONMENT_CLOSED',
    /was closed/,
    () => closed.getConfig().toMap(), // here
  ],
  'a catalog of a closed environment': [
    'ENVIRONMENT_CLOSED',
    /was closed/,
    () => closed.getCatalog('default_catalog').listDatabases(), // here
  ],
  'the rows of a closed environment': [
    'ENVIRONMENT_CLOSED',
    /was closed/,
    () => left.result.toArray(), // here
  ],
  'a job of a closed environment': [
    'ENVIRONMENT_CLOSED',
    /was closed/,
    async () => left.job.getJobClient()?.getJobStatus(), // here
  ],
  'a result that was read by toArray, by collect': [
    'RESULT_CONSUMED',
    /read already, by toArray\(\), at .*states\.test\.ts:\d+/,
    () => readTwice((result) => rowsOf({ collect: () => result.collect() } as never)), // here
  ],
  'a result that was read by toArray, by print': [
    'RESULT_CONSUMED',
    /read already, by toArray\(\)/,
    () => readTwice((result) => result.print()), // here
  ],
  'a result whose job was cancelled': [
    'JOB_CANCELLED',
    /cancelled/,
    async () => {
      const result = await query();
      await result.getJobClient()?.cancel();
      return result.toArray(); // here
    },
  ],
  'a savepoint of a job that has ended': [
    'JOB_NOT_RUNNING',
    /has ended/,
    async () => {
      const result = await own().executeInsert('hole');
      await result.await();
      return result.getJobClient()?.stopWithSavepoint(false, '/tmp/none'); // here
    },
  ],
  'a sink as a source': [
    'VALIDATION_ERROR',
    /'blackhole' can only be used as a sink/,
    () => tEnv.from('hole').execute(), // here
  ],
  'a source as a sink': [
    'VALIDATION_ERROR',
    /'datagen' can only be used as a source/,
    () => own().executeInsert('endless'), // here
  ],
  'a sink that is described, as a source': [
    'VALIDATION_ERROR',
    /'blackhole' can only be used as a sink/,
    () => {
      const schema = Schema.newBuilder().column('id', INT()).build();
      return tEnv.from(TableDescriptor.forConnector('blackhole').schema(schema).build()).execute(); // here
    },
  ],
  'an empty statement set': [
    'STATEMENT_SET_EMPTY',
    /no statements/,
    () => tEnv.createStatementSet().execute(), // here
  ],
  'a table of another environment in a join': [
    'ENVIRONMENT_OTHER',
    /another TableEnvironment/,
    () =>
      own()
        .select('id')
        .join(foreign().select('name')) // here
        .execute(),
  ],
  'a table of another environment in a union': [
    'ENVIRONMENT_OTHER',
    /another TableEnvironment/,
    () => own().unionAll(foreign()).getResolvedSchema(), // here
  ],
  'a table of another environment in an expression': [
    'ENVIRONMENT_OTHER',
    /another TableEnvironment/,
    () =>
      own()
        .where(($: Untyped) => $.id.in(foreign().select('id'))) // here
        .execute(),
  ],
  'a table of another environment in SQL': [
    'ENVIRONMENT_OTHER',
    /another TableEnvironment/,
    () => {
      const table = foreign(); // not here
      return tEnv.sqlQuery`SELECT * FROM ${table}`.execute(); // here
    },
  ],
  'a table of another environment in a statement set': [
    'ENVIRONMENT_OTHER',
    /another TableEnvironment/,
    () => {
      const set = tEnv.createStatementSet().addInsert('hole', other.fromValues(columns, [])); // here
      return set.explain();
    },
  ],
  'a table of another environment as a view': [
    'ENVIRONMENT_OTHER',
    /another TableEnvironment/,
    async () => {
      tEnv.createTemporaryView('foreign', other.fromValues(columns, [])); // here
      return tEnv.listTables();
    },
  ],
};

describe('what is called in a wrong state says so', () => {
  it.each(Object.entries(CASES))('%s', async (_, [code, reason, work]) => {
    const error = await failureOf(work);
    expect(error.code, error.message).toBe(code);
    expect(error.reason).toMatch(reason);
    expect(error.source?.file).toBe(import.meta.filename);
    expect(lines[(error.source?.line ?? 0) - 1]).toMatch(/\/\/ here$/);
  });
});

it('the environment works on', async () => {
  expect(await rowsOf(await tEnv.executeSql('SELECT 1 AS n'))).toEqual([{ n: 1 }]);
});
