import { type AnyUdf, DataTypes, EnvironmentSettings, FlinkError, TableEnvironment, udf } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countUp,
  many,
  noRows,
  secondTime,
  spoilt,
  twiceFailingOnce,
  wordsLater,
} from './functions/asynchronous-tables.js';
import { numbered, RESTARTING } from './setup/restarting.js';
import { sqlRows } from './setup/rows.js';

const { INT, STRING } = DataTypes;
const settings = EnvironmentSettings.newInstance().inStreamingMode().withConfiguration({
  'tsflink.function.timeout': '1 s',
  'tsflink.function.batch-bytes': '64 kb',
  'parallelism.default': '1',
  'table.exec.async-table.max-concurrent-operations': '100',
  'table.exec.async-table.retry-delay': '5 ms',
});

describe('asynchronous table functions', () => {
  const tEnv = TableEnvironment.create(settings.build());
  const lines = tEnv.fromValues({ id: INT().notNull(), line: STRING() }, [
    { id: 1, line: 'to be' },
    { id: 2, line: null },
    { id: 3, line: 'Zürich 😀' },
    { id: 4, line: '' },
  ]);
  const shout = udf({ name: 'shout', args: [STRING()], returns: STRING() }, (s) => s?.toUpperCase() ?? null);
  beforeAll(() => {
    for (const fn of [wordsLater, countUp, many, spoilt, noRows, secondTime, shout] satisfies AnyUdf[]) {
      tEnv.createTemporarySystemFunction(fn.udf.name, fn);
    }
    tEnv.createTemporaryView('lines', lines);
  });
  afterAll(() => tEnv.close());
  const rows = (query: string) => sqlRows(tEnv, query);

  it('give rows in the order of those that they are of, of any script and of NULLs', async () => {
    const words = [
      { id: 1, word: 'to', size: 2 },
      { id: 1, word: 'be', size: 2 },
      { id: 3, word: 'Zürich', size: 6 },
      { id: 3, word: '😀', size: 2 },
      { id: 4, word: null, size: 0 },
    ];
    expect(await rows('SELECT id, word, size FROM lines, LATERAL TABLE(words_later(line))')).toEqual(words);
    const joined = await lines
      .joinLateral(($) => wordsLater($.line))
      .select('id', 'word', 'size')
      .execute();
    expect(await joined.toArray()).toEqual(words);
  });

  it('keep rows for which there are none in left joins, and take conditions on their rows', async () => {
    const left = 'SELECT id, n FROM lines LEFT JOIN LATERAL TABLE(count_up(id - 2)) AS t(n) ON TRUE';
    expect(await rows(left)).toEqual([
      { id: 1, n: null },
      { id: 2, n: null },
      { id: 3, n: 1 },
      { id: 4, n: 1 },
      { id: 4, n: 2 },
    ]);
    const outer = await lines
      .leftOuterJoinLateral(($) => wordsLater($.line))
      .select('id', 'word')
      .execute();
    expect(await outer.toArray()).toContainEqual({ id: 2, word: null });
    const filtered =
      'SELECT id, word FROM lines, LATERAL TABLE(words_later(line)) WHERE size = 2 AND CHAR_LENGTH(word) = 2';
    expect(await rows(filtered)).toEqual([
      { id: 1, word: 'to' },
      { id: 1, word: 'be' },
    ]);
    const inner = `SELECT id, big FROM lines LEFT JOIN LATERAL
      (SELECT word AS big FROM TABLE(words_later(line)) WHERE size > 4) ON TRUE`;
    expect(await rows(inner)).toEqual([
      { id: 1, big: null },
      { id: 2, big: null },
      { id: 3, big: 'Zürich' },
      { id: 4, big: null },
    ]);
  });

  it('stand among other functions, take expressions and constants, and may leave arguments out', async () => {
    expect(
      await rows(`SELECT id, shout(word) AS w, n FROM lines, LATERAL TABLE(words_later(shout(line || '!'))),
        LATERAL TABLE(count_up(\`to\` => size, \`from\` => 3)) AS t(n)`),
    ).toEqual([
      { id: 1, w: 'BE!', n: 3 },
      { id: 3, w: 'ZÜRICH', n: 3 },
      { id: 3, w: 'ZÜRICH', n: null },
      { id: 3, w: 'ZÜRICH', n: 5 },
      { id: 3, w: 'ZÜRICH', n: 6 },
      { id: 3, w: '😀!', n: 3 },
    ]);
    expect(await rows('SELECT * FROM LATERAL TABLE(count_up(`to` => 2)) AS t(n)')).toEqual([{ n: 1 }, { n: 2 }]);
    const texts = await rows('SELECT i, text FROM lines, LATERAL TABLE(many()) WHERE id <= 2');
    expect(texts).toHaveLength(2_000);
    expect(texts.every(({ i, text }, at) => i === at % 1_000 && text === `${i}`.padStart(1_024))).toBe(true);
  });

  it.each([
    ['fail', 'FUNCTION_FAILED', /RangeError: the second row fails/],
    ['wrong', 'FUNCTION_RESULT_TYPE', /expected INT .*got/],
    ['hang', 'FUNCTION_TIMEOUT', /its promise did not settle within 1000 ms/],
  ])('say which function, what and which row: %s', async (how, code, text) => {
    const error = await rows(`SELECT word FROM lines, LATERAL TABLE(spoilt('${how}'))`).catch((failure) => failure);
    expect(error).toBeInstanceOf(FlinkError);
    expect(error).toMatchObject({ code, function: { name: 'spoilt', row: expect.stringMatching(how) } });
    expect(error.message).toMatch(text);
    if (code === 'FUNCTION_FAILED') expect(error.function.stack).toMatch(/functions\/asynchronous-tables\.ts:\d+/);
  });

  it('refuse what is no rows, and batch mode', async () => {
    await expect(rows('SELECT word FROM lines, LATERAL TABLE(no_rows(line))')).rejects.toMatchObject({
      code: 'FUNCTION_RESULT_TYPE',
      message: expect.stringMatching(/expected rows, got .*5.*return an array/s),
    });
    const batch = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    const table = batch.fromValues({ line: STRING() }, [{ line: 'a' }]);
    await expect(table.joinLateral(($) => wordsLater($.line)).execute()).rejects.toMatchObject({
      code: 'MODE_UNSUPPORTED',
      message: expect.stringMatching(/'words_later'.*streaming mode only/),
    });
    await batch.close();
  });

  it('are tried again when they fail, not when they give no rows', async () => {
    // Without an end: at the end of its input Flink makes no further attempts.
    await tEnv.executeSql(`CREATE TEMPORARY TABLE endless (n INT NOT NULL) WITH ('connector' = 'datagen',
      'rows-per-second' = '100', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '1000000')`);
    const attempts: unknown[] = [];
    const query = 'SELECT n, attempts FROM endless, LATERAL TABLE(second_time(n))';
    for await (const row of (await tEnv.executeSql(query)).collect()) if (attempts.push(row) === 10) break;
    expect(attempts).toEqual(Array.from({ length: 10 }, (_, i) => ({ n: 2 * i + 1, attempts: 2 })));
  });

  it('are planned by our operator, and kept in compiled plans', async () => {
    await tEnv.executeSql("CREATE TEMPORARY TABLE nowhere (id INT, word STRING) WITH ('connector' = 'blackhole')");
    await tEnv.executeSql(
      "CREATE TEMPORARY TABLE source (id INT, line STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '5')",
    );
    const insert = 'INSERT INTO nowhere SELECT id, word FROM source LEFT JOIN LATERAL TABLE(words_later(line)) ON TRUE';
    expect(await tEnv.explainSql(insert)).toContain('TypeScriptAsyncCorrelate(invocation=[words_later(');
    const plan = await tEnv.compilePlanSql(insert);
    expect(plan.asJsonString()).toContain('stream-exec-typescript-async-correlate_1');
    await (await plan.execute()).await(60_000);
  });

  it('are called again for what a checkpoint had in flight, and give the rows of each once', async () => {
    const restarting = TableEnvironment.create(
      settings
        .withConfiguration({
          ...RESTARTING,
          'table.exec.async-table.retry-strategy': 'NO_RETRY',
        })
        .build(),
    );
    restarting.createTemporarySystemFunction('twice_failing_once', twiceFailingOnce);
    await restarting.executeSql(numbered());
    const found = await sqlRows(restarting, 'SELECT n, copy, `of` FROM numbered, LATERAL TABLE(twice_failing_once(n))');
    const expected = Array.from({ length: 2_000 }, (_, i) => {
      const n = BigInt(1 + (i >> 1));
      return { n, copy: 1 + (i & 1), of: n };
    });
    expect(found.sort((a, b) => Number(a.n) - Number(b.n) || Number(a.copy) - Number(b.copy))).toEqual(expected);
    await restarting.close();
  });
});
