import type { FunctionServices } from '../function/function-services.js';
import { LEVELS, type LogLevel } from '../function/log/log.js';
import { TaskFunctions } from '../function/task-functions.js';
import type { TaskInfo } from '../function/task-info.js';

/** A line that a function wrote with its logger. */
export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
}

/** What a task without a cluster knows. */
export interface LocalTaskOptions {
  /** Parameters of the job. */
  readonly jobParameters?: Readonly<Record<string, string>>;
  /** Paths of the job's files, by name. */
  readonly cachedFiles?: Readonly<Record<string, string>>;
  /** Where in the job the function runs; the only subtask of its task by default. */
  readonly taskInfo?: Partial<TaskInfo>;
  /** The lowest level that is logged; all by default. */
  readonly logLevel?: LogLevel;
}

/** Numbers of a metric, as the runtime writes them: the value, or a count and then the last values given. */
const DOUBLES = { counter: 1, gauge: 1, meter: 1, distribution: 1001 };

const TASK: TaskInfo = {
  taskName: 'test',
  indexOfThisSubtask: 0,
  numberOfParallelSubtasks: 1,
  maxNumberOfParallelSubtasks: 128,
  attemptNumber: 0,
  taskNameWithSubtasks: 'test (1/1)#0',
};

/** Stands for the task of a function where there is no cluster; does what Java's `FunctionServices` does. */
export class LocalTask implements FunctionServices {
  readonly functions: TaskFunctions;
  /** What the function logged. */
  readonly logs: LogLine[] = [];
  readonly #options: LocalTaskOptions;
  readonly #metrics = new Map<string, Float64Array>();

  constructor(options: LocalTaskOptions) {
    this.#options = options;
    this.functions = new TaskFunctions(this, (level, _, text) => this.logs.push({ level, text }));
  }

  /** The numbers of a metric, by its name after those of its groups: `cache.hits`; undefined if there is none. */
  metric(name: string): Float64Array | undefined {
    return this.#metrics.get(name);
  }

  /** The names of all metrics. */
  get metricNames(): string[] {
    return [...this.#metrics.keys()];
  }

  ask(...[what, ...request]: string[]): string | ArrayBuffer | null {
    const { jobParameters, cachedFiles, taskInfo, logLevel = LEVELS[0] } = this.#options;
    const [first = ''] = request;
    switch (what) {
      case 'taskInfo':
        return JSON.stringify({ ...TASK, ...taskInfo });
      case 'logLevel':
        return logLevel;
      case 'jobParameter':
        return jobParameters?.[first] ?? null;
      case 'cachedFile':
        return cachedFiles?.[first] ?? null;
      case 'metric':
        return this.#metric(request);
      case 'metricScope':
        return JSON.stringify(['test', ...groupsOf(request)]);
      case 'metricVariables':
        return '{}';
      case 'metricIdentifier':
        return ['test', ...groupsOf(request), request[2]].join('.');
      default:
        return null;
    }
  }

  #metric(request: string[]): ArrayBuffer {
    const [, , kind, name] = request;
    const values = new Float64Array(DOUBLES[kind as keyof typeof DOUBLES]);
    // As in Flink, of two metrics of one name the first is the one that is seen.
    const full = [...groupsOf(request), name].join('.');
    if (!this.#metrics.has(full)) this.#metrics.set(full, values);
    return values.buffer;
  }
}

function groupsOf([, groups = '[]']: string[]): string[] {
  return (JSON.parse(groups) as string[][]).flat();
}
