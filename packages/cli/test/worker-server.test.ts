import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import { PROTOCOL_VERSION, WorkerServerService } from '@tsflink/runtime/worker';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WorkerControlService, WorkerMetricsService } from '../../runtime/src/generated/tsflink/v1/worker_pb.js';
import { startWorkerServer, type WorkerServer } from '../src/worker/worker-server.js';

const TOKEN = 'a token of the tests';
const log: string[] = [];
let server: WorkerServer;

async function start(maxTasks = 4): Promise<WorkerServer> {
  return await startWorkerServer({
    host: '127.0.0.1',
    port: 0,
    token: TOKEN,
    tls: undefined,
    maxTasks,
    gracePeriod: 0,
    status: { host: '127.0.0.1', port: 0 },
    log: (line) => log.push(line),
  });
}

beforeAll(async () => {
  server = await start();
});
afterAll(() => server.stop());

/** Calls as a TaskManager does; a socket is one that is connected already. */
function caller(port = server.port, token = TOKEN, socket?: Socket) {
  const transport = createGrpcTransport({
    baseUrl: `http://127.0.0.1:${port}`,
    interceptors: [
      (next) => (request) => {
        request.header.set('authorization', `Bearer ${token}`);
        return next(request);
      },
    ],
    ...(socket && { nodeOptions: { createConnection: () => socket } }),
  });
  return {
    servers: createClient(WorkerServerService, transport),
    control: createClient(WorkerControlService, transport),
    metrics: createClient(WorkerMetricsService, transport),
  };
}

/** Connects with a worker; gives the first line of the answer. */
async function tunnel(id: string, port = server.port): Promise<{ answer: string; socket: Socket }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`CONNECT ${id}:1 HTTP/1.1\r\nhost: x\r\n\r\n`);
  await once(socket, 'readable');
  return { answer: String(socket.read()).split('\r\n')[0] ?? '', socket };
}

/** Has a worker for as long as a test needs it. */
async function lease(port = server.port) {
  const end = new AbortController();
  const responses = caller(port).servers.leaseWorker(
    { protocolVersion: PROTOCOL_VERSION, heapLimit: BigInt(64 << 20) },
    { signal: end.signal },
  );
  const stream = responses[Symbol.asyncIterator]();
  const first = (await stream.next()).value?.response;
  if (first?.case !== 'started') throw new TypeError('It was not told of its worker.');
  const { id, token, pid } = first.value;
  const callWorker = async (as = token) => {
    const { answer, socket } = await tunnel(id, port);
    expect(answer).toBe('HTTP/1.1 200 OK');
    return caller(port, as, socket);
  };
  return { id, callWorker, pid: Number(pid), next: () => stream.next(), end: () => end.abort() };
}

const failureOf = (work: Promise<unknown>) => work.then(() => undefined, ConnectError.from);
const isGone = (pid: number) => vi.waitFor(() => expect(existsSync(`/proc/${pid}`)).toBe(false), { timeout: 30_000 });
const metrics = async () => (await fetch(`http://127.0.0.1:${server.statusPort}/metrics`)).text();

