import type { TypeNode } from '../codec/index.js';
import type { Method } from '../function/function-instance.js';
import { type FunctionSpec, parameterOf, skipsNull } from '../function/function-spec.js';
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
export function argumentType(spec: FunctionSpec, i: number): TypeNode {
  const { type } = parameterOf(spec, i);
  return skipsNull(spec, i) ? { ...type, nullable: false } : type;
}
