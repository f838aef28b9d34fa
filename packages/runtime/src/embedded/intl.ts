// Stands in for Intl where V8 is built without ICU's locale data (Javet's plain builds are): it lets libraries load that
// only mention Intl, and says what is wrong where one is really used.
import { FunctionError } from '../function/function-error.js';

const NAMES = [
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

if (typeof Intl === 'undefined') {
  const missing = NAMES.map((name) => [name, missingClass(name)]);
  Object.defineProperty(globalThis, 'Intl', { value: Object.fromEntries(missing), configurable: true, writable: true });
}

function missingClass(name: string): unknown {
  return class {
    constructor() {
      throw new FunctionError('FUNCTION_FAILED', `Intl.${name} is not there: V8 in the JVM has no locale data (ICU)`);
    }
  };
}
