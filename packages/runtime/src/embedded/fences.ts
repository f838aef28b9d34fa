import process from 'node:process';
import { Readable } from 'node:stream';
import { FunctionError } from '../function/function-error.js';

const EXITS = ['exit', 'reallyExit', 'abort', 'kill'] as const;

/**
 * Keeps a function from ending the process that it runs in, or from reading its standard input. What is asynchronous and
 * fails is reported to `log`, for nobody waits for it.
 */
export function raiseFences(log: (text: string) => void): void {
  for (const name of EXITS) {
    const value = () => {
      throw new FunctionError('FUNCTION_EXIT', `process.${name}() would end the process that functions run in`);
    };
    Object.defineProperty(process, name, { value, writable: false, configurable: false });
  }
  // Without it Node ends the process for an error that nobody caught; also for a rejection, which it turns into one.
  process.setUncaughtExceptionCaptureCallback((error) => log(`failed asynchronously: ${error?.stack ?? error}`));
  Object.defineProperty(process, 'setUncaughtExceptionCaptureCallback', { value: () => undefined });
  Object.defineProperty(process, 'stdin', { get: () => Readable.from([]) });
}
