import { BigNumber } from 'bignumber.js';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DataTypes, EnvironmentSettings, type SqlValue, sql, TableEnvironment, udf } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { collect } from '../setup/rows.js';

const D = DataTypes;
let tEnv: TableEnvironment;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
});
afterAll(() => tEnv.close());

/** Text that tries to end a literal, a name or a statement, and any other text. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        "''",
        '`',
        '``',
        '"',
        ';',
        '--',
        '/*',
        '*/',
        '\\',
        "\\'",
        '\n',
        '\r',
        '\t',
        '\0',
        '%',
        '$',
        '{',
        '?',
        ' OR 1=1',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join('').replaceAll(/\p{Surrogate}/gu, ''));

describe('no value of a template', () => {
  it('is anything but the literal that it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 20, maxLength: 40 }), async (texts) => {
        // -1 -(-1) is 0; as text it would begin a comment
        const columns = sql.join(
          texts.map((text, i) => sql`${text} AS ${sql.id(`c${i}`)}, -1 -${-i} AS ${sql.id(`n${i}`)}`),
        );
        const [row] = await collect(tEnv.sqlQuery(sql`SELECT ${columns}`));
        expect(row).toEqual(
          Object.fromEntries(
            texts.flatMap((text, i) => [
              [`c${i}`, text],
              [`n${i}`, i - 1],
            ]),
          ),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('is anything but the name that it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          nasty.filter((name) => name.length > 0 && name.length < 100 && !/^\d+$|[\r\n]/.test(name)),
          { minLength: 10, maxLength: 30 },
        ),
        async (names) => {
          const columns = sql.join(names.map((name, i) => sql`${i} AS ${sql.id(name)}`));
          const inner = sql`SELECT ${columns}`;
          const schema = await tEnv
            .sqlQuery(sql`SELECT ${sql.join(names.map((name) => sql.id('t', name)))} FROM (${inner}) AS t`)
            .getResolvedSchema();
          expect(schema.getColumnNames()).toEqual(names);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('values of a template', () => {
  const { BIGINT, DATE, INT, STRING } = D;

  it('are what they were, of every type', async () => {
    const values: Record<string, SqlValue> = {
      s: '漢字 😀',
      i: -(2 ** 31),
      l: -(2n ** 63n),
      most: 2n ** 63n - 1n,
      f: -1.5e-300,
      b: false,
      bytes: new Uint8Array([0, 127, 255]),
      price: new BigNumber('-12345678901234567890123456789.123456789'),
      d: Temporal.PlainDate.from('0001-01-01'),
      t: Temporal.PlainTime.from('23:59:59'),
      ts: Temporal.PlainDateTime.from('1969-12-31T23:59:59.123456789'),
      ltz: Temporal.Instant.from('1969-12-31T23:59:59.123Z'),
      months: Temporal.Duration.from({ years: -3, months: -2 }),
      span: Temporal.Duration.from({ days: 400, hours: 1, milliseconds: 7 }),
      list: sql.array(["it's", 'b']),
      m: sql.map(new Map([["k'", 1]])),
      r: sql.row(1, sql.row("x'")),
      nothing: sql`CAST(${null} AS INT)`,
    };
    const [row] = await collect(
      tEnv.sqlQuery(
        sql`SELECT ${sql.join(Object.entries(values).map(([name, value]) => sql`${value} AS ${sql.id(name)}`))}`,
      ),
    );
    const text = (value: unknown) => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v));
    const { list, m, r, nothing, bytes, span, ...same } = values;
    for (const [name, value] of Object.entries(same)) expect(text(row[name])).toBe(text(value));
    expect([row.list, row.m, row.nothing, Array.from(row.bytes)]).toEqual([
      ["it's", 'b'],
      new Map([["k'", 1]]),
      null,
      [0, 127, 255],
    ]);
    expect(row.span.total('milliseconds')).toBe(400 * 86_400_000 + 3_600_007);
    expect(Object.values(Object.values(row.r)[1] as object)).toEqual(["x'"]);
  });

  it('are lists, tables and functions', async () => {
    const log = tEnv.fromValues({ uri: STRING(), size: BIGINT() }, [
      { uri: '/', size: 1n },
      { uri: "it's", size: 2n },
      { uri: 'x', size: 3n },
    ]);
    const half = udf({ name: 'halved', args: [BIGINT()], returns: BIGINT(), onNull: 'return-null' }, (n) => n / 2n);
    const query = tEnv.sqlQuery({ uri: STRING(), h: BIGINT() })`
      SELECT uri, ${half}(size) AS h FROM ${log} WHERE uri IN ${["it's", 'x']} ORDER BY uri`;
    expect(await collect(query)).toEqual([
      { uri: "it's", h: 1n },
      { uri: 'x', h: 1n },
    ]);
    expect(await tEnv.explainSql(sql`SELECT * FROM ${log} WHERE size > ${2}`)).toContain('Physical Plan');
  });

  it('are checked against what was declared', async () => {
    const declared = {
      s: STRING().notNull(),
      list: D.ARRAY(INT()),
      r: D.ROW({ EXPR$0: INT(), EXPR$1: STRING() }),
      m: D.MAP(STRING(), INT()),
    };
    const query = tEnv.sqlQuery(declared)`SELECT 'abc' AS s, ARRAY[1] AS list, ROW(1, 'x') AS r, MAP['k', 1] AS m`;
    expect(await collect(query)).toHaveLength(1);
    const wrong = tEnv.sqlQuery({ n: STRING(), d: DATE().notNull(), l: D.ARRAY(INT().notNull()) })`
      SELECT 1 AS n, CAST(NULL AS DATE) AS d, ARRAY[1, CAST(NULL AS INT)] AS l`;
    const error = await failureOf(() => wrong.execute());
    expect(error.code).toBe('SCHEMA_MISMATCH');
    expect(error.reason.split('\n')).toEqual([
      "The column 'n' of the query is INT NOT NULL, declared is STRING.",
      "The column 'd' of the query is DATE, declared is DATE NOT NULL.",
      "The column 'l' of the query is ARRAY<INT> NOT NULL, declared is ARRAY<INT NOT NULL>.",
    ]);
  });
});
