import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DataTypes, EnvironmentSettings, TableEnvironment, udf } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fields } from './functions/processes.js';
import { split } from './functions/tables.js';
import { authority, type Certificate, signed } from './setup/certificates.js';
import { failureOf } from './setup/failure.js';
import { shout } from './setup/functions.js';
import { TOKEN, WorkerServerProcess } from './setup/worker-server.js';

const { BIGINT, STRING } = DataTypes;
const directory = mkdtempSync(join(tmpdir(), 'tsflink-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const pid = udf({ name: 'pid', args: [], returns: BIGINT(), deterministic: false }, () => BigInt(process.pid));
const parent = udf({ name: 'parent', args: [], returns: BIGINT(), deterministic: false }, () => BigInt(process.ppid));

/** Ends the server of its worker, or else the worker, when it sees a number for the first time. */
const kills = udf(
  { name: 'kills', args: { n: BIGINT().notNull(), target: BIGINT(), once: STRING() }, returns: BIGINT() },
  ({ n, target, once }) => {
    if (n === target && once !== null && !existsSync(once)) {
      writeFileSync(once, String(process.ppid));
      process.kill(once.endsWith('server') ? process.ppid : process.pid, 'SIGKILL');
    }
    return n;
  },
);

const servers = new Set<WorkerServerProcess>();
async function start(...args: string[]): Promise<WorkerServerProcess> {
  const server = await WorkerServerProcess.start(...args);
  servers.add(server);
  return server;
}
afterAll(() => Promise.all([...servers].map((server) => server.end('SIGKILL'))));

const environments = new Set<TableEnvironment>();
function environment(options: Record<string, string>, settings = EnvironmentSettings.inBatchMode()): TableEnvironment {
  const tEnv = TableEnvironment.create(settings);
  environments.add(tEnv);
  const all = {
    'tsflink.function.engine': 'external',
    'tsflink.external.token-file': join(directory, 'token'),
    'tsflink.external.tls.enabled': 'false',
    ...options,
  };
  for (const [key, value] of Object.entries(all)) tEnv.getConfig().set(key, value);
  return tEnv;
}
afterAll(() => Promise.all([...environments].map((tEnv) => tEnv.close())));

async function rows(tEnv: TableEnvironment, query: string): Promise<unknown[]> {
  return (await tEnv.executeSql(query)).toArray();
}

/** A job that runs until it is cancelled, in one worker of a server; gives the process of its rows. */
async function endless(server: WorkerServerProcess) {
  const tEnv = environment(
    { 'tsflink.external.addresses': server.address, 'parallelism.default': '1' },
    EnvironmentSettings.inStreamingMode(),
  );
  tEnv.createTemporarySystemFunction('pid', pid);
  await tEnv.executeSql(`CREATE TABLE numbers (n BIGINT NOT NULL) WITH ('connector' = 'datagen',
    'rows-per-second' = '100', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '1000000')`);
  const rows = (await tEnv.executeSql('SELECT pid() AS p FROM numbers')).collect()[Symbol.asyncIterator]();
  return {
    next: async () => ((await rows.next()).value as { p: bigint }).p,
    cancel: () => rows.return?.(),
  };
}

const SHOUT = "SELECT shout(x) AS x FROM (VALUES ('a')) AS t(x)";
function shouted(options: Record<string, string>): Promise<unknown[]> {
  const tEnv = environment(options);
  tEnv.createTemporarySystemFunction('shout', shout);
  return rows(tEnv, SHOUT);
}
const failure = (options: Record<string, string>) => failureOf(() => shouted(options));

beforeAll(() => {
  file('token', `${TOKEN}\n`);
});

describe('the external engine', () => {
  let one: WorkerServerProcess;
  let two: WorkerServerProcess;
  beforeAll(async () => {
    [one, two] = await Promise.all([start(), start()]);
  });
  const both = () => `${one.address}, ${two.address}`;

  it('runs functions in workers of servers, a process for each task, on all servers', async () => {
    const tEnv = environment({ 'tsflink.external.addresses': both(), 'parallelism.default': '2' });
    tEnv.createTemporarySystemFunction('pid', pid);
    tEnv.createTemporarySystemFunction('parent', parent);
    await tEnv.executeSql(`CREATE TABLE numbers (n BIGINT NOT NULL) WITH ('connector' = 'datagen',
      'number-of-rows' = '100', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '100')`);
    const found = (await rows(
      tEnv,
      'SELECT COUNT(*) AS c, p, s FROM (SELECT n, pid() AS p, parent() AS s FROM numbers) GROUP BY p, s',
    )) as { c: bigint; p: bigint; s: bigint }[];
    expect(found.reduce((sum, { c }) => sum + c, 0n)).toBe(100n);
    expect(new Set(found.map(({ p }) => p)).size).toBe(2);
    expect(new Set(found.map(({ s }) => s))).toEqual(new Set([BigInt(one.pid), BigInt(two.pid)]));
    for (const { p } of found) {
      await vi.waitFor(() => expect(existsSync(`/proc/${p}`)).toBe(false), { timeout: 30_000 });
    }
    expect(await one.metric('tsflink_worker_tasks')).toBe(0);
  });

  it('runs table functions and process table functions with state', async () => {
    const tEnv = environment({ 'tsflink.external.addresses': both() }, EnvironmentSettings.inStreamingMode());
    tEnv.createTemporarySystemFunction('split', split);
    tEnv.createTemporarySystemFunction('fields', fields);
    tEnv.createTemporaryView('people', tEnv.fromValues({ name: STRING(), age: BIGINT() }, [{ name: 'Ada', age: 36n }]));
    const found = await rows(
      tEnv,
      `SELECT field FROM fields(input => TABLE people, prefix => '.')
       UNION ALL SELECT word FROM people, LATERAL TABLE(split('to be', ' '))`,
    );
    expect((found as { field: string }[]).map(({ field }) => field).sort()).toEqual([
      '.age=36',
      '.name=Ada',
      'be',
      'to',
    ]);
  });

  it.each(['worker', 'server'])('counts each row once when a %s is killed in mid-batch', async (what) => {
    const victim = await start();
    const tEnv = environment({
      'tsflink.external.addresses': `${victim.address},${one.address}`,
      'parallelism.default': '2',
      'restart-strategy.type': 'fixed-delay',
      'restart-strategy.fixed-delay.attempts': '1',
      'restart-strategy.fixed-delay.delay': '0 s',
    });
    tEnv.createTemporarySystemFunction('kills', kills);
    await tEnv.executeSql(`CREATE TABLE numbers (n BIGINT NOT NULL) WITH ('connector' = 'datagen',
      'number-of-rows' = '5000', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '5000')`);
    const once = join(directory, what);
    const [{ s, c }] = (await rows(
      tEnv,
      `SELECT COUNT(*) AS c, SUM(kills(n => n, target => CAST(3333 AS BIGINT), once => '${once}')) AS s FROM numbers`,
    )) as [{ s: bigint; c: bigint }];
    expect({ s, c }).toEqual({ c: 5000n, s: 12_502_500n });
    expect(existsSync(once)).toBe(true);
    await victim.end('SIGKILL');
  });

  it('ends a loop, and what eats all memory, without harm to those beside it', async () => {
    const loop = udf({ name: 'loop', args: [], returns: BIGINT() }, () => {
      for (;;) if (process.pid < 0) return 1n;
    });
    const eats = udf({ name: 'eats', args: [], returns: BIGINT() }, () => {
      const all: number[][] = [];
      for (;;) all.push(new Array(1000).fill(all.length));
    });
    const beside = await endless(one);
    const first = await beside.next();

    const tEnv = environment({
      'tsflink.external.addresses': one.address,
      'tsflink.function.timeout': '500 ms',
      'tsflink.function.heap-limit': '32 mb',
    });
    tEnv.createTemporarySystemFunction('loop', loop);
    tEnv.createTemporarySystemFunction('eats', eats);
    expect(await failureOf(() => rows(tEnv, 'SELECT loop()'))).toMatchObject({ code: 'FUNCTION_TIMEOUT' });
    tEnv.getConfig().set('tsflink.function.timeout', '60 s');
    expect(await failureOf(() => rows(tEnv, 'SELECT eats()'))).toMatchObject({ code: 'FUNCTION_OUT_OF_MEMORY' });

    expect(await beside.next()).toBe(first);
    await beside.cancel();
    await vi.waitFor(async () => expect(await one.metric('tsflink_worker_tasks')).toBe(0), { timeout: 30_000 });
  });

  it('waits for a server that comes back, and takes no more tasks than it may', async () => {
    const small = await start('--max-tasks', '1');
    const port = small.address.split(':')[1] ?? '';
    const running = await endless(small);
    await running.next();
    const full = await failure({
      'tsflink.external.addresses': small.address,
      'tsflink.external.connect-timeout': '500 ms',
    });
    expect(full.message).toContain('is not available: it runs 1 tasks, as many as it may (--max-tasks)');
    await running.cancel();
    await small.end();
    const later = shouted({ 'tsflink.external.addresses': small.address });
    await start('--port', port);
    expect(await later).toEqual([{ x: 'A!' }]);
  });

  it('says who refused it when no worker is to be had within the time', async () => {
    const error = await failure({
      'tsflink.external.addresses': 'localhost:1, nowhere.invalid:6150',
      'tsflink.external.connect-timeout': '500 ms',
    });
    expect(error).toMatchObject({
      code: 'FUNCTION_WORKER_UNAVAILABLE',
      hint: expect.stringContaining('tsflink worker'),
    });
    expect(error.message).toContain('no external worker takes it, after 500 ms (tsflink.external.connect-timeout)');
    expect(error.message).toContain('localhost:1 (127.0.0.1) is not available: ');
    expect(error.message).toContain('nowhere.invalid:6150 has no address in DNS');
  });

  it('does not wait for ever for what accepts a connection and says nothing', async () => {
    const silent: Server = createServer(() => {});
    const port = await new Promise((resolve) =>
      silent.listen(0, '127.0.0.1', () => resolve((silent.address() as { port: number }).port)),
    );
    const error = await failure({
      'tsflink.external.addresses': `127.0.0.1:${port}`,
      'tsflink.external.connect-timeout': '1 s',
    });
    silent.close();
    expect(error.message).toContain('did not answer within ');
  });

  it.each([
    ['', 'The external engine needs tsflink.external.addresses'],
    ['localhost', "'localhost' is no address of a worker; expected host:port"],
    ['localhost:70000', "'localhost:70000' is no address of a worker"],
  ])('refuses the addresses "%s"', async (addresses, expected) => {
    expect((await failure({ 'tsflink.external.addresses': addresses })).message).toContain(expected);
  });

  it('counts and names a wrong token, and says where there is none', async () => {
    const addresses = { 'tsflink.external.addresses': one.address };
    const before = await one.metric('tsflink_worker_refused_total{reason="token"}');
    const wrong = await failure({ ...addresses, 'tsflink.external.token-file': file('wrong', 'a wrong token') });
    expect(wrong).toMatchObject({ code: 'FUNCTION_WORKER_UNAVAILABLE' });
    expect(wrong.message).toContain(
      'refused the token: The token is not that of this worker. (tsflink.external.token-file)',
    );
    expect(wrong.message).not.toContain('a wrong token');
    expect(await one.metric('tsflink_worker_refused_total{reason="token"}')).toBe(before + 1);
    const none = await failure({ ...addresses, 'tsflink.external.token-file': '/nowhere/token' });
    expect(none.message).toContain('its TaskManager cannot read /nowhere/token (tsflink.external.token-file)');
  });
});

describe('TLS to external workers', () => {
  let ca: Certificate;
  let server: WorkerServerProcess;
  let client: Certificate;
  let mutual: WorkerServerProcess;
  const options = (of: WorkerServerProcess, more: Record<string, string> = {}) => ({
    'tsflink.external.addresses': of.address,
    'tsflink.external.tls.enabled': 'true',
    'tsflink.external.tls.ca': join(directory, 'ca.crt'),
    ...more,
  });
  const refused = (of: WorkerServerProcess) => of.metric('tsflink_worker_refused_total{reason="tls"}');

  beforeAll(async () => {
    ca = await authority('tests');
    const [own, other] = await Promise.all([signed('localhost', ca), signed('elsewhere.example', ca)]);
    client = other;
    const caFile = file('ca.crt', ca.cert);
    const tls = ['--tls-cert', file('server.crt', own.cert), '--tls-key', file('server.key', own.key)];
    [server, mutual] = await Promise.all([start(...tls), start(...tls, '--tls-client-ca', caFile)]);
    file('client.crt', client.cert);
    file('client.key', client.key);
  });

  it('is spoken with a certificate that is trusted, and one of the TaskManager where that is asked for', async () => {
    expect(await shouted(options(server))).toEqual([{ x: 'A!' }]);
    const own = {
      'tsflink.external.tls.cert': join(directory, 'client.crt'),
      'tsflink.external.tls.key': join(directory, 'client.key'),
    };
    expect(await shouted(options(mutual, own))).toEqual([{ x: 'A!' }]);
    expect(await refused(mutual)).toBe(0);
  });

  it('refuses a server of another authority', async () => {
    const { cert } = await authority('another');
    const before = await refused(server);
    const error = await failure(options(server, { 'tsflink.external.tls.ca': file('another.crt', cert) }));
    expect(error).toMatchObject({ code: 'FUNCTION_WORKER_UNAVAILABLE' });
    expect(error.message).toMatch(/has a certificate that is not trusted: .* \(tsflink\.external\.tls\.ca\)/);
    await vi.waitFor(async () => expect(await refused(server)).toBeGreaterThan(before), { timeout: 30_000 });
  });

  it('refuses a server with the certificate of another host', async () => {
    const other = await start('--tls-cert', join(directory, 'client.crt'), '--tls-key', join(directory, 'client.key'));
    const error = await failure(options(other));
    expect(error.message).toMatch(/has a certificate of another host: .*localhost.* \(tsflink\.external\.addresses\)/);
    await other.end('SIGKILL');
  });

  it('is refused without a certificate where one is asked for', async () => {
    const error = await failure(options(mutual));
    expect(error.message).toContain('(tsflink.external.tls.cert)');
    await vi.waitFor(async () => expect(await refused(mutual)).toBeGreaterThan(0), { timeout: 30_000 });
  });

  it('says so when only one side speaks TLS', async () => {
    const plain = await start();
    const error = await failure(options(plain));
    expect(error.message).toContain('does not speak TLS (tsflink.external.tls.enabled)');
    await plain.end('SIGKILL');
    const other = await failure({
      'tsflink.external.addresses': server.address,
      'tsflink.external.connect-timeout': '500 ms',
    });
    expect(other.message).toContain('is not available: ');
  });

  it('names a file that is not there', async () => {
    const error = await failure(options(server, { 'tsflink.external.tls.ca': '/nowhere/ca' }));
    expect(error.message).toContain('its TaskManager cannot read /nowhere/ca (tsflink.external.tls.ca)');
  });
});
