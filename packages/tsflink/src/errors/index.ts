export type { FlinkErrorCode } from './codes.js';
export { FlinkError, type FlinkErrorOptions, type FunctionFailure } from './flink-error.js';
export { JavaError } from './java-error.js';
