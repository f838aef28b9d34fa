import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DataTypes,
  defineTable,
  EnvironmentSettings,
  FormatDescriptor,
  lit,
  PlanReference,
  Schema,
  type Table,
  TableDescriptor,
  TableEnvironment,
  type Untyped,
} from 'tsflink';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { collect } from '../setup/rows.js';

const { BIGINT, INT, STRING } = DataTypes;
const directory = mkdtempSync(join(tmpdir(), 'tsflink-pipelines-'));
const files = (name: string) => ({ connector: 'filesystem', path: `file://${join(directory, name)}`, format: 'csv' });
const columns = { id: INT(), name: STRING() };
const source = defineTable('people', columns, { with: files('people') });
const adults = defineTable('adults', { name: STRING(), id: INT() }, { with: files('adults') });
const counts = defineTable('counts', { name: STRING(), n: BIGINT() }, { with: { connector: 'blackhole' } });
const sink = TableDescriptor.forConnector('filesystem').option('path', `file://${join(directory, 'described')}`);

let tEnv: TableEnvironment;
beforeAll(async () => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  const people = tEnv.fromValues(columns, [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Bob' },
    { id: 3, name: 'Ada' },
  ]);
  await (await people.executeInsert(source)).await(60_000);
});
afterAll(async () => {
  await tEnv.close();
  rmSync(directory, { recursive: true, force: true });
});

const people = () => tEnv.from(source);
const names = async (table: Table<Untyped>) =>
  (await collect(table)).map((row: Untyped) => `${row.id} ${row.name}`).sort();

describe('a pipeline', () => {
  it('inserts into a table that is described, of its own columns or those of the query', async () => {
    const derived = sink.format(FormatDescriptor.forFormat('csv').option('field-delimiter', ';').build()).build();
    const pipeline = people().insertInto(derived);
    expect(pipeline.getSinkIdentifier()).toBeUndefined();
    expect(await pipeline.explain('TEXT', 'CHANGELOG_MODE')).toContain('changelogMode=[NONE]');
    await (await pipeline.execute()).await(60_000);
    const schema = Schema.newBuilder().fromFields(columns).build();
    expect(await names(tEnv.from(derived.toBuilder().schema(schema).build()))).toEqual(['1 Ada', '2 Bob', '3 Ada']);
  });

  it('says what does not fit', async () => {
    const missing: Untyped = people().select('id');
    expect(await failureOf(async () => missing.insertInto(adults))).toMatchObject({ code: 'SCHEMA_MISMATCH' });
    const sums = people()
      .groupBy('name')
      .select('name', ($) => ({ n: $.id.count() }));
    const appendOnly = defineTable('append_only', { name: STRING(), n: BIGINT().notNull() }, { with: files('x') });
    expect(await failureOf(() => sums.insertInto(appendOnly).execute())).toMatchObject({
      message: expect.stringContaining('takes no update changes'),
    });
  });
});

describe('a statement set', () => {
  it('runs all of its statements as one job, and is empty then', async () => {
    const set = tEnv
      .createStatementSet()
      .addInsert(
        adults,
        people().where(($) => $.id.isLess(3)),
      )
      .add(
        people()
          .groupBy('name')
          .select('name', ($) => ({ n: $.id.count() }))
          .insertInto(counts),
      ).addInsertSql`INSERT INTO ${adults} SELECT name, id FROM ${people().where(($) => $.id.isEqual(3))}`;
    const plan = await set.explain();
    expect(plan.match(/TableSourceScan/g)).toHaveLength(plan.includes('Reused') ? 2 : 6);
    expect(await set.explain('JSON_EXECUTION_PLAN')).toContain('"nodes"');
    const result = await set.execute(); // here: executed
    await result.await(60_000);
    expect(await names(tEnv.from(adults))).toEqual(['1 Ada', '2 Bob', '3 Ada']);
    expect(await failureOf(async () => set.execute())).toMatchObject({
      code: 'STATEMENT_SET_EMPTY',
      message: expect.stringContaining('pipelines.test.ts'),
    });
  });

  it('refuses what is no insert', async () => {
    const set = tEnv.createStatementSet().addInsertSql('SELECT 1');
    expect(await failureOf(() => set.execute())).toMatchObject({
      message: expect.stringContaining('Only insert statement'),
    });
  });
});

