import { createReadStream, rmSync, writeSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';

/** What the TaskManager says on standard input. */
export interface Parent {
  /** Whoever calls must know it. */
  readonly token: string;
  /** Where to listen: a path, in a directory that is the worker's alone. */
  readonly socket: string;
  /** That directory; removed when the TaskManager is gone. */
  readonly directory: string;
}

/** Hears what the parent says; whenever it is gone, this process ends, whatever its functions do. */
export function hearParent(): Promise<Parent> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: createReadStream('', { fd: 0 }) });
    let parent: Parent | undefined;
    lines.once('line', (line) => {
      parent = JSON.parse(line) as Parent;
      resolve(parent);
    });
    lines.once('close', () => {
      if (parent) rmSync(parent.directory, { recursive: true, force: true });
      process.kill(process.pid, 'SIGKILL');
    });
  });
}

/** The one line that the parent waits for. */
export function tellParent(line: { readonly ready: number } | { readonly error: string }): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
