import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EnvironmentSettings, type TableDef, TableEnvironment, type Untyped } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../packages/cli/src/program.js';

const DDL = `
-- every kind of column; it's all here
CREATE TABLE orders (
  id BIGINT NOT NULL COMMENT 'the number; on the bill',
  customer ROW<name STRING NOT NULL, tags ARRAY<STRING>, more MAP<STRING, DECIMAL(10, 2)>>,
  price DECIMAL(10, 2),
  quantity INT,
  cost AS price * quantity,
  placed TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  headers MAP<STRING NOT NULL, BYTES> METADATA,
  bought AS PROCTIME(),
  \`day of week\` CHAR(3) NOT NULL,
  WATERMARK FOR placed AS placed - INTERVAL '5' SECOND,
  PRIMARY KEY (id) NOT ENFORCED
) COMMENT 'What was ordered' PARTITIONED BY (quantity) WITH (
  'connector' = 'kafka', 'topic' = 'orders', 'properties.bootstrap.servers' = 'localhost:9092',
  'properties.sasl.jaas.config' = 'hunter2', 'format' = 'json'
);
-- it is not to stay
CREATE /* only */ TEMPORARY TABLE plain (a INT, ts TIMESTAMP(3), t TIME, d DATE, b BOOLEAN, v VARCHAR(7)) WITH ('connector' = 'datagen');
CREATE VIEW seen AS SELECT a, CAST(v AS VARCHAR(9)) AS \`the v\` FROM plain;
CREATE TABLE clicks (id BIGINT, clicked TIMESTAMP_LTZ(3), WATERMARK FOR clicked AS clicked) WITH ('connector' = 'datagen');
CREATE TEMPORARY VIEW recent AS SELECT id, clicked AS placed FROM clicks;
`;

let directory: string;
const path = (name: string) => join(directory, name);
beforeAll(async () => {
  // within the repository, so that the module finds the package
  directory = await mkdtemp(join(import.meta.dirname, 'generated-'));
  await writeFile(path('tables.sql'), DDL);
  process.env.ORDERS_PROPERTIES_SASL_JAAS_CONFIG = 'hunter2';
});
afterAll(() => rm(directory, { recursive: true }));

async function call(...args: string[]) {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  return { code: await run(['codegen', ...args], { out: write, err: write }), said };
}

describe('tsflink codegen', () => {
  it('writes what is the same table to Flink, and compiles', async () => {
    const args = ['--sql', path('tables.sql'), '--out', path('tables.ts')];
    const done = await call(...args, '--json');
    expect(JSON.parse(done.said)).toMatchObject({
      tables: ['clicks', 'orders', 'plain'],
      views: ['recent', 'seen'],
      written: true,
    });
    const source = await readFile(path('tables.ts'), 'utf8');
    expect(source).not.toContain('hunter2');
    expect(source).toContain('/** What was ordered */\nexport const orders = defineTable(');

    const use = `import { orders, plain } from './tables.js';
      import { lit, TableEnvironment, Tumble } from 'tsflink';
      const t = TableEnvironment.create();
      t.from(orders).select('id', ($) => ({ c: $.cost.plus(1), at: $.placed, p: $.bought, n: $.customer.get('name') }));
      t.from(plain).select(($) => ({ a: $.a.plus(1), v: $.v.upperCase() }));
      t.from('seen').select(($) => ({ a: $.a.plus(1), v: $['the v'].upperCase() }));
      t.from('recent').window(Tumble.over(lit(1).minutes()).on('placed').as('w')).groupBy('w').select(($) => ({ n: $.id.count() }));
      // @ts-expect-error there is no such column
      t.from('seen').select('b');
      // @ts-expect-error there is no such column
      t.from(orders).select('idd');`;
    await writeFile(path('use.ts'), use);
    const config = { extends: '../../../../tsconfig.test.json', include: ['*.ts'], exclude: [] };
    await writeFile(path('tsconfig.json'), JSON.stringify(config));
    const tsc = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.bin', 'tsc');
    await promisify(execFile)(tsc, ['-p', path('tsconfig.json')]).catch((failure) => {
      throw new TypeError(failure.stdout);
    });

    const definitions = (await import(path('tables.ts'))) as Record<string, TableDef>;
    const [fromDdl, fromModule] = [0, 1].map(() => TableEnvironment.create(EnvironmentSettings.inStreamingMode()));
    for (const statement of DDL.split(/;\n/).slice(0, 2)) await fromDdl?.executeSql(statement);
    for (const name of ['orders', 'plain']) {
      const expected = await fromDdl?.from(name).getResolvedSchema();
      const given = await fromModule?.from(definitions[name] as Untyped).getResolvedSchema();
      expect(String(given)).toBe(String(expected));
      const shown = async (tEnv: TableEnvironment | undefined) =>
        Object.values((await (await tEnv?.executeSql(`SHOW CREATE TABLE ${name}`))?.toArray())?.[0] ?? {})
          .join()
          .replace(/^CREATE (TEMPORARY )?/, '')
          .split('\n')
          .map((line) => line.replace(/,$/, ''))
          .toSorted();
      expect(await shown(fromModule)).toEqual(await shown(fromDdl));
    }
    await Promise.all([fromDdl?.close(), fromModule?.close()]);
  });

  it('says whether a file is up to date', async () => {
    const args = ['--sql', path('tables.sql'), '--out', path('checked.ts'), '--tables', 'pl*'];
    expect(await call(...args, '--check')).toMatchObject({ code: 1, said: expect.stringContaining('not up to date') });
    expect(await call(...args)).toMatchObject({ code: 0, said: expect.stringContaining('1 table') });
    expect(await call(...args, '--check')).toMatchObject({ code: 0, said: '' });
    await writeFile(
      path('checked.ts'),
      (await readFile(path('checked.ts'), 'utf8')).replace('VARCHAR(7)', 'VARCHAR(8)'),
    );
    const drifted = await call(...args, '--check');
    expect(drifted.code).toBe(1);
    expect(drifted.said).toContain('VARCHAR(8)');
  });

  it('reads another catalog', async () => {
    const statements = [
      "CREATE CATALOG shop WITH ('type' = 'generic_in_memory')",
      'CREATE DATABASE shop.sales',
      "CREATE TABLE shop.sales.bills (id INT) WITH ('connector' = 'datagen')",
    ].flatMap((statement) => ['--execute', statement]);
    const { said } = await call(...statements, '--catalog', 'shop', '--database', 'sales');
    expect(said).toContain("export const bills = defineTable(\n  'shop.sales.bills',");
    const views = [
      'CREATE TEMPORARY TABLE a LIKE shop.sales.bills',
      'CREATE VIEW shop.sales.unpaid AS SELECT id FROM shop.sales.bills',
    ].flatMap((statement) => ['--execute', statement]);
    const { said: both } = await call(...statements, ...views, '--catalog', 'shop', '--database', 'sales');
    expect(both).toContain("    'shop.sales.unpaid': SchemaOf<");
    expect(both).not.toContain("'shop.sales.a'");
    expect(await call('--execute', 'SELEC 1')).toMatchObject({ code: 1, said: expect.stringContaining('SELECT?') });
  });
});
