// Ends servers whose parent is gone, however it went: SIGKILL included, since the parent's end closes our stdin.
// Lines on stdin: `+<pid>` guard a process group, `-<pid>` it has ended, `/<path>` remove this directory at the end.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 10_000;
const pids = new Set();
const directories = new Set();

process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('SIGHUP', () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const rest = line.slice(1);
  if (line[0] === '+') pids.add(Number(rest));
  else if (line[0] === '-') pids.delete(Number(rest));
  else directories.add(line);
}

signalAll('SIGTERM');
for (const end = Date.now() + GRACE_MS; pids.size > 0 && Date.now() < end; ) {
  await sleep(50);
  signalAll(0);
}
signalAll('SIGKILL');
await sleep(50);
for (const directory of directories) rmSync(directory, { recursive: true, force: true, maxRetries: 5 });

/** Signals every process group that is still there, and forgets those that are not. */
function signalAll(signal) {
  for (const pid of pids) {
    try {
      process.kill(-pid, signal);
    } catch {
      pids.delete(pid);
    }
  }
}
