import { setTimeout as sleep } from 'node:timers/promises';
import { runTool } from './run-tool.js';

/** The ids of the processes that a process has started, and that these have started. */
export async function descendants(root: number): Promise<number[]> {
  const { output } = await runTool('ps', ['-eo', 'pid=,ppid=']);
  const all = output.split('\n').map((line) => line.trim().split(/ +/).map(Number));
  const found = new Set([root]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [pid = 0, parent = 0] of all) if (found.has(parent)) found.add(pid);
  }
  found.delete(root);
  return [...found];
}

/** Waits for the end of processes that end by themselves; those that do not in time are killed. */
export async function ended(pids: readonly number[], timeoutMs: number): Promise<void> {
  let left = pids;
  const end = Date.now() + timeoutMs;
  // A moment longer than the time, for the kill to be seen; not for ever, for what cannot be killed.
  for (; left.length > 0 && Date.now() < end + 2_000; await sleep(50)) {
    left = left.filter((pid) => signal(pid, Date.now() < end ? 0 : 'SIGKILL'));
  }
}

function signal(pid: number, what: 0 | 'SIGKILL'): boolean {
  try {
    return process.kill(pid, what);
  } catch {
    return false;
  }
}
