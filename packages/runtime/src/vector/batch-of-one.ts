import type { Method } from '../function/function-instance.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { valueAt } from './column.js';
import { makeColumn } from './make-column.js';
import { resultColumn } from './result-column.js';

/** A vectorised function, called for one row. */
export function batchOfOne(method: Method, spec: FunctionSpec): Method {
  return (...values) => {
    const columns = values.map((value, i) => makeColumn(argumentType(spec, i), [value]));
    return valueAt(resultColumn(method(...columns), 1), 0);
  };
}

/** The type of a column that a vectorised function gets. Without a call for NULLs there are none in its columns. */
export function argumentType({ parameters, onNull }: FunctionSpec, i: number) {
  const { type } = parameters[i] as FunctionSpec['parameters'][number];
  return onNull === 'return-null' ? { ...type, nullable: false } : type;
}
