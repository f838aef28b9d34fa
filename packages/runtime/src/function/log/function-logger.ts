import { format } from 'node:util';
import { LEVELS, type Log, type LogLevel } from './log.js';

/** Writes lines to the log of the TaskManager; values are put in as `console.log` does: `%s`, `%d`, `%j`, `%o`. */
export interface FunctionLogger {
  trace(message: unknown, ...values: unknown[]): void;
  debug(message: unknown, ...values: unknown[]): void;
  info(message: unknown, ...values: unknown[]): void;
  warn(message: unknown, ...values: unknown[]): void;
  error(message: unknown, ...values: unknown[]): void;
  /** Whether lines of a level are written; for those that are dear to make. */
  isEnabled(level: 'trace' | 'debug' | 'info' | 'warn' | 'error'): boolean;
}

/** The logger of a function; lines below the level are not even formatted. */
export function functionLogger(functionName: string, lowest: LogLevel | undefined, log: Log): FunctionLogger {
  const from = lowest === undefined ? LEVELS.length : LEVELS.indexOf(lowest);
  const writer = (level: LogLevel) =>
    LEVELS.indexOf(level) < from
      ? () => undefined
      : (message: unknown, ...values: unknown[]) => log(level, functionName, format(message, ...values));
  return {
    trace: writer('TRACE'),
    debug: writer('DEBUG'),
    info: writer('INFO'),
    warn: writer('WARN'),
    error: writer('ERROR'),
    isEnabled: (level) => LEVELS.indexOf(level.toUpperCase() as LogLevel) >= from,
  };
}