describe('a compiled plan', () => {
  it('is written, loaded and run', async () => {
    tEnv.from(adults);
    const plan = await tEnv.compilePlanSql(`INSERT INTO adults SELECT UPPER(name), id + 10 FROM people`);
    expect(JSON.parse(plan.asJsonString())).toMatchObject({ flinkVersion: '2.3' });
    expect(plan.getFlinkVersion()).toBe('2.3');
    const file = join(directory, 'plan.json');
    await plan.writeToFile(file);
    await plan.writeToFile(file, true);
    expect(readFileSync(file, 'utf8')).toBe(plan.asJsonString());
    expect(await failureOf(() => plan.writeToFile(file))).toMatchObject({ code: 'FILE_EXISTS' });

    const loaded = await tEnv.loadPlan(PlanReference.fromFile(file));
    expect(await loaded.explain()).toContain('people');
    await (await loaded.execute()).await(60_000);
    const smile = PlanReference.fromSmileBytes(await loaded.asSmileBytes());
    await (await tEnv.executePlan(smile)).await(60_000);
    expect(await names(tEnv.from(adults).where(($) => $.id.isGreater(10)))).toEqual([
      '11 ADA',
      '11 ADA',
      '12 BOB',
      '12 BOB',
      '13 ADA',
      '13 ADA',
    ]);
    const print = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    plan.printJsonString();
    expect(print.mock.calls.join('')).toContain('flinkVersion');
    print.mockRestore();
  });

  it('is compiled of pipelines and statement sets', async () => {
    const pipeline = await people().select('name', 'id').insertInto('adults').compilePlan();
    const set = await tEnv.createStatementSet().addInsert(adults, people()).compilePlan();
    for (const plan of [pipeline, set]) expect(plan.asJsonString()).toContain('stream-exec-sink');
  });

  it('that is none is refused', async () => {
    expect(await failureOf(() => tEnv.loadPlan(PlanReference.fromJsonString('{"a": 1}')))).toMatchObject({
      code: 'PLAN_UNREADABLE',
    });
    expect(await failureOf(async () => PlanReference.fromFile(join(directory, 'none')))).toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
    expect(await failureOf(() => tEnv.compilePlanSql('SELECT 1'))).toMatchObject({
      message: expect.stringContaining('INSERT'),
    });
  });
});

describe('large plans', () => {
  let batch: TableEnvironment;
  beforeAll(() => {
    batch = TableEnvironment.create(EnvironmentSettings.inBatchMode());
  });
  afterAll(() => batch.close());
  const one = () => batch.fromValues({ n: INT() }, [{ n: 1 }]);
  const wide = (count: number) =>
    one().select(($) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, $.n.plus(i + 1)])));

  it('of a thousand tables and a large literal work', async () => {
    let many = one();
    for (let i = 1; i < 1000; i++) many = many.unionAll(batch.fromValues({ n: INT() }, [{ n: i }]));
    expect((await many.getResolvedSchema()).getColumnNames()).toEqual(['n']);
    const length = 20_000_000;
    const long = one().select(($) => ({ n: lit('x'.repeat(length)).charLength().minus($.n) }));
    expect(await collect(long)).toEqual([{ n: length - 1 }]);
  });

  it('that would take Flink minutes are refused, by options that can be raised', async () => {
    const source = { file: import.meta.filename };
    const failure = await failureOf(() => wide(5_001).execute());
    expect(failure).toMatchObject({ code: 'PLAN_TOO_LARGE', source });
    expect(failure.message).toContain('5001, and at most 5000');
    for (const [option, query] of [
      ['tsflink.plan.max-expressions', wide(3)],
      ['tsflink.plan.max-aggregates', one().select(($) => ({ a: $.n.max(), b: $.n.min(), c: $.n.sum() }))],
      [
        'tsflink.plan.max-branches',
        batch.sqlQuery(
          "SELECT CASE n WHEN 1 THEN 'a' WHEN 2 THEN 'b' WHEN 3 THEN 'c' END FROM (VALUES (7), (8)) AS t(n)",
        ),
      ],
      ['tsflink.plan.max-tables', one().unionAll(one()).unionAll(one())],
      ['tsflink.plan.max-literals', one().select(($) => ({ n: $.n, s: lit('…'.repeat(3)) }))],
    ] as const) {
      batch.getConfig().set(option, 2);
      expect(await failureOf(() => query.execute())).toMatchObject({
        code: 'PLAN_TOO_LARGE',
        reason: expect.stringContaining(option),
        source,
      });
      batch.getConfig().set(option, 1000);
      expect(await query.explain()).toContain('Optimized');
      batch.getConfig().reset(option);
    }
  });
});
