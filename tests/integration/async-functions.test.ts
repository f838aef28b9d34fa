import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnyUdf, DataTypes, EnvironmentSettings, FlinkError, TableEnvironment, udf } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failingOnce,
  later,
  lookUp,
  loopingFirst,
  loopingLater,
  neverSettling,
  parity,
  rejecting,
  thirdTime,
  throwingAtOnce,
  underWay,
  wrongPromise,
} from './functions/asynchronous.js';
import { numbered, RESTARTING } from './setup/restarting.js';
import { sqlRows } from './setup/rows.js';

const { INT, STRING } = DataTypes;
const CONCURRENT = 200;

/** Answers nobody before all have asked, and then in the order that is the worst. */
function service(): ReturnType<typeof createServer> {
  const waiting: (() => void)[] = [];
  return createServer((request, response) => {
    const ip = new URL(request.url ?? '', 'http://local').searchParams.get('ip') ?? '';
    waiting.push(() => response.writeHead(ip.endsWith('.7') ? 500 : 200).end(`province of ${ip}`));
    if (waiting.length === CONCURRENT) for (const answer of waiting.splice(0).reverse()) answer();
  });
}

const settings = EnvironmentSettings.newInstance()
  .inStreamingMode()
  .withConfiguration({
    'tsflink.function.timeout': '1 s',
    'parallelism.default': '1',
    'table.exec.async-scalar.max-concurrent-operations': `${CONCURRENT}`,
    'table.exec.async-scalar.retry-delay': '5 ms',
  });
const tEnv = TableEnvironment.create(settings.build());
const server = service();
const rowsOf = (query: string, environment = tEnv) => sqlRows(environment, query);
const plusOne = udf({ name: 'plus_one', args: [INT()], returns: INT() }, (n) => (n === null ? null : n + 1));

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  for (const fn of [lookUp, later, parity, plusOne]) tEnv.createTemporarySystemFunction(fn.udf.name, fn);
  const rows = [1, 2, null, 4].map((n) => ({ n }));
  tEnv.createTemporaryView('numbers', tEnv.fromValues({ n: INT() }, rows));
});
afterAll(async () => {
  await tEnv.close();
  server.closeAllConnections();
  server.close();
});

async function failureOf(run: () => Promise<unknown>): Promise<FlinkError> {
  const error = await run().then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(FlinkError);
  return error as FlinkError;
}

