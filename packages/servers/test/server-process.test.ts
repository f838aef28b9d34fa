import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ServerError } from '../src/errors/server-error.js';
import { freePorts } from '../src/process/free-ports.js';
import { ServerProcess } from '../src/process/server-process.js';
import { startOnPorts } from '../src/process/start-on-ports.js';

const directory = mkdtempSync(join(tmpdir(), 'tsflink-process-'));
afterAll(() => rmSync(directory, { recursive: true }));

let logs = 0;
const logFile = () => join(directory, `${++logs}.log`);
const shell = (script: string, log = logFile()) =>
  ServerProcess.start({ name: 'The shell', command: 'sh', args: ['-c', script], logFile: log });
const never = () => Promise.reject(new RangeError('not yet'));

describe('a server process', () => {
  it('that ends while it starts is told with the end of its log, and where that is', async () => {
    const log = logFile();
    const error = await shell('echo out of luck; exit 3', log)
      .ready(never)
      .catch((e) => e);
    expect(error).toBeInstanceOf(ServerError);
    expect(error.code).toBe('SERVER_NOT_STARTED');
    expect(error.message).toBe(`The shell ended with status 3.\n  | out of luck\n  Its whole log: ${log}`);
  });

  it('that is not ready in time is stopped', async () => {
    const server = shell('exec sleep 600');
    await expect(server.ready(never, 300)).rejects.toThrow('The shell was not ready after 0.3 s (not yet).');
    expect(() => process.kill(server.pid, 0)).toThrow();
  });

  it('that cannot be run at all is told so', async () => {
    const server = ServerProcess.start({ name: 'It', command: '/nowhere/java', args: [], logFile: logFile() });
    await expect(server.ready(never)).rejects.toThrow('It could not be run: spawn /nowhere/java ENOENT');
    await server.stop();
  });

  it('that does not heed SIGTERM is killed after its grace time', async () => {
    const server = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done");
    await server.ready(() => new Promise((resolve) => setTimeout(resolve, 200)));
    const started = Date.now();
    await server.stop(300);
    expect(Date.now() - started).toBeGreaterThanOrEqual(290);
    expect(() => process.kill(server.pid, 0)).toThrow();
    expect(() => server.assertRunning()).not.toThrow();
  });

  it('takes along what it has started, in groups of their own too', async () => {
    const log = logFile();
    const server = shell(`setsid sh -c 'echo $$ > ${log}.pid; exec sleep 600' & wait`, log);
    await server.ready(async () => expect(await readFile(`${log}.pid`, 'utf8')).toMatch(/^\d+\n$/));
    const child = Number(await readFile(`${log}.pid`, 'utf8'));
    expect(process.kill(child, 0)).toBe(true);
    await server.stop(500);
    expect(() => process.kill(server.pid, 0)).toThrow();
    await expect.poll(() => isAlive(child)).toBe(false);
  });

  it('that ends by itself later is noticed', async () => {
    const server = shell('sleep 0.3; echo disk on fire; exit 1');
    await server.ready(async () => {});
    await expect.poll(() => server.failed, { timeout: 5_000 }).toBe(true);
    expect(() => server.assertRunning()).toThrow(/The shell ended with status 1.\n {2}\| disk on fire/);
  });
});

describe('ports', () => {
  it('are all different', async () => {
    expect(new Set(await freePorts(20)).size).toBe(20);
  });

  it('asked for and taken are told as one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await expect(startOnPorts('Kafka', port, async () => 0)).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining(`Port ${port}, asked for Kafka, is taken by another process.`),
    });
    other.close();
  });

  it('that another process was faster to take are replaced by others', async () => {
    const tried: number[] = [];
    const result = await startOnPorts('Kafka', undefined, async ([port]) => {
      tried.push(port);
      if (tried.length < 3) throw new ServerError('PORT_TAKEN', 'taken', 'hint');
      return port;
    });
    expect(tried).toHaveLength(3);
    expect(result).toBe(tried[2]);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
