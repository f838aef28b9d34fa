import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { asyncUdf, DataTypes, EnvironmentSettings, TableEnvironment, udaf, udf } from 'tsflink';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { fields } from './functions/processes.js';
import { split } from './functions/tables.js';
import { failureOf } from './setup/failure.js';
import { shout } from './setup/functions.js';
import { numbered, RESTARTING } from './setup/restarting.js';

const { BIGINT, STRING } = DataTypes;
const directory = mkdtempSync(join(tmpdir(), 'tsflink-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Sends a signal to its own process when it sees a number for the first time; `once` is a file that remembers it. */
const signals = udf(
  {
    name: 'signals',
    args: { n: BIGINT().notNull(), target: BIGINT(), signal: STRING(), once: STRING() },
    returns: BIGINT(),
  },
  ({ n, target, signal, once }) => {
    if (n === target && once !== null && !existsSync(once)) {
      writeFileSync(once, '');
      execFileSync('kill', [`-${signal}`, String(process.pid)]);
    }
    return n;
  },
);

/** The same, while as many calls wait as may. */
const signalsLater = asyncUdf(
  { name: 'signals_later', args: { n: BIGINT().notNull(), signal: STRING(), once: STRING() }, returns: BIGINT() },
  async ({ n, signal, once }) => {
    await delay(Number(n % 10n));
    if (n === 600n && once !== null && !existsSync(once)) {
      writeFileSync(once, '');
      execFileSync('kill', [`-${signal}`, String(process.pid)]);
    }
    return n * 2n;
  },
);

const pid = udf({ name: 'pid', args: [], returns: BIGINT(), deterministic: false }, () => BigInt(process.pid));

const here = udf({ name: 'here', args: [], returns: BIGINT().notNull(), engine: 'embedded' }, () =>
  BigInt(process.pid),
);
const there = udf({ name: 'there', args: [BIGINT()], returns: STRING().notNull(), engine: 'process' }, (given) =>
  [given, process.ppid, process.pid === process.ppid].join(' '),
);
const size = udf({ name: 'size', args: [STRING()], returns: BIGINT(), engine: 'embedded' }, (text) =>
  BigInt(text?.length ?? 0),
);
const longest = (name: string, engine: 'embedded' | 'process') =>
  udaf(
    { name, args: [STRING()], accumulator: { text: STRING().notNull() }, returns: STRING(), engine },
    {
      createAccumulator: () => ({ text: '' }),
      accumulate(accumulator, text) {
        if ((text ?? '').length > accumulator.text.length) accumulator.text = text ?? '';
      },
      getValue: ({ text }) => `${text} ${process.pid}`,
    },
  );

function environment(options: Record<string, string>, settings = EnvironmentSettings.inBatchMode()): TableEnvironment {
  const tEnv = TableEnvironment.create(settings);
  for (const [key, value] of Object.entries(options)) tEnv.getConfig().set(key, value);
  return tEnv;
}

async function rows(tEnv: TableEnvironment, query: string): Promise<unknown[]> {
  return (await tEnv.executeSql(query)).toArray();
}

describe('the process engine', () => {
  const tEnv = environment({
    'tsflink.function.engine': 'process',
    'tsflink.process.silence-timeout': '3 s',
    'restart-strategy.type': 'fixed-delay',
    'restart-strategy.fixed-delay.attempts': '1',
    'restart-strategy.fixed-delay.delay': '0 s',
  });
  afterAll(() => tEnv.close());
  tEnv.createTemporarySystemFunction('signals', signals);
  tEnv.createTemporarySystemFunction('pid', pid);
  tEnv.createTemporarySystemFunction('split', split);
  tEnv.createTemporarySystemFunction('shout', shout);

  it('runs functions in a process that is not the TaskManager', async () => {
    expect(await rows(tEnv, "SELECT shout(word) AS word FROM LATERAL TABLE(split('to be', ' '))")).toEqual([
      { word: 'TO!' },
      { word: 'BE!' },
    ]);
    const [{ own, p }] = (await rows(tEnv, 'SELECT pid() AS p, pid() AS own FROM (VALUES (1)) AS t(x)')) as [
      { own: bigint; p: bigint },
    ];
    expect(p).toBe(own);
    await vi.waitFor(() => expect(existsSync(`/proc/${p}`)).toBe(false), { timeout: 30_000 });
  });

  it.each(['KILL', 'STOP'])('counts each row once when a process is sent %s in mid-batch', async (signal) => {
    const once = join(directory, signal);
    await tEnv.executeSql(`CREATE TABLE numbers_${signal} (n BIGINT NOT NULL) WITH ('connector' = 'datagen',
      'number-of-rows' = '5000', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '5000')`);
    const query = `SELECT COUNT(*) AS c, SUM(signals(n => n, target => CAST(3333 AS BIGINT), signal => '${signal}', once => '${once}')) AS s
      FROM numbers_${signal}`;
    expect(await rows(tEnv, query)).toEqual([{ c: 5000n, s: 12_502_500n }]);
    expect(existsSync(once)).toBe(true);
  });

  it.each(['KILL', 'STOP'])('gives each row once when a process is sent %s with calls in flight', async (signal) => {
    const streaming = environment(
      {
        ...RESTARTING,
        'tsflink.function.engine': 'process',
        'tsflink.process.silence-timeout': '3 s',
        'table.exec.async-scalar.max-concurrent-operations': '100',
      },
      EnvironmentSettings.inStreamingMode(),
    );
    streaming.createTemporarySystemFunction('signals_later', signalsLater);
    await streaming.executeSql(numbered());
    const once = join(directory, `later-${signal}`);
    const query = `SELECT n, signals_later(n => n, signal => '${signal}', once => '${once}') AS twice FROM numbered`;
    const found = (await rows(streaming, query)) as { n: bigint; twice: bigint }[];
    await streaming.close();
    expect(existsSync(once)).toBe(true);
    const numbers = Array.from({ length: 1000 }, (_, i) => BigInt(i + 1));
    expect(found.sort((a, b) => Number(a.n - b.n))).toEqual(numbers.map((n) => ({ n, twice: 2n * n })));
  });

  it.each([
    ['batch', EnvironmentSettings.inBatchMode()],
    ['streaming', EnvironmentSettings.inStreamingMode()],
  ])('runs functions of both engines in one query, each in its own: %s', async (_, settings) => {
    const both = environment({}, settings);
    for (const fn of [here, there, size, shout, longest('near', 'embedded'), longest('far', 'process')]) {
      both.createTemporarySystemFunction(fn.udf.name, fn);
    }
    await both.executeSql(`CREATE TEMPORARY VIEW words AS SELECT * FROM (VALUES ('a'), ('bcd')) AS t(word)`);
    const nested = 'SELECT there(size(there(size(word)))) AS nested, here() AS h, shout(word) AS s FROM words';
    const plan = await both.explainSql(nested);
    expect(plan.match(/TypeScriptCalc\(/g)?.length).toBeGreaterThan(4);
    const found = (await rows(both, nested)) as { nested: string; h: bigint; s: string }[];
    const tm = found[0]?.h ?? 0n;
    const length = (n: bigint) => BigInt(`${n} ${tm} false`.length);
    expect(found).toEqual([
      { nested: `${length(1n)} ${tm} false`, h: tm, s: 'A!' },
      { nested: `${length(3n)} ${tm} false`, h: tm, s: 'BCD!' },
    ]);
    const filtered = `SELECT word, shout(word) AS s FROM words
      WHERE size(word) > 1 AND there(size(word)) LIKE '3 %' AND shout(word) = 'BCD!'`;
    expect(await rows(both, filtered)).toEqual([{ word: 'bcd', s: 'BCD!' }]);
    const last = await rows(both, 'SELECT near(word) AS near, far(shout(word)) AS far FROM words');
    await both.close();
    const { near, far } = last.at(-1) as { near: string; far: string };
    expect(near).toBe(`bcd ${tm}`);
    expect(far).toMatch(/^BCD! \d+$/);
    expect(far).not.toContain(` ${tm}`);
  });

  it('waits for a reader that is slow, longer than for a process that is silent', async () => {
    await tEnv.executeSql(`CREATE TABLE many (n BIGINT NOT NULL) WITH ('connector' = 'datagen',
      'number-of-rows' = '20000', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '20000')`);
    const once = join(directory, 'never');
    const query = `SELECT signals(n => n, target => CAST(0 AS BIGINT), signal => 'KILL', once => '${once}') AS n FROM many`;
    const read = { count: 0, sum: 0n };
    for await (const row of (await tEnv.executeSql(query)).collect()) {
      if (read.count++ === 0) await delay(4_000);
      read.sum += (row as { n: bigint }).n;
    }
    expect(read).toEqual({ count: 20_000, sum: 200_010_000n });
  });

  it('says so when its process cannot be started', async () => {
    const without = environment({ 'tsflink.function.engine': 'process', 'tsflink.process.node': '/nowhere/node' });
    without.createTemporarySystemFunction('shout', shout);
    const error = await failureOf(() => rows(without, "SELECT shout(x) FROM (VALUES ('a')) AS t(x)"));
    await without.close();
    expect(error).toMatchObject({
      code: 'FUNCTION_WORKER_NOT_STARTED',
      hint: expect.stringContaining('Install Node.js'),
    });
    expect(error.message).toContain("The function 'shout': its worker did not start: ");
    expect(error.message).toContain('/nowhere/node');
  });

  it('runs process table functions, in one process for the whole job', async () => {
    const streaming = environment(
      { 'tsflink.function.engine': 'process', 'tsflink.process.sharing': 'job' },
      EnvironmentSettings.inStreamingMode(),
    );
    streaming.createTemporarySystemFunction('fields', fields);
    streaming.createTemporarySystemFunction('pid', pid);
    streaming.createTemporaryView(
      'people',
      streaming.fromValues({ name: STRING(), age: BIGINT() }, [{ name: 'Ada', age: 36n }]),
    );
    const found = await rows(
      streaming,
      `SELECT field, pid() AS p FROM fields(input => TABLE people, prefix => '.')
       UNION ALL SELECT 'other', pid() FROM people`,
    );
    await streaming.close();
    const processes = found as { field: string; p: bigint }[];
    expect(processes.map(({ field }) => field).sort()).toEqual(['.age=36', '.name=Ada', 'other']);
    expect(new Set(processes.map(({ p }) => p)).size).toBe(1);
  });
});
