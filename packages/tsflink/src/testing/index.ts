export type { LogLine } from '@tsflink/runtime/testing';
export type { FunctionHarness } from './function-harness.js';
export type { HarnessOptions } from './harness-options.js';
export type { ScalarFunctionHarness } from './scalar-harness.js';
export { testFunction } from './test-function.js';
