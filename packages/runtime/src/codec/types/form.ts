import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';

/** The two directions between what lies in a row and a JavaScript form of it; encode gives undefined for what it cannot take. */
export interface Form<Internal> {
  decode(internal: Internal): unknown;
  encode(value: unknown): Internal | undefined;
}

/** A form that refuses, by {@link ValueError}, what it cannot take, and what JavaScript cannot hold. */
export function strict<Internal>(
  node: TypeNode,
  form: Form<Internal>,
): { decode: (internal: Internal) => unknown; encode: (value: unknown) => Internal } {
  return {
    decode: (internal) => {
      try {
        return form.decode(internal);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new ValueError(node, internal, 'beyond the range of JavaScript');
      }
    },
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

/** The first and the last millisecond of Dates, and of Temporal's instants, lie that far from 1970. */
const MAX_MILLIS = 8.64e15;

/** Whole epoch milliseconds of a moment that JavaScript has; else undefined. */
export function epochMillis(value: unknown): number | undefined {
  return Number.isInteger(value) && Math.abs(value as number) <= MAX_MILLIS ? (value as number) : undefined;
}

/** The same; throws RangeError where JavaScript has no such moment. */
export function checkedMillis(millis: number): number {
  if (Math.abs(millis) <= MAX_MILLIS) return millis;
  throw new RangeError(`${millis} milliseconds`);
}

/** A valid Date's epoch milliseconds. */
export function dateMillis(value: unknown): number | undefined {
  if (Object.prototype.toString.call(value) !== '[object Date]') return undefined;
  const millis = (value as Date).getTime();
  return Number.isNaN(millis) ? undefined : millis;
}
