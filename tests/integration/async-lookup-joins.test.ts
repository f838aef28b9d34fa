import { DataTypes, EnvironmentSettings, FlinkError, Schema, TableDescriptor, TableEnvironment, udf } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { squareFailingOnce, troubled, userNow, userOf } from './functions/lookups.js';
import { numbered, RESTARTING } from './setup/restarting.js';
import { sqlRows } from './setup/rows.js';

const { BIGINT, INT, STRING } = DataTypes;
const settings = EnvironmentSettings.newInstance()
  .inStreamingMode()
  .withConfiguration({ 'tsflink.function.timeout': '1 s', 'parallelism.default': '1' });

describe('look-up joins by TypeScript functions', () => {
  const tEnv = TableEnvironment.create(settings.build());
  const users = Schema.newBuilder().column('id', INT()).column('country', STRING()).column('name', STRING());
  const counted = users.column('calls', INT()).build();
  const names = Schema.newBuilder().column('id', INT()).column('name', STRING()).build();
  beforeAll(async () => {
    const ids = [1, 2, null, 3, 4, 1, 4].map((id, i) => ({ nr: i, user_id: id }));
    tEnv.createTemporaryView('given', tEnv.fromValues({ nr: INT().notNull(), user_id: INT() }, ids));
    await tEnv.executeSql('CREATE TEMPORARY VIEW clicks AS SELECT *, PROCTIME() AS asked FROM given');
    const table = TableDescriptor.forLookup(userOf).schema(counted);
    tEnv.createTemporaryTable('users', table.build());
    const cache = { 'lookup.cache': 'PARTIAL', 'lookup.partial-cache.max-rows': 100 };
    const cached = Object.entries(cache).reduce((builder, [key, value]) => builder.option(key, value), table);
    tEnv.createTemporaryTable('cached_users', cached.build());
    tEnv.createTemporaryTable('users_now', TableDescriptor.forLookup(userNow).schema(users.build()).build());
    await tEnv.executeSql("CREATE TEMPORARY TABLE nowhere (name STRING) WITH ('connector' = 'blackhole')");
    tEnv.createTemporaryTable('troubled_users', TableDescriptor.forLookup(troubled).schema(names).build());
  });
  afterAll(() => tEnv.close());
  const rows = (query: string) => sqlRows(tEnv, query);
  const failureOf = async (query: string) => {
    const failure = await rows(query).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FlinkError);
    return failure as FlinkError;
  };
  const join = (table: string, condition = 'c.user_id = u.id', kind = 'JOIN') =>
    `${kind} ${table} FOR SYSTEM_TIME AS OF c.asked AS u ON ${condition}`;

  it('call asynchronous ones with the columns that are compared, by name', async () => {
    const inner = await rows(`SELECT nr AS r, id, name, country FROM clicks AS c ${join('users')}`);
    expect(inner).toEqual([
      { r: 0, id: 1, name: 'user 1@null', country: null },
      { r: 1, id: 2, name: 'user 2@null', country: null },
      { r: 4, id: 4, name: 'Zoë@null', country: null },
      { r: 4, id: 4, name: 'Zed@null', country: null },
      { r: 5, id: 1, name: 'user 1@null', country: null },
      { r: 6, id: 4, name: 'Zoë@null', country: null },
      { r: 6, id: 4, name: 'Zed@null', country: null },
    ]);
    const both = join('users', "u.country = 'CH' AND c.user_id = u.id AND CHAR_LENGTH(name) < 8", 'LEFT JOIN');
    expect(await rows(`SELECT nr AS r, name, country FROM clicks AS c ${both} WHERE nr < 5`)).toEqual([
      { r: 0, name: null, country: null },
      { r: 1, name: null, country: null },
      { r: 2, name: null, country: null },
      { r: 3, name: null, country: null },
      { r: 4, name: 'Zoë@CH', country: 'CH' },
      { r: 4, name: 'Zed@CH', country: 'CH' },
    ]);
  });

  it('call synchronous ones, by position', async () => {
    const condition = "c.user_id = u.id AND u.country = 'FR'";
    expect(await rows(`SELECT nr AS r, name FROM clicks AS c ${join('users_now', condition)}`)).toEqual([
      { r: 0, name: '1@FR' },
      { r: 1, name: '2@FR' },
      { r: 4, name: '4@FR' },
      { r: 5, name: '1@FR' },
      { r: 6, name: '4@FR' },
    ]);
  });

  it("keep results in Flink's cache, and make as many calls at once as hints allow, in any order", async () => {
    const calls = (table: string, hint = '') => rows(`SELECT ${hint} nr AS r, calls FROM clicks AS c ${join(table)}`);
    const sorted = (found: Record<string, unknown>[]) => found.map(({ r }) => r as number).sort((a, b) => a - b);
    expect(Math.max(...(await calls('users')).map((row) => row.calls as number))).toBe(6);
    const one = "/*+ LOOKUP('table'='u', 'async'='true', 'capacity'='1') */";
    const cached = await calls('cached_users', one);
    expect(cached.map((row) => row.calls)).toEqual([1, 2, 4, 4, 1, 4, 4]);
    const hint = "/*+ LOOKUP('table'='u', 'async'='true', 'output-mode'='allow_unordered', 'capacity'='3') */";
    expect(sorted(await calls('users', hint))).toEqual([0, 1, 4, 4, 5, 6, 6]);
    expect(await tEnv.explainSql(`SELECT ${hint} name FROM clicks AS c ${join('users')}`)).toMatch(
      /LookupJoin\(.*async=\[UNORDERED, .*ms, 3\]/,
    );
  });

  it('say which function failed, with what and where', async () => {
    const of = (id: number) => `SELECT name FROM clicks AS c ${join('troubled_users')} WHERE user_id = ${id}`;
    const failed = await failureOf(of(1));
    expect(failed).toMatchObject({ code: 'FUNCTION_FAILED', function: { name: 'troubled', row: 'id = 1' } });
    expect(failed.message).toMatch(/RangeError: the service is away/);
    expect(failed.function?.stack).toMatch(/functions\/lookups\.ts:\d+/);
    const hanging = await failureOf(of(2));
    expect(hanging).toMatchObject({ code: 'FUNCTION_TIMEOUT', function: { name: 'troubled', row: 'id = 2' } });
  });

  it('are refused where table, function and condition do not match', async () => {
    const fixed = udf({ name: 'fixed', args: [INT()], returns: STRING() }, () => 'x');
    expect(() => TableDescriptor.forLookup(fixed)).toThrow(/fixed cannot look rows up: it is no table function/);
    tEnv.createTemporarySystemFunction('fixed', fixed);
    const table = (name: string, columns: string, fn: string, more = '') =>
      tEnv.executeSql(`CREATE TEMPORARY TABLE ${name} (${columns}) WITH (
        'connector' = 'typescript-lookup', 'lookup.function' = '${fn}'${more})`);
    await table('of_nothing', 'id INT, name STRING', 'nothing');
    await table('of_scalar', 'id INT, name STRING', 'fixed');
    await table('more', 'id INT, name STRING, age INT', 'user_of');
    await table('wider', 'id BIGINT, name STRING', 'user_of');
    await table('strict', 'id INT, name STRING NOT NULL', 'user_of');
    await table('all_rows', 'id INT, name STRING', 'user_of', ", 'lookup.cache' = 'FULL'");
    const by = "u.name = 'x'";
    for (const [name, condition, text] of [
      ['of_nothing', undefined, /There is no function 'nothing'.*createTemporarySystemFunction/s],
      ['of_scalar', undefined, /'fixed' cannot look rows up.*udtf or asyncUdtf/s],
      ['more', undefined, /does not give the column 'age'/],
      ['wider', undefined, /column 'id' is of the type BIGINT, and it takes INT/],
      ['strict', undefined, /column 'name' is of the type .*NOT NULL, and it gives/],
      ['all_rows', undefined, /'lookup.cache' cannot be FULL/],
      ['users', by, /must compare the column 'id', which it takes/],
      ['users', `c.user_id = u.id AND ${by}`, /compares 'name', which it does not take/],
      ['users_now', undefined, /takes 2 values, and the condition of the join compares 1/],
    ] as const) {
      expect((await failureOf(`SELECT u.* FROM clicks AS c ${join(name, condition)}`)).message).toMatch(text);
    }
  });

  it('are the only way into their tables, also in compiled plans', async () => {
    const scan = await failureOf('SELECT * FROM users');
    expect(scan.message).toMatch(/`users` can only be looked up, by user_of: JOIN it FOR SYSTEM_TIME AS OF/);
    const compiled = await tEnv.compilePlanSql(`INSERT INTO nowhere SELECT name FROM clicks AS c ${join('users')}`);
    await (await compiled.execute()).await(60_000);
  });

  it('are called again for what a checkpoint had in flight, and give each row once', async () => {
    const restarting = TableEnvironment.create(
      settings
        .withConfiguration({
          ...RESTARTING,
        })
        .build(),
    );
    const schema = Schema.newBuilder().column('n', BIGINT()).column('square', BIGINT()).build();
    restarting.createTemporaryTable('squares', TableDescriptor.forLookup(squareFailingOnce).schema(schema).build());
    await restarting.executeSql(numbered('n BIGINT NOT NULL, asked AS PROCTIME()'));
    const query = `SELECT c.n, square FROM numbered AS c ${join('squares', 'c.n = u.n')}`;
    const found = await sqlRows(restarting, query);
    const numbers = Array.from({ length: 1000 }, (_, i) => BigInt(i + 1));
    expect(found.sort((a, b) => Number(a.n) - Number(b.n))).toEqual(numbers.map((n) => ({ n, square: n * n })));
    await restarting.close();
  });
});
