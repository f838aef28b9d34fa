import { FlinkError } from '../errors/flink-error.js';
import { nearest } from '../errors/suggest.js';
import type { CallSite } from '../source/call-site.js';
import { type ConfigOptions, FORMER_KEYS, OPTION_KINDS } from './config-options.js';

/** A value of an option, as a program may give it. */
export type OptionValue = string | number | bigint | boolean;

/** Options by their keys: those of Flink have the types that Flink gives them, others any. */
export type Configuration = Readonly<Record<string, OptionValue>> & Partial<ConfigOptions>;

/** The type of an option's value. */
export type ValueOfOption<K> = K extends keyof ConfigOptions ? ConfigOptions[K] : OptionValue;

const UNITS =
  'ns|nano|nanosecond|nanoseconds|µs|micro|microsecond|microseconds|ms|milli|millisecond|milliseconds|s|sec|second|seconds|min|m|minute|minutes|h|hour|hours|d|day|days';
const DURATION = new RegExp(`^\\d+\\s*(${UNITS})?$|^[-+]?P`, 'i');
const MEMORY = /^\d+\s*(b|bytes|k|kb|kibibytes|m|mb|mebibytes|g|gb|gibibytes|t|tb|tebibytes)?$/i;

/** What values of a kind are, for messages, and how to tell them. */
const CHECKS: Readonly<Record<string, readonly [expected: string, check: (value: string) => boolean]>> = {
  boolean: ['a boolean', (value) => /^(true|false)$/i.test(value)],
  integer: ['an integer', (value) => /^[-+]?\d+$/.test(value)],
  number: ['a number', (value) => value.trim() !== '' && Number.isFinite(Number(value))],
  duration: ["a duration, such as '5 s' or '2 min'", (value) => DURATION.test(value.trim())],
  memory: ["a size of memory, such as '64 mb'", (value) => MEMORY.test(value.trim())],
};

/**
 * The text of an option's value. Throws CONFIGURATION_INVALID for a value that the option does not take, and for a key
 * that is almost that of an option.
 */
export function checkedOption(key: string, value: OptionValue, site: CallSite): string {
  const text = String(value);
  const kind = OPTION_KINDS[key];
  if (kind === undefined) checkKey(key, site);
  else if (kind.startsWith('enum:')) checkEnum(key, text, kind.slice('enum:'.length).split('|'), site);
  else {
    const [expected, check] = CHECKS[kind] ?? [];
    if (check && !check(text)) throw wrongValue(key, text, `It takes ${expected}.`, site);
  }
  return text;
}

/** Options as texts, each checked. */
export function checkedOptions(configuration: Configuration, site: CallSite): Record<string, string> {
  const entries = Object.entries(configuration).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, checkedOption(key, value as OptionValue, site)]));
}

// as Flink: in any case, with - for _
function checkEnum(key: string, value: string, values: readonly string[], site: CallSite): void {
  const canonical = (name: string) => name.toLowerCase().replaceAll('-', '_');
  if (values.some((name) => canonical(name) === canonical(value))) return;
  const different = values.filter((name, i) => values.findIndex((other) => canonical(other) === canonical(name)) === i);
  throw wrongValue(key, value, `It takes one of: ${different.join(', ')}.`, site);
}

function wrongValue(key: string, value: string, hint: string, callSite: CallSite): FlinkError {
  return new FlinkError('CONFIGURATION_INVALID', `The option '${key}' cannot have the value '${value}'`, {
    hint,
    callSite,
  });
}

// a key that is not known may be one of a connector, a catalog or a plugin: only what looks misspelt is refused
function checkKey(key: string, site: CallSite): void {
  if (FORMER_KEYS.includes(key)) return;
  const [near] = nearest(
    key,
    Object.keys(OPTION_KINDS).filter((known) => Math.abs(known.length - key.length) <= 2),
    2,
  );
  if (near === undefined) return;
  throw new FlinkError('CONFIGURATION_INVALID', `There is no option '${key}'`, {
    hint: `Did you mean '${near}'?`,
    callSite: site,
  });
}
