import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const HOLDER = fileURLToPath(new URL('fixtures/holder.ts', import.meta.url));

describe('servers end with the process that started them', () => {
  it.each([
    ['killed by SIGKILL', 'wait', 'SIGKILL'],
    ['interrupted by Ctrl-C', 'wait', 'SIGINT'],
    ['terminated', 'wait', 'SIGTERM'],
    ['ended by an error that nobody caught', 'throw', undefined],
  ] as const)('%s', async (_, mode, signal) => {
    const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, mode], { stdio: ['ignore', 'pipe', 'ignore'] });
    const { directory, pids } = await firstLine(holder);
    expect(pids.every(isAlive)).toBe(true);
    expect(existsSync(directory)).toBe(true);

    if (signal) holder.kill(signal);
    await expect.poll(() => pids.some(isAlive), { timeout: 15_000 }).toBe(false);
    await expect.poll(() => existsSync(directory), { timeout: 5_000 }).toBe(false);
  });
});

async function firstLine(child: ChildProcess): Promise<{ directory: string; pids: number[] }> {
  let text = '';
  for await (const chunk of child.stdout as NodeJS.ReadableStream) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return JSON.parse(text);
}

/** Whether any process of the group is left; the group has the id of its first process. */
function isAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