describe('a server of workers', { timeout: 120_000 }, () => {
  it('hands connections on to the worker that they name', async () => {
    const [one, two] = await Promise.all([lease(), lease()]);
    for (const { callWorker, pid } of [one, two]) {
      const { control } = await callWorker();
      expect(Number((await control.greet({ protocolVersion: PROTOCOL_VERSION })).pid)).toBe(pid);
    }
    const { metrics: of } = await one.callWorker();
    for await (const { residentMemory } of of.followMetrics({})) {
      expect(residentMemory).toBeGreaterThan(0n);
      break;
    }
    one.end();
    two.end();
    await Promise.all([isGone(one.pid), isGone(two.pid)]);
  });

  it('does not tell a worker the token of the server', async () => {
    vi.stubEnv('TSFLINK_WORKER_TOKEN', TOKEN);
    const { callWorker, pid, end } = await lease();
    vi.unstubAllEnvs();
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('TSFLINK_WORKER_TOKEN');
    // that of the worker is another one, which its server alone knows
    const answer = await failureOf((await callWorker(TOKEN)).control.greet({}));
    expect(answer?.code).toBe(Code.Unauthenticated);
    end();
  });

  it('gives a worker copies of files', async () => {
    const { callWorker, end } = await lease();
    const { control } = await callWorker();
    const parts = [
      { path: 'a/b.txt', data: Buffer.from('one ') },
      { path: 'c.bin', data: Buffer.alloc(300_000, 7) },
      { path: 'a/b.txt', data: Buffer.from('two') },
    ];
    async function* sent(all: typeof parts) {
      yield* all;
    }
    const { directory } = await control.sendFiles(sent(parts));
    expect(readFileSync(join(directory, 'a/b.txt'), 'utf8')).toBe('one two');
    expect(readFileSync(join(directory, 'c.bin')).equals(Buffer.alloc(300_000, 7))).toBe(true);
    const out = await failureOf(control.sendFiles(sent([{ path: '../x', data: Buffer.from('') }])));
    expect(out).toMatchObject({ code: Code.InvalidArgument, rawMessage: "'../x' is not below the directory." });
    end();
    await vi.waitFor(() => expect(existsSync(directory)).toBe(false), { timeout: 30_000 });
  });

  it('tells how a worker ended, and refuses calls to it', async () => {
    const { id, pid, next } = await lease();
    process.kill(pid, 'SIGKILL');
    expect((await next()).value?.response).toMatchObject({ case: 'ended', value: { how: 'ended by SIGKILL' } });
    expect((await next()).done).toBe(true);
    expect((await tunnel(id)).answer).toBe('HTTP/1.1 404 Not Found');
    expect(await metrics()).toMatch(/^tsflink_worker_tasks_lost_total 1$/m);
  });

  it('refuses a wrong token, no token and another version, and counts them', async () => {
    const request = { protocolVersion: PROTOCOL_VERSION + 1 };
    const first = async (port: ReturnType<typeof caller>) => {
      for await (const _ of port.servers.leaseWorker(request));
    };
    expect(await failureOf(first(caller(server.port, 'another')))).toMatchObject({ code: Code.Unauthenticated });
    expect(await failureOf(first(caller(server.port, '')))).toMatchObject({
      code: Code.Unauthenticated,
    });
    expect(await failureOf(first(caller()))).toMatchObject({
      code: Code.FailedPrecondition,
      rawMessage: `The worker speaks version ${PROTOCOL_VERSION} of the protocol, its caller version ${PROTOCOL_VERSION + 1}.`,
    });
    const counted = await metrics();
    expect(counted).toMatch(/^tsflink_worker_refused_total\{reason="token"\} [1-9]/m);
    expect(counted).toMatch(/^tsflink_worker_refused_total\{reason="version"\} 1$/m);
    expect(log.join('\n')).toContain('refused a call of 127.0.0.1: it does not know the token');
    expect(log.join('\n')).not.toContain(TOKEN);
  });

  it('outlives what is no HTTP/2, and callers that go away in the middle of a call', async () => {
    const rough = connect(server.port, '127.0.0.1');
    rough.write('GET / HTTP/1.1\r\n\r\n');
    await new Promise((resolve) => rough.once('close', resolve).resume());
    expect((await tunnel('../x')).answer).toBe('HTTP/1.1 404 Not Found');
    expect((await tunnel('0'.repeat(5_000))).answer).toBe('HTTP/1.1 404 Not Found');
    const session = connectHttp2(`http://127.0.0.1:${server.port}`);
    session.on('error', () => {});
    session
      .request({ ':method': 'POST', ':path': '/tsflink.v1.WorkerServerService/LeaseWorker' })
      .on('error', () => {});
    session.destroy();
    const { end } = await lease();
    end();
  });

  it('runs no more tasks than it may', async () => {
    const small = await start(1);
    const { end } = await lease(small.port);
    expect(await failureOf(lease(small.port))).toMatchObject({
      code: Code.ResourceExhausted,
      rawMessage: 'it runs 1 tasks, as many as it may (--max-tasks)',
    });
    end();
    await small.stop();
  });

  it('takes no more tasks when it is to end, and ends those that run after a while', async () => {
    const ending = await start();
    const { pid, next } = await lease(ending.port);
    const stopped = ending.stop(300);
    expect((await fetch(`http://127.0.0.1:${ending.statusPort}/readyz`)).status).toBe(503);
    expect(await failureOf(lease(ending.port))).toMatchObject({ code: Code.Unavailable });
    expect((await next()).value?.response).toMatchObject({ value: { how: 'was ended, with its server' } });
    await stopped;
    await isGone(pid);
  });
});
