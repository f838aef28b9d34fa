import { Console } from 'node:console';
import process from 'node:process';
import { Writable } from 'node:stream';
import { format } from 'node:util';
import type { LogLevel } from '../function/log/log.js';

/** Sends what functions print to the log of the task. */
export function redirectConsole(log: (level: LogLevel, text: string) => void): void {
  const stdout = lines((text) => log('INFO', text));
  const stderr = lines((text) => log('WARN', text));
  const methods = new Console({ stdout, stderr });
  Object.assign(globalThis.console, methods, {
    trace: (...values: unknown[]) => log('TRACE', format(...values)),
    debug: (...values: unknown[]) => log('DEBUG', format(...values)),
    error: (...values: unknown[]) => log('ERROR', format(...values)),
  });
  Object.defineProperty(process, 'stdout', { value: stdout });
  Object.defineProperty(process, 'stderr', { value: stderr });
}

function lines(take: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: unknown, _, done) {
      take(String(chunk).replace(/\n$/, ''));
      done();
    },
  });
}
