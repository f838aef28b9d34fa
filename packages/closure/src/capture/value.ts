import { Emitter } from '../emit/emitter.js';
import type { GraphNode, Note } from '../graph/nodes.js';
import { Refusal, type Trail } from '../refusal.js';
import { isClassFunction } from '../script/script.js';
import type { Capture } from './capture.js';

/** A value's node, and how it travels. */
export interface CapturedValue {
  readonly node: GraphNode;
  readonly how: Note['how'];
  readonly what: string;
}

/**
 * A captured value: by value or as an import; else by evaluating its initialiser again; else with a copy of the inside
 * of the packages that it comes from.
 */
export function captureValue(
  capture: Capture,
  value: unknown,
  name: string,
  trail: Trail,
  replay: () => GraphNode | undefined,
): CapturedValue {
  const byValue = capture.attempt(() => capture.visit(value, name, trail));
  if (!(byValue instanceof Refusal)) {
    return byValue.kind === 'import'
      ? { node: byValue, how: 'import', what: byValue.specifier }
      : { node: byValue, how: 'value', what: describe(value) };
  }
  const { final } = byValue.options;
  if (final === 'everywhere' || (final === 'here' && byValue.trail === trail)) throw byValue;
  const replayed = capture.attempt(replay);
  if (replayed && !(replayed instanceof Refusal)) return { node: replayed, how: 'replay', what: describe(value) };
  if (capture.intoLibraries) throw byValue;
  const copied = capture.attemptIntoLibraries(() => {
    const node = capture.visit(value, name, trail);
    new Emitter([node]).emit([{ node, name }]);
    return node;
  });
  if (!(copied instanceof Refusal)) {
    return { node: copied, how: 'value', what: `${describe(value)}, with the inside of its package` };
  }
  if (!(replayed instanceof Refusal)) throw byValue;
  throw new Refusal(`${byValue.reason}; and ${replayed.reason}`, byValue.trail, byValue.hint, byValue.options);
}

/** What a value is, in a word. */
function describe(value: unknown): string {
  if (typeof value === 'function') return isClassFunction(value) ? 'class' : 'function';
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return value.constructor?.name || 'object';
}
