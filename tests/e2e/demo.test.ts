import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { alive, descendants } from './processes.js';

const DEMO = fileURLToPath(new URL('fixtures/demo.ts', import.meta.url));
/** SIGTERM to what was started, its grace time, then SIGKILL. */
const GONE_MS = 20_000;

describe('npm run demo', () => {
  let demo: ChildProcess;
  let output: string;
  let status: Promise<number | NodeJS.Signals | null>;
  afterEach(() => demo.kill('SIGKILL'));

  function start(...args: string[]): void {
    // A process group of its own, as a terminal gives it.
    demo = spawn(process.execPath, ['--import', 'tsx', DEMO, ...args], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    output = '';
    for (const stream of [demo.stdout, demo.stderr]) stream?.on('data', (chunk) => (output += chunk));
    status = new Promise((resolve) => demo.once('close', (code, signal) => resolve(code ?? signal)));
  }
  const saying = (pattern: RegExp) => expect.poll(() => output, { timeout: 100_000, interval: 200 }).toMatch(pattern);
  const counting = () => saying(/counted in MariaDB [1-9]/);
  const started = () => descendants(demo.pid as number);
  const names = (processes: { command: string }[]) => processes.map(({ command }) => command).join('\n');

  it('says that every row is right, and leaves nothing behind', async () => {
    start('--rows', '20000', '--rate', '10000', '--malformed', '20');
    await counting();
    const processes = started();
    for (const server of ['mariadbd', 'kafka.Kafka', 'org.tsflink.gateway.Main']) {
      expect(names(processes)).toContain(server);
    }
    expect(await status).toBe(0);
    expect(output).toContain('20,000 lines in ');
    expect(output).toContain('✓ All 17 rows in MariaDB are equal to an independent computation over the lines sent.');
    await expect.poll(() => alive(processes), { timeout: GONE_MS }).toEqual([]);
  });

  it('ends everything at Ctrl-C', async () => {
    start('--duration', '600');
    await counting();
    const processes = started();
    process.kill(-(demo.pid as number), 'SIGINT');
    expect(await status).toBe(130);
    expect(output).toContain('Interrupted: everything that was started has been stopped.');
    await expect.poll(() => alive(processes), { timeout: GONE_MS }).toEqual([]);
  });

  it('ends everything when it is killed while it starts', async () => {
    start('--duration', '600');
    await saying(/… Submit job.ts/);
    await expect.poll(() => names(started()), { timeout: 60_000 }).toContain('org.tsflink.gateway.Main');
    const processes = started();
    demo.kill('SIGKILL');
    expect(await status).toBe('SIGKILL');
    await expect.poll(() => alive(processes), { timeout: GONE_MS }).toEqual([]);
  });

  it('fails, says why and ends everything when a server dies', async () => {
    start('--duration', '600');
    await counting();
    const processes = started();
    const kafka = processes.find(({ command }) => / kafka\.Kafka /.test(command));
    process.kill(kafka?.pid ?? 0, 'SIGKILL');
    expect(await status).toBe(1);
    expect(output).toMatch(/Kafka was ended by SIGKILL\.|The access log could not be sent to Kafka/);
    await expect.poll(() => alive(processes), { timeout: GONE_MS }).toEqual([]);
  });
});
