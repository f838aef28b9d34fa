import type { Untyped } from '../../types/untyped.js';
import { callOf, toNode } from '../build.js';
import { symbolsOf } from '../symbol-arguments.js';

/** The call of a function of Flink's `Expressions`, or of one that SQL has and `Expressions` lacks. */
export function functionCall(name: string, ...args: readonly unknown[]): Untyped {
  const given = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1);
  const families = symbolsOf(name, given);
  return callOf(
    { case: 'function', name },
    given.map((arg, i) => toNode(arg, families[i])),
  );
}
