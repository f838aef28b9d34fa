import { FlinkError } from '../errors/flink-error.js';
import { CallSite } from '../source/call-site.js';
import { checkedOptions } from './check-option.js';

const LINE = /^([^\s:#]+)\s*:\s*(.*)$/;

/**
 * Options of the environment variable FLINK_PROPERTIES, a line `key: value` each, as Flink's Docker images take them. What
 * a program says itself goes before. Throws CONFIGURATION_INVALID.
 */
export function environmentProperties(text = process.env.FLINK_PROPERTIES ?? ''): Record<string, string> {
  const site = new CallSite();
  const lines = text.split('\n').map((line) => line.trim());
  const entries = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, key, value] = LINE.exec(line) ?? [];
      if (key !== undefined && value !== undefined) return [key, value];
      throw new FlinkError('CONFIGURATION_INVALID', `FLINK_PROPERTIES has the line '${line}'`, {
        hint: "Each line is an option of Flink's: parallelism.default: 2",
        callSite: site,
      });
    });
  return checkedOptions(Object.fromEntries(entries), site);
}
