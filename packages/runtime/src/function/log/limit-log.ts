import { cut } from '../../codec/cut.js';
import type { Log } from './log.js';

/** Lines that one isolate may write in a second; what is more is counted, not written. */
const LINES_PER_SECOND = 500;
const MAX_LINE = 20_000;

/** A log that a function in a loop cannot flood: long lines are cut, and lines beyond so many a second are only counted. */
export function limitLog(log: Log, now: () => number = Date.now): Log {
  let second = 0;
  let written = 0;
  let dropped = 0;
  return (level, functionName, text) => {
    const current = Math.floor(now() / 1000);
    if (current !== second) {
      if (dropped > 0)
        log('WARN', functionName, `${dropped} lines were dropped: more than ${LINES_PER_SECOND} a second`);
      second = current;
      written = dropped = 0;
    }
    if (written++ < LINES_PER_SECOND) log(level, functionName, cut(text, MAX_LINE));
    else dropped++;
  };
}
