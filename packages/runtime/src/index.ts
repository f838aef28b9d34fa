export type { ArgumentSpec, CalcSpec, CallSpec } from './calc/calc-spec.js';
export type { FunctionContext } from './function/function-context.js';
export { type FunctionErrorCode, type FunctionFailure, isFunctionError } from './function/function-error.js';
export type { FunctionSpec } from './function/function-spec.js';
export type { FunctionLogger } from './function/log/function-logger.js';
export type { Counter, Distribution, Meter, MetricGroup } from './function/metrics/metric-group.js';
export type { TaskInfo } from './function/task-info.js';
export type { NullableColumn, TypedArray } from './vector/column.js';