describe('asynchronous scalar functions', () => {
  it('wait for a service with many rows at once, and give results in the order of rows', async () => {
    const { port } = server.address() as AddressInfo;
    const ips = Array.from({ length: 2 * CONCURRENT }, (_, i) => `10.0.${i >> 8}.${i & 255}`);
    const log = tEnv.fromValues(
      { ip: STRING().notNull(), port: INT().notNull() },
      ips.map((ip) => ({ ip, port })),
    );
    const result = await log.select('ip', ($) => ({ province: lookUp($.ip, $.port) })).execute();
    const rows = [];
    for await (const row of result.collect()) rows.push(row);
    expect(rows).toEqual(ips.map((ip) => ({ ip, province: ip.endsWith('.7') ? 'UnKnow' : `province of ${ip}` })));
  });

  it('stand among other functions, in filters and inner joins; arguments by name may be left out', async () => {
    const mixed = await rowsOf(
      'SELECT plus_one(later(n => plus_one(n), plus => 1)) AS a, later(n => n) AS b, parity(n) AS p, n * 2 AS m FROM numbers',
    );
    expect(mixed).toEqual([
      { a: 4, b: 101, p: 'odd', m: 2 },
      { a: 5, b: 102, p: 'even', m: 4 },
      { a: null, b: null, p: null, m: null },
      { a: 7, b: 104, p: 'even', m: 8 },
    ]);
    expect(await rowsOf("SELECT n FROM numbers WHERE parity(n) = 'even' AND n > 2")).toEqual([{ n: 4 }]);
    const joined = await rowsOf(
      'SELECT l.n AS l, r.n AS r FROM numbers AS l JOIN numbers AS r ON l.n = r.n AND parity(l.n) = parity(r.n)',
    );
    expect(joined.map(({ l }) => l).sort()).toEqual([1, 2, 4]);
  });

  it('are refused where Flink has no place for them', async () => {
    const outer = 'SELECT l.n FROM numbers AS l LEFT JOIN numbers AS r ON parity(l.n) = parity(r.n) AND l.n = r.n';
    const left = await failureOf(() => rowsOf(`${outer} AND later(n => l.n) > r.n`));
    expect(left.message).toMatch(/AsyncScalarFunction not supported for non inner join condition/);
    const batch = TableEnvironment.create(EnvironmentSettings.newInstance().inBatchMode().build());
    const table = batch.fromValues({ n: INT() }, [{ n: 1 }]);
    const error = await failureOf(() => table.select(($) => ({ p: parity($.n) })).execute());
    expect(error.code).toBe('MODE_UNSUPPORTED');
    expect(error.message).toMatch(/'parity'.*streaming mode only/);
    await batch.close();
  });

  it('hold their input back while as many calls as allowed are under way', async () => {
    const config = tEnv.getConfig();
    config.set('table.exec.async-scalar.max-concurrent-operations', '7');
    tEnv.createTemporarySystemFunction('under_way', underWay);
    await tEnv.executeSql(`CREATE TEMPORARY TABLE many (n BIGINT NOT NULL) WITH ('connector' = 'datagen',
      'rows-per-second' = '1000000', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '2000')`);
    const counts = (await rowsOf('SELECT under_way(n) AS calls FROM many')).map(({ calls }) => calls as number);
    config.set('table.exec.async-scalar.max-concurrent-operations', `${CONCURRENT}`);
    expect(counts).toHaveLength(2000);
    expect(Math.max(...counts)).toBe(7);
  });

  it('are tried again as the retry strategy says', async () => {
    tEnv.createTemporarySystemFunction('third_time', thirdTime);
    // Without an end: at the end of its input Flink makes no further attempts.
    await tEnv.executeSql(`CREATE TEMPORARY TABLE endless (n INT NOT NULL) WITH (
      'connector' = 'datagen', 'rows-per-second' = '20', 'fields.n.kind' = 'random')`);
    const attempts: unknown[] = [];
    for await (const row of (await tEnv.executeSql('SELECT third_time(n) AS t FROM endless')).collect()) {
      if (attempts.push(row) === 3) break;
    }
    expect(attempts).toEqual([3, 3, 3].map((t) => ({ t })));
  });

  it.each<[AnyUdf, string, RegExp]>([
    [rejecting, 'FUNCTION_FAILED', /RangeError: 2 is refused/],
    [throwingAtOnce, 'FUNCTION_FAILED', /is refused at once/],
    [wrongPromise, 'FUNCTION_RESULT_TYPE', /expected INT .*got .*text/],
    [neverSettling, 'FUNCTION_TIMEOUT', /its promise did not settle within 1000 ms/],
    [loopingFirst, 'FUNCTION_TIMEOUT', /did not end within 1000 ms/],
    [loopingLater, 'FUNCTION_TIMEOUT', /did not end within 1000 ms/],
  ])('say of a failure which function, what and which row: %#', async (fn, code, text) => {
    tEnv.createTemporarySystemFunction(fn.udf.name, fn);
    const error = await failureOf(() => rowsOf(`SELECT ${fn.udf.name}(n) AS x FROM numbers WHERE n = 2`));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(text);
    if (fn === loopingLater) return;
    expect(error).toMatchObject({ function: { name: fn.udf.name, row: expect.stringMatching(/2/) } });
    if (code === 'FUNCTION_FAILED') expect(`${error.function?.stack}`).toMatch(/functions\/asynchronous\.ts:\d+/);
  });

  it('are called again for what a checkpoint had in flight, and give each row once', async () => {
    const restarting = TableEnvironment.create(
      settings
        .withConfiguration({
          ...RESTARTING,
          'table.exec.async-scalar.retry-strategy': 'NO_RETRY',
        })
        .build(),
    );
    restarting.createTemporarySystemFunction('failing_once', failingOnce);
    await restarting.executeSql(numbered());
    const rows = await rowsOf('SELECT n, failing_once(n) AS twice FROM numbered', restarting);
    const numbers = Array.from({ length: 1000 }, (_, i) => BigInt(i + 1));
    expect(rows.sort((a, b) => Number(a.n) - Number(b.n))).toEqual(numbers.map((n) => ({ n, twice: 2n * n })));
    await restarting.close();
  });
});
