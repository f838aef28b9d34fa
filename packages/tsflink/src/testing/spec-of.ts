import type { FunctionSpec } from '@tsflink/runtime';
import type { FunctionDefinition } from '../functions/definition.js';
import { formatPosition } from '../source/call-site.js';

/** A function as the runtime is told of it. */
export function specOf(definition: FunctionDefinition): FunctionSpec {
  const { kind, deterministic, fn, source, process, ...spec } = definition;
  const { position } = source;
  const bundle = { artifact: 'test', exportName: 'test' };
  return { ...spec, ...bundle, ...(position && { source: formatPosition(position) }) };
}
