export type { LogLine } from '@tsflink/runtime/testing';
export type { TestAccumulator } from './accumulator.js';
export type { AggregateFunctionHarness, TableAggregateFunctionHarness } from './aggregate-harness.js';
export type { CallTypes } from './call-types.js';
export type { FunctionHarness } from './function-harness.js';
export type { HarnessOptions } from './harness-options.js';
export type { ScalarFunctionHarness } from './scalar-harness.js';
export type { TableFunctionHarness } from './table-harness.js';
export { testFunction } from './test-function.js';
