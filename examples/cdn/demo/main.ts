import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ServerError } from '@tsflink/servers';
import { LoadError } from '../load/load-process.js';
import { runDemo } from './demo.js';
import type { DemoOptions } from './options.js';

const LOGS = fileURLToPath(new URL('../../../.cache/logs/demo', import.meta.url));

/** What ends the demo early: Ctrl-C, or a signal from elsewhere. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly code = 'INTERRUPTED';

  constructor(readonly status: number) {
    super('Interrupted.');
  }
}

/** Runs the demo, and ends the process: status 0 if every row was right. */
export async function main(options: DemoOptions): Promise<never> {
  rmSync(LOGS, { recursive: true, force: true });
  try {
    process.exit((await runDemo(options, LOGS, interruption())) ? 0 : 1);
  } catch (error) {
    if (error instanceof Interrupted) {
      console.log('\nInterrupted: everything that was started has been stopped.');
      process.exit(error.status);
    }
    const known = error instanceof ServerError || error instanceof LoadError;
    console.error(known ? `\n${error.message}` : error);
    process.exit(1);
  }
}

function interruption(): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    for (const [signal, number] of [
      ['SIGINT', 2],
      ['SIGTERM', 15],
      ['SIGHUP', 1],
    ] as const) {
      let times = 0;
      process.on(signal, () => {
        // Who presses Ctrl-C again does not want to wait: the watchdog stops what is left.
        if (++times > 1) process.exit(128 + number);
        reject(new Interrupted(128 + number));
      });
    }
  });
  promise.catch(() => {});
  return promise;
}
