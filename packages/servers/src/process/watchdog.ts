import { type ChildProcess, spawn } from 'node:child_process';
import { packagePath } from '../artifacts/cache.js';

let watchdog: ChildProcess | undefined;

/** Tells the watchdog, a small process of its own that is started on first use. */
function tell(line: string): void {
  if (!watchdog) {
    watchdog = spawn(process.execPath, [packagePath('watchdog.mjs')], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    watchdog.unref();
    // A pipe is a net.Socket; it must not keep this process alive.
    (watchdog.stdin as unknown as { unref(): void }).unref();
    watchdog.stdin?.on('error', () => {});
  }
  watchdog.stdin?.write(`${line}\n`);
}

/** Has a process group ended when this process ends, whatever ends it: also `SIGKILL`. */
export function guard(pid: number): void {
  tell(`+${pid}`);
}

/** Says that a guarded process group has ended. */
export function release(pid: number): void {
  tell(`-${pid}`);
}

/** Has a directory removed when this process ends, after the processes that are guarded then. */
export function removeAtEnd(directory: string): void {
  tell(`/${directory.slice(1)}`);
}
