// Stands in for what V8 lacks where it is built without ICU, as Javet's plain builds are. Libraries that only mention
// Intl load; what would need ICU says so, where V8 itself would give a wrong result in silence.
import { FunctionError } from '../function/function-error.js';

const CLASSES = [
  'Collator',
  'DateTimeFormat',
  'DisplayNames',
  'ListFormat',
  'Locale',
  'NumberFormat',
  'PluralRules',
  'RelativeTimeFormat',
  'Segmenter',
];

/** Methods that without ICU ignore the locale they are given: prototype, name, position of that argument. */
const LOCALE_METHODS: readonly (readonly [object, string, number])[] = [
  [String.prototype, 'localeCompare', 1],
  [String.prototype, 'toLocaleLowerCase', 0],
  [String.prototype, 'toLocaleUpperCase', 0],
  [BigInt.prototype, 'toLocaleString', 0],
  [Date.prototype, 'toLocaleString', 0],
  [Date.prototype, 'toLocaleDateString', 0],
  [Date.prototype, 'toLocaleTimeString', 0],
];

if (typeof Intl === 'undefined') {
  const classes = CLASSES.map((name) => [name, missingClass(name)]);
  define(globalThis, 'Intl', Object.fromEntries(classes));
  for (const [prototype, name, position] of LOCALE_METHODS) {
    replace(prototype, name, (values) => values[position] === undefined);
  }
  // Temporal's polyfill so asks for the digits of durations, which without ICU they are.
  const isPlain = (locale: unknown, n: unknown) => locale === undefined || (locale === 'fullwide' && Number(n) < 1e21);
  replace(Number.prototype, 'toLocaleString', ([locale], n) => isPlain(locale, n));
  // All forms of ASCII are the same.
  replace(String.prototype, 'normalize', (_, text) => !/[^\0-\x7f]/.test(String(text)));
}

function missing(what: string): never {
  throw new FunctionError('FUNCTION_FAILED', `${what} needs ICU, which V8 in the JVM is built without`);
}

function missingClass(name: string): unknown {
  return class {
    constructor() {
      missing(`Intl.${name}`);
    }
  };
}

function replace(prototype: object, name: string, works: (values: unknown[], self: unknown) => boolean): void {
  const original = Reflect.get(prototype, name) as (...values: unknown[]) => unknown;
  define(prototype, name, function (this: unknown, ...values: unknown[]) {
    return works(values, this) ? original.apply(this, values) : missing(`${name}()`);
  });
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
