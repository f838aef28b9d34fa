import type { FunctionContext } from './function-context.js';
import { FunctionError } from './function-error.js';
import type { FunctionServices } from './function-services.js';
import type { FunctionSpec } from './function-spec.js';
import { functionLogger } from './log/function-logger.js';
import type { Log, LogLevel } from './log/log.js';
import { Metrics } from './metrics/metrics.js';
import type { TaskInfo } from './task-info.js';

/** What the functions of one program get of their task. */
export class TaskFunctions {
  readonly #services: FunctionServices;
  readonly #log: Log;
  readonly #metrics: Metrics;

  constructor(services: FunctionServices, log: Log) {
    this.#services = services;
    this.#log = log;
    this.#metrics = new Metrics(services, log);
  }

  /** What a function is given when it is opened. */
  contextOf({ name }: FunctionSpec): FunctionContext {
    const services = this.#services;
    const text = (...request: string[]) => services.ask(...request) as string | null | undefined;
    let taskInfo: TaskInfo | undefined;
    const getJobParameter = (key: string, defaultValue?: string) => text('jobParameter', key) ?? defaultValue;
    return {
      functionName: name,
      get taskInfo() {
        taskInfo ??= JSON.parse(text('taskInfo') as string) as TaskInfo;
        return taskInfo;
      },
      metrics: this.#metrics.groupOf(name),
      logger: functionLogger(name, (text('logLevel', name) ?? undefined) as LogLevel | undefined, this.#log),
      getJobParameter: getJobParameter as FunctionContext['getJobParameter'],
      getCachedFile: (file) => {
        const path = text('cachedFile', file);
        if (path) return path;
        throw new FunctionError('FUNCTION_FAILED', `the job has no file '${file}'; register it with the environment`);
      },
    };
  }

  /** After each batch. */
  refresh(): void {
    this.#metrics.refresh();
  }

  close(): void {
    this.#metrics.close();
  }
}
