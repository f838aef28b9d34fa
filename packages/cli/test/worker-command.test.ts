import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Exit } from '../src/exit.js';
import { run } from '../src/program.js';
import { boundedLog } from '../src/worker/log.js';
import { isLoopback } from '../src/worker/options.js';

const directory = mkdtempSync(join(tmpdir(), 'tsflink-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

async function refused(...args: string[]): Promise<string> {
  let err = '';
  const code = await run(['worker', ...args], {
    out: () => {},
    err: (text) => {
      err += text;
    },
  });
  expect(code).not.toBe(Exit.OK);
  return err;
}

describe('tsflink worker', () => {
  const token = ['--token-file', file('token', 'long enough to be one')];

  it('does not start without a token that is long', async () => {
    vi.stubEnv('TSFLINK_WORKER_TOKEN', '');
    expect(await refused()).toContain(
      'needs a token of 16 characters or more, in --token-file or TSFLINK_WORKER_TOKEN',
    );
    const short = await refused('--token-file', file('short', 'abc'));
    expect(short).toContain('needs a token of 16 characters');
    expect(short).not.toContain('abc');
    expect(await refused('--token-file', '/nowhere/token')).toContain('/nowhere/token');
    vi.unstubAllEnvs();
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', 'worker.example'])('does not listen on %s without TLS', async (host) => {
    expect(await refused(...token, '--host', host)).toContain(
      `on ${host} others can listen in: give --tls-cert and --tls-key, or say --plaintext`,
    );
  });

  it('wants a certificate with its key', async () => {
    expect(await refused(...token, '--tls-cert', 'a')).toContain('--tls-cert and --tls-key go together');
    expect(await refused(...token, '--tls-client-ca', 'a')).toContain('--tls-cert and --tls-key go together');
    const none = await refused(...token, '--tls-cert', '/nowhere/crt', '--tls-key', '/nowhere/key');
    expect(none).toMatch(/ENOENT.*\/nowhere/);
  });

  it.each([
    ['--port', '70000', 'from 0 to 65535'],
    ['--max-tasks', '0', 'from 1 to 10000'],
    ['--grace-period', 'long', 'from 0 to 86400'],
  ])('refuses %s %s', async (option, value, expected) => {
    expect(await refused(...token, option, value)).toContain(expected);
  });
});

it('tells loopback addresses from others', () => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) expect(isLoopback(host)).toBe(true);
  for (const host of ['0.0.0.0', '::', '128.0.0.1', '127.0.0.1.example', '']) expect(isLoopback(host)).toBe(false);
});

it('bounds a flood of lines and counts what it drops', () => {
  vi.useFakeTimers({ now: 0 });
  const lines: string[] = [];
  const log = boundedLog((line) => lines.push(line));
  for (let i = 0; i < 150; i++) log(`line ${i}`);
  vi.setSystemTime(1_000);
  log('later');
  vi.useRealTimers();
  expect(lines).toHaveLength(102);
  expect(lines.slice(-2)).toEqual(['1970-01-01T00:00:01.000Z 50 lines were dropped', '1970-01-01T00:00:01.000Z later']);
});
