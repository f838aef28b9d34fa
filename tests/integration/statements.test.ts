import { DataTypes, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { collect, rowsOf } from './setup/rows.js';

const { BIGINT, INT, STRING } = DataTypes;
let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
});
afterAll(() => tEnv.close());

const people = () =>
  tEnv.fromValues({ id: INT().notNull(), name: STRING(), age: BIGINT() }, [
    { id: 1, name: 'Ada', age: 36n },
    { id: 2, name: 'Bob', age: null },
    { id: 3, name: null, age: 41n },
    { id: 4, name: 'Ada', age: 5n },
  ]);

describe('SQL', () => {
  it('runs queries', async () => {
    expect(await rowsOf(await tEnv.executeSql('SELECT 1 AS n'))).toEqual([{ n: 1 }]);
  });

  it('runs DDL', async () => {
    const result = await tEnv.executeSql("CREATE TEMPORARY TABLE sink (id INT) WITH ('connector' = 'blackhole')");
    expect(result.getResultKind()).toBe('SUCCESS');
    expect(result.getJobClient()).toBeUndefined();
    const [shown] = await rowsOf(await tEnv.executeSql('SHOW TABLES'));
    expect(shown?.['table name']).toBe('sink');
  });

  it('takes values and tables', async () => {
    const query = tEnv.sqlQuery({ name: STRING() })`SELECT name FROM ${people()} WHERE name = ${'Bob'} OR id = ${1}`;
    expect(await collect(query)).toEqual([{ name: 'Ada' }, { name: 'Bob' }]);
    const result = await tEnv.executeSql`SELECT COUNT(*) AS n FROM ${people()}`;
    expect(await rowsOf(result)).toEqual([{ n: 4n }]);
  });

  it('inserts, and waits for the end of the job', async () => {
    await tEnv.executeSql("CREATE TEMPORARY TABLE hole (id INT) WITH ('connector' = 'blackhole')");
    const result = await tEnv.executeSql('INSERT INTO hole SELECT 1');
    await result.await(60_000);
    expect(await result.getJobClient()?.getJobStatus()).toBe('FINISHED');
  });
});

describe('tables', () => {
  it('are grouped, joined, sorted and cut', async () => {
    const grouped = people()
      .groupBy('name')
      .select('name', ($) => ({ n: $.id.count(), total: $.age.sum() }))
      .orderBy(($) => $.n.desc())
      .limit(1);
    expect(await collect(grouped)).toEqual([{ name: 'Ada', n: 2n, total: 41n }]);

    const pets = tEnv.fromValues({ owner: INT().notNull(), pet: STRING() }, [{ owner: 2, pet: 'cat' }]);
    const joined = people()
      .leftOuterJoin(pets, (person, pet) => person.id.isEqual(pet.owner))
      .select('id', 'pet')
      .where(($) => $.id.isLess(3))
      .orderBy('id');
    expect(await collect(joined)).toEqual([
      { id: 1, pet: null },
      { id: 2, pet: 'cat' },
    ]);
  });

  it('are added, reordered and renamed by column', async () => {
    const other = tEnv.fromValues({ name: STRING(), id: INT().notNull() }, [{ name: 'Eve', id: 9 }]);
    const both = people()
      .select('id', 'name')
      .unionAll(other)
      .where(($) => $.id.isGreater(3))
      .addColumns(($) => ({ next: $.id.plus(1) }))
      .renameColumns({ name: 'who' })
      .dropColumns('id')
      .orderBy('next');
    expect(await collect(both)).toEqual([
      { who: 'Ada', next: 5 },
      { who: 'Eve', next: 10 },
    ]);
  });

  it('are known to SQL as views', async () => {
    tEnv.createTemporaryView('people', people());
    expect(await rowsOf(await tEnv.executeSql('SELECT MAX(id) AS id FROM people'))).toEqual([{ id: 4 }]);
    await tEnv.dropTemporaryView('people');
    await expect(tEnv.executeSql('SELECT * FROM people')).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
  });

  it('have a schema', async () => {
    const schema = await people().getResolvedSchema();
    expect(schema.getColumnNames()).toEqual(['id', 'name', 'age']);
    expect(schema.getColumnDataTypes().map(String)).toEqual(['INT NOT NULL', 'STRING', 'BIGINT']);
    expect(String(schema)).toContain('`id` INT NOT NULL');
  });

  it('have columns of every kind, a watermark and a key, which read as Flink writes them', async () => {
    await tEnv.executeSql(`CREATE TEMPORARY TABLE kinds (
      id BIGINT COMMENT 'it''s the \`id\`', twice AS id * 2, ts TIMESTAMP(3),
      stamp TIMESTAMP(3) METADATA FROM 'timestamp' VIRTUAL, headers MAP<STRING, BYTES> METADATA,
      WATERMARK FOR ts AS ts - INTERVAL '5' SECOND, CONSTRAINT k PRIMARY KEY (id) NOT ENFORCED
    ) WITH ('connector' = 'upsert-kafka')`);
    const schema = await tEnv.from('kinds').getResolvedSchema();
    const [id, twice, , stamp, headers] = schema.getColumns();
    expect(schema.getColumns().map((column) => column.kind)).toEqual(
      ['PHYSICAL', 'COMPUTED', 'PHYSICAL', 'METADATA', 'METADATA'], //
    );
    expect(id?.getComment()).toBe("it's the `id`");
    expect(twice).toMatchObject({ name: 'twice' });
    expect(twice?.getExpression()).toBe('`id` * 2');
    expect([stamp, headers].map((column) => [column?.getMetadataKey(), column?.isVirtual()])).toEqual([
      ['timestamp', true],
      [undefined, false],
    ]);
    expect([schema.toPhysicalRowDataType(), schema.toSinkRowDataType()].map(String)).toEqual([
      'ROW<id BIGINT NOT NULL, ts TIMESTAMP(3)> NOT NULL',
      'ROW<id BIGINT NOT NULL, ts TIMESTAMP(3), headers MAP<STRING, BYTES>> NOT NULL',
    ]);
    expect(schema.getWatermarkSpecs().map((spec) => spec.getRowtimeAttribute())).toEqual(['ts']);
    expect(schema.getPrimaryKey()?.getColumns()).toEqual(['id']);
    expect(schema.getPrimaryKeyIndexes()).toEqual([0]);
    const parts = [...schema.getColumns(), ...schema.getWatermarkSpecs(), schema.getPrimaryKey()];
    expect(`(\n${parts.map((part) => `  ${part}`).join(',\n')}\n)`).toBe(String(schema));
  });

  it('are explained', async () => {
    const text = await people().select('id').explain('ESTIMATED_COST');
    expect(text).toContain('== Optimized Physical Plan ==');
    expect(text).toContain('rowcount');
    expect(await tEnv.explainSql('SELECT 1')).toContain('== Abstract Syntax Tree ==');
  });
});

