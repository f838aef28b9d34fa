import type { FunctionInstance, Method } from '../function/function-instance.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { columnAggregate } from './column-aggregate.js';

/** The methods that do what instructions ask for. */
export interface AggregateMethods {
  readonly spec: FunctionSpec;
  method(name: string): Method | undefined;
}

/** Those of the user's object, or those that a vectorised function is given. */
export function methodsOf(instance: FunctionInstance): AggregateMethods {
  if (instance.spec.vectorised) return columnAggregate(instance);
  return { spec: instance.spec, method: (name) => instance.optionalMethod(name) };
}
