import { BigNumber } from 'bignumber.js';
import { DataTypes, EnvironmentSettings, type FlinkError, lit, PlanReference, row, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { total as addUp, Counted, dates, everything, shorten } from './functions/annotated.js';
import {
  describeIt,
  each,
  first,
  form,
  larger,
  last,
  later,
  laterIt,
  latest,
  mostOf,
  parts,
  shout,
  size,
  topOf,
  total,
  twice,
  variety,
} from './functions/inferred.js';
import { collect, rowsOf } from './setup/rows.js';

const { ARRAY, BIGINT, DECIMAL, DOUBLE, INT, STRING } = DataTypes;

describe.each(['streaming', 'batch'] as const)('types that calls tell, in %s mode', (mode) => {
  const settings = EnvironmentSettings.newInstance();
  const tEnv = TableEnvironment.create(
    (mode === 'batch' ? settings.inBatchMode() : settings.inStreamingMode()).build(),
  );
  afterAll(() => tEnv.close());
  const aggregates = [latest, mostOf, total, variety];
  for (const fn of [describeIt, each, first, form, larger, last, parts, shout, size, twice, ...aggregates]) {
    tEnv.createTemporarySystemFunction(fn.udf.name, fn);
  }
  const t = tEnv.fromValues(
    {
      i: INT().notNull(),
      n: BIGINT(),
      d: DOUBLE().notNull(),
      p: DECIMAL(10, 2),
      s: STRING(),
      a: ARRAY(INT()),
    },
    [{ i: 1, n: 10n, d: 1.5, p: new BigNumber('2.25'), s: 'ab', a: [1, 2, 3] }],
  );
  tEnv.createTemporaryView('t', t);
  const rows = async (sql: string) => rowsOf(await tEnv.executeSql(sql));
  const schema = async (sql: string) =>
    (await tEnv.sqlQuery(sql).getResolvedSchema()).getColumns().map(({ dataType }) => String(dataType));
  const refusal = async (sql: string) => (await tEnv.explainSql(sql).catch((error: unknown) => error)) as FlinkError;

  it('one function is called with several types in one query', async () => {
    const sql = `SELECT first_of(n, s) AS n, first_of(s) AS s, first_of(p) AS p, first_of(a, i) AS a, first_of(i) AS i,
      first_of(TIMESTAMP '2020-01-02 03:04:05') AS ts, form(i, n, d, p, s) AS form FROM t`;
    expect(await rows(sql)).toEqual([
      {
        n: 10n,
        s: 'ab',
        p: new BigNumber('2.25'),
        a: [1, 2, 3],
        i: 1,
        ts: expect.toSatisfy((ts) => String(ts) === '2020-01-02T03:04:05'),
        form: 'number 1, bigint 10, number 1.5, BigNumber 2.25, string ab',
      },
    ]);
    expect(await schema(sql)).toEqual([
      'BIGINT',
      'STRING',
      'DECIMAL(10, 2)',
      'ARRAY<INT>',
      'INT NOT NULL',
      'TIMESTAMP(0) NOT NULL',
      'STRING NOT NULL',
    ]);
  });

  it('one function is called with several types in tables, literals among them', async () => {
    const table = t.select(($) => ({
      n: first($.n, 'x', 1),
      one: first(1n),
      common: larger($.i, $.n),
      nested: form(larger($.i, 7n), twice($.p), first('x')),
      loud: shout('abc'),
      sizes: size($.s).plus(size($.a)),
      last: last($.n, 3, 4n),
    }));
    expect(await collect(table)).toEqual([
      { n: 10n, one: 1n, common: 10n, nested: 'bigint 7, BigNumber 4.5, string x', loud: 'ABC', sizes: 5, last: 4n },
    ]);
    expect((await table.getResolvedSchema()).getColumns().map(({ dataType }) => String(dataType))).toEqual([
      'BIGINT',
      'BIGINT NOT NULL',
      'BIGINT',
      'STRING NOT NULL',
      'VARCHAR(3) NOT NULL',
      'INT',
      'BIGINT',
    ]);
  });

  it('calls are made where rows cannot wait for a batch, too: branches, filters, conditions of joins', async () => {
    const sql = `SELECT CASE WHEN i > 0 THEN form(n, s) ELSE form(i) END AS x, COALESCE(twice(n), 5) AS y
      FROM t JOIN (SELECT n AS m FROM t) ON twice(n) = twice(m) WHERE twice(p) > 4 AND i < twice(d)
      AND (i = 5 OR describe_it(n) = 'n10')`;
    expect(await rows(sql)).toEqual([{ x: 'bigint 10, string ab', y: 20n }]);
  });

  it('rows are made of arguments of any type', async () => {
    const expected = [
      { i: 1, s: 'string ab' },
      { i: 2, s: 'number 1' },
    ];
    const sql = 'SELECT r.i, r.s FROM t, LATERAL TABLE(each_of(n, t.s, t.i)) AS r (i, s) WHERE r.i > 0';
    expect(await rows(sql)).toEqual(expected);
    const lateral = t.joinLateral(($) => each($.n, $.s, $.i).as('k', 'v')).select('k', 'v');
    expect(await collect(lateral.where(($) => $.k.isGreater(0)))).toEqual(expected.map(({ i, s }) => ({ k: i, v: s })));
  });

  it('accumulators are of them', async () => {
    const sql = `SELECT latest_of(n) AS n, latest_of(s) AS s, latest_of(p) AS p, latest_of(a) AS a, total_of(n) AS big,
      total_of(d, i, d) AS doubles, variety_of(s) AS variety, most_of(i, 7, i) AS most, most_of() AS least, COUNT(*) AS c FROM t`;
    const p = new BigNumber('2.25');
    const all = { n: 10n, s: 'ab', p, a: [1, 2, 3], big: 10n, doubles: 4, variety: 1n, most: 7, least: 0, c: 1n };
    expect(await rows(sql)).toEqual([all]);
    expect(await schema(sql)).toEqual([
      'BIGINT',
      'STRING',
      'DECIMAL(10, 2)',
      'ARRAY<INT>',
      'BIGINT',
      'DOUBLE',
      'BIGINT',
      'INT NOT NULL',
      'INT NOT NULL',
      'BIGINT NOT NULL',
    ]);
    // by Flink's own operators
    const own = `SELECT total_of(DISTINCT n) AS n, variety_of(DISTINCT p) AS p FROM t GROUP BY i`;
    expect(await rows(own)).toEqual([{ n: 10n, p: 1n }]);
    const over = `SELECT latest_of(s) OVER w AS s, total_of(d) OVER w AS d FROM (SELECT *, PROCTIME() AS pt FROM t)
      WINDOW w AS (PARTITION BY i ORDER BY pt)`;
    if (mode === 'streaming') expect(await rows(over)).toEqual([{ s: 'ab', d: 1.5 }]);
    const grouped = t.groupBy('i').select('i', ($) => ({ s: latest($.s), n: total($.n), m: mostOf($.i, 3) }));
    expect(await collect(grouped)).toEqual([{ i: 1, s: 'ab', n: 10n, m: 3 }]);
    expect((await refusal('SELECT total_of(s) FROM t')).message).toContain(
      'It is called as total_of(BIGINT), or total_of(DOUBLE, DOUBLE...)',
    );
    if (mode === 'batch') return; // as in Flink
    const top = t.flatAggregate(($) => topOf($.p)).select('value', 'place');
    expect(await collect(top)).toEqual([{ value: p, place: 1 }]);
  });

  it('promises are of them', async () => {
    if (mode === 'batch') return; // as in Flink
    expect(await collect(t.select(($) => ({ a: later($.a) })))).toEqual([{ a: [1, 2, 3] }]);
    expect(await collect(t.select(($) => ({ s: later($.s) })))).toEqual([{ s: 'ab' }]);
    expect(await collect(t.select(($) => ({ n: laterIt($.i) })))).toEqual([{ n: 1n }]);
    expect(await collect(t.select(($) => ({ s: laterIt($.s, $.i) })))).toEqual([{ s: 'ab1' }]);
  });

  it('rows have the columns of the signature that is called', async () => {
    const texts = t.joinLateral(() => parts('x-y', '-')).select('part');
    expect(await collect(texts)).toEqual([{ part: 'x' }, { part: 'y' }]);
    const digits = 'SELECT i, digit, place FROM t, LATERAL TABLE(parts_of(12))';
    expect(await rows(digits)).toEqual([
      { i: 1, digit: 1, place: 0 },
      { i: 1, digit: 2, place: 1 },
    ]);
    expect(await schema(digits)).toEqual(['INT NOT NULL', 'INT NOT NULL', 'INT NOT NULL']);
  });

  it('map and flatMap take them, the fields of their rows being columns', async () => {
    const nested = t.select(($) => ({ r: row($.n, $.s) }));
    expect(await collect(nested.map(($) => first($.r)))).toEqual([{ f0: 10n, f1: 'ab' }]);
    expect(
      await collect(
        nested
          .map(($) => first($.r))
          .as('x', 'y')
          .select('y'),
      ),
    ).toEqual([{ y: 'ab' }]);
    expect(await collect(t.map(($) => describeIt($.s, $.i).as('x')))).toEqual([{ x: 'ab/1' }]);
    expect(await collect(t.map(($) => shorten($.s, 1)).as('x'))).toEqual([{ x: 'a' }]);
    expect(await collect(t.flatMap(($) => each($.p).as('k', 'v')))).toEqual([{ k: 0, v: 'BigNumber 2.25' }]);
    expect(await collect(t.flatMap(($) => each($.n)))).toEqual([{ i: 0, s: 'bigint 10' }]);
  });

  it('signatures are told apart by the types of arguments, and by their number', async () => {
    const sql = `SELECT describe_it(n) AS a, describe_it(i) AS b, describe_it(s, 3) AS c, describe_it(d) AS d,
      describe_it(d, CAST(d AS FLOAT), i) AS e, describe_it(CAST(NULL AS BIGINT)) AS f FROM t`;
    expect(await rows(sql)).toEqual([{ a: 'n10', b: 'n1', c: 'ab/3', d: 1, e: 3, f: 'null' }]);
    expect(await schema(sql)).toEqual(['STRING', 'STRING', 'STRING NOT NULL', 'DOUBLE', 'DOUBLE', 'STRING']);
    const table = t.select(($) => ({ a: describeIt($.n), b: describeIt('x', 1), c: describeIt($.d, lit(2.5)) }));
    expect(await collect(table)).toEqual([{ a: 'n10', b: 'x/1', c: 2 }]);
  });

  it('calls of other types are refused with what is taken', async () => {
    const messages = await Promise.all(
      ['describe_it(a)', 'twice(s)', 'larger(a, i)'].map(
        async (call) => (await refusal(`SELECT ${call} FROM t`)).message,
      ),
    );
    expect(messages[0]).toContain('It is called as describe_it(BIGINT), or describe_it(STRING, INT), or describe_it(');
    expect(messages[1]).toContain('It is called as twice(<NUMERIC>)');
    expect(messages[2]).toContain('It is called as larger(<COMMON>, <COMMON>)');
    expect(() => first(null)).toThrow('Argument 1 of first_of is a NULL without a type');
    expect(() => describeIt(...([] as unknown as [1n]))).toThrow(
      'describe_it does not take these arguments: 0 were given',
    );
  });

  it('views and compiled plans keep them', async () => {
    await tEnv.executeSql('CREATE TEMPORARY VIEW kept AS SELECT first_of(n) AS n, first_of(s) AS s, i FROM t');
    expect(await schema('SELECT n, twice(n) AS m, describe_it(s, i) AS d FROM kept')).toEqual([
      'BIGINT',
      'BIGINT',
      'STRING NOT NULL',
    ]);
    if (mode === 'batch') return; // as in Flink
    await tEnv.executeSql(`CREATE TEMPORARY TABLE source (i INT NOT NULL, n BIGINT, s STRING)
      WITH ('connector' = 'datagen', 'number-of-rows' = '3', 'fields.n.min' = '5', 'fields.n.max' = '6')`);
    await tEnv.executeSql(`CREATE TEMPORARY TABLE sink (n BIGINT, s STRING, d STRING, f STRING)
      WITH ('connector' = 'blackhole')`);
    const plan = await tEnv.compilePlanSql(`INSERT INTO sink
      SELECT first_of(n, s), first_of(s), describe_it(n), CASE WHEN n > 3 THEN form(s, n) END
      FROM source WHERE twice(n) >= 10`);
    const loaded = await tEnv.loadPlan(PlanReference.fromJsonString(plan.asJsonString()));
    await (await loaded.execute()).await();
  });

  it('types of the source are those of calls', async () => {
    for (const fn of [addUp, Counted, dates, everything, shorten]) tEnv.createTemporarySystemFunction(fn.udf.name, fn);
    const sql = `SELECT everything(i = 1, n, d, X'0102', ts, ts, CAST(NULL AS TIMESTAMP), DATE '2020-01-02',
        TIME '03:04:05', ARRAY[s, CAST(NULL AS STRING)], MAP['k', 7]) AS x,
      shorten(s || 'cde') AS a, shorten(length => 1, text => s) AS b, addUp(d, i, n, CAST(NULL AS DOUBLE)) AS c,
      Counted(i) AS d, dates(ts, ARRAY['5', '']) AS e
      FROM (SELECT *, TO_TIMESTAMP_LTZ(1000 * i, 3) AS ts FROM t)`;
    expect(await rows(sql)).toEqual([
      {
        x: 'true 10 1.5 1,2 1970-01-01T00:00:01.000Z 1970-01-01T00:00:01Z  2020-01-02 03:04:05 ab+ k,7',
        a: 'abc',
        b: 'a',
        c: 12.5,
        d: new Map([['row', 1n]]),
        e: [expect.toSatisfy((at) => String(at) === '1970-01-01T00:00:01.005Z'), null],
      },
    ]);
    const table = t.select(($) => ({ a: shorten($.s, 1), b: shorten('abcdef'), c: addUp($.d, 2, null) }));
    expect(await collect(table)).toEqual([{ a: 'a', b: 'abc', c: 3.5 }]);
    expect((await refusal('SELECT addUp(s) FROM t')).message).toContain('addUp(DOUBLE NOT NULL, DOUBLE...)');
  });
});
