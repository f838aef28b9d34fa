import { checkCaptured } from '@tsflink/closure';
import { toFlinkError } from '../errors/from-rpc.js';
import type { CallSite } from '../source/call-site.js';
import type { FunctionDefinition } from './definition.js';

const checked = new WeakSet<FunctionDefinition>();

/**
 * Refuses, at its first use, a function that captures what cannot travel; what it imports is looked at when it is
 * shipped. Throws FUNCTION_NOT_SHIPPABLE.
 */
export function checkFirstUse(definition: FunctionDefinition, site: CallSite): void {
  if (checked.has(definition)) return;
  try {
    if (checkCaptured(definition)) checked.add(definition);
  } catch (failure) {
    throw toFlinkError(failure, site);
  }
}