describe('results', () => {
  it('are printed as Flink prints them', async () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    try {
      await (
        await people()
          .select('id', 'name')
          .where(($) => $.id.isLess(3))
          .execute()
      ).print();
    } finally {
      spy.mockRestore();
    }
    expect(written.join('')).toBe(
      [
        '+-------------+--------------------------------+',
        '|          id |                           name |',
        '+-------------+--------------------------------+',
        '|           1 |                            Ada |',
        '|           2 |                            Bob |',
        '+-------------+--------------------------------+',
        '2 rows in set',
        '',
      ].join('\n'),
    );
  });

  it('of streaming queries are changes', async () => {
    const streaming = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    const rows = streaming.fromValues({ k: STRING() }, [{ k: 'a' }, { k: 'a' }]);
    const counts = rows.groupBy('k').select('k', ($) => ({ n: $.k.count() }));
    const changes = [];
    for await (const change of (await counts.execute()).collectChangelog()) changes.push(change);
    expect(changes).toEqual([
      { kind: '+I', row: { k: 'a', n: 1n } },
      { kind: '-U', row: { k: 'a', n: 1n } },
      { kind: '+U', row: { k: 'a', n: 2n } },
    ]);
    await streaming.close();
  });

  it('that nobody reads on are cancelled', async () => {
    const streaming = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    await streaming.executeSql("CREATE TEMPORARY TABLE endless (n BIGINT) WITH ('connector' = 'datagen')");
    const result = await streaming.from('endless').execute();
    for await (const row of result.collect()) {
      expect(typeof row.n).toBe('bigint');
      break;
    }
    const job = result.getJobClient();
    await vi.waitFor(async () => expect(await job?.getJobStatus()).toBe('CANCELED'), {
      timeout: 20_000,
      interval: 200,
    });
    await streaming.close();
  });

  it('can be many', async () => {
    await tEnv.executeSql(
      "CREATE TEMPORARY TABLE many (n BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '200000', 'rows-per-second' = '1000000', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '200000')",
    );
    let sum = 0n;
    for await (const row of (await tEnv.from('many').execute()).collect()) sum += row.n;
    expect(sum).toBe(20000100000n);
  });
});

describe('jobs', () => {
  it('can be cancelled', async () => {
    const streaming = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    await streaming.executeSql("CREATE TEMPORARY TABLE endless (n BIGINT) WITH ('connector' = 'datagen')");
    await streaming.executeSql("CREATE TEMPORARY TABLE hole (n BIGINT) WITH ('connector' = 'blackhole')");
    const result = await streaming.executeSql('INSERT INTO hole SELECT * FROM endless');
    await expect(result.await(300)).rejects.toMatchObject({ code: 'TIMEOUT' });
    const job = result.getJobClient();
    await job?.cancel();
    await expect(job?.getJobExecutionResult(30_000)).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
    await streaming.close();
  });
});

describe('options', () => {
  it('are set and read', async () => {
    const own = TableEnvironment.create(
      EnvironmentSettings.newInstance().inBatchMode().withConfiguration({ 'parallelism.default': 1 }).build(),
    );
    own.getConfig().set('table.exec.resource.default-parallelism', 3);
    expect(await own.getConfig().get('table.exec.resource.default-parallelism')).toBe('3');
    expect(await own.getConfig().get('parallelism.default')).toBe('1');
    own.getConfig().reset('table.exec.resource.default-parallelism');
    expect(await own.getConfig().get('table.exec.resource.default-parallelism')).toBeUndefined();
    await own.close();
  });
});
