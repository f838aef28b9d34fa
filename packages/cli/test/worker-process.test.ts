import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { expect, it, vi } from 'vitest';

const fixture = join(import.meta.dirname, 'fixtures', 'one-worker.ts');

it.each(['CONT', 'STOP'] as const)(
  'ends with its server that is killed, after SIG%s',
  { timeout: 120_000 },
  async (signal) => {
    const server = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', fixture], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    const { pid, directory } = JSON.parse(line) as { pid: number; directory: string };
    process.kill(pid, `SIG${signal}`);
    expect(existsSync(directory)).toBe(true);
    server.kill('SIGKILL');
    await vi.waitFor(() => expect([pid, directory].map(exists)).toEqual([false, false]), { timeout: 60_000 });
  },
);

const exists = (what: number | string) => existsSync(typeof what === 'number' ? `/proc/${what}` : what);
