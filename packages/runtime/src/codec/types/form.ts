import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';

/** The two directions between what lies in a row and a JavaScript form of it; encode gives undefined for what it cannot take. */
export interface Form<Internal> {
  decode(internal: Internal): unknown;
  encode(value: unknown): Internal | undefined;
}

/** A form whose encode refuses, by {@link ValueError}, what it cannot take. */
export function strict<Internal>(
  node: TypeNode,
  form: Form<Internal>,
): { decode: (internal: Internal) => unknown; encode: (value: unknown) => Internal } {
  return {
    decode: form.decode,
    encode: (value) => {
      const internal = form.encode(value);
      if (internal === undefined) throw new ValueError(node, value);
      return internal;
    },
  };
}

/** The result of a parser that throws, or undefined. */
export function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

/** Whether a value is of a Temporal type, of whichever copy of the polyfill a bundle brought along. */
export function isTemporal(value: unknown, type: string): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, Symbol.toStringTag) === `Temporal.${type}`;
}

/** A valid Date's epoch milliseconds. */
export function dateMillis(value: unknown): number | undefined {
  if (Object.prototype.toString.call(value) !== '[object Date]') return undefined;
  const millis = (value as Date).getTime();
  return Number.isNaN(millis) ? undefined : millis;
}
