export { AggregateRunner, type EmittedRow, type StoredAccumulator } from './aggregate-runner.js';
export { AsyncRunner } from './async-runner.js';
export { CalcRunner } from './calc-runner.js';
export { CorrelateRunner } from './correlate-runner.js';
export { LocalFailure } from './local-program.js';
export { LocalTask, type LocalTaskOptions, type LogLine } from './local-task.js';
export { type GivenRow, type ProcessedRow, ProcessRunner } from './process-runner.js';
