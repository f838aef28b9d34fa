import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

// Its standard input ends with this process.
const SCRIPT = `trap '' HUP INT TERM; read -r _; kill -KILL $0; exec rm -rf "$1"`;

/**
 * Ends a worker when this process has ended, however that did. A worker sees that itself, but not while it is stopped
 * (SIGSTOP): so a shell waits beside it, as in a TaskManager (org.tsflink.runtime.worker.WorkerGuard).
 */
export function guardWorker(worker: ChildProcess, directory: string): void {
  const shell = spawn('sh', ['-c', SCRIPT, String(worker.pid), directory], { stdio: ['pipe', 'ignore', 'ignore'] });
  shell.on('error', () => {}); // there is no shell: a worker that is not stopped ends by itself
  shell.unref();
  (shell.stdin as Socket).on('error', () => {}).unref();
  // Its number may be that of another process from then on.
  worker.once('exit', () => shell.kill('SIGKILL'));
}
