export type { ArgumentSpec, CalcSpec, CallSpec } from './calc/calc-spec.js';
export type { FunctionErrorCode, FunctionFailure } from './function/function-error.js';
export type { FunctionSpec, ScalarFunction } from './function/scalar-function.js';
