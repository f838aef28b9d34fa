import type { FunctionSpec } from '@tsflink/runtime';
import type { TypeNode } from '@tsflink/runtime/codec';
import type { FunctionDefinition } from '../functions/definition.js';
import { formatPosition } from '../source/call-site.js';

/** A function as the runtime is told of it. */
export function specOf(definition: FunctionDefinition): FunctionSpec {
  const { kind, deterministic, engine, fn, source, process, returns, signatures, accumulatorStrategy, ...spec } =
    definition;
  const { position } = source;
  const bundle = { artifact: 'test', exportName: 'test' };
  // testFunction says what calls tell.
  return { ...spec, returns: returns as TypeNode, ...bundle, ...(position && { source: formatPosition(position) }) };
}
