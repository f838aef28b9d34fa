export { CalcRunner, LocalFailure } from './calc-runner.js';
export { LocalTask, type LocalTaskOptions, type LogLine } from './local-task.js';
