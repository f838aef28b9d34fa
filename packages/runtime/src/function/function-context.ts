import type { FunctionLogger } from './log/function-logger.js';
import type { MetricGroup } from './metrics/metric-group.js';
import type { TaskInfo } from './task-info.js';

/** What a function is told of the task that it runs in, by its method `open`. Maps to Flink's `FunctionContext`. */
export interface FunctionContext {
  /** The name of the function. */
  readonly functionName: string;
  /** The subtask that the function runs in. */
  readonly taskInfo: TaskInfo;
  /** Metrics of the function's own; they appear in Flink's metrics below the operator, as `function.<name>.…`. */
  readonly metrics: MetricGroup;
  /** Writes to the log of the TaskManager, under `org.tsflink.functions.<name>`. */
  readonly logger: FunctionLogger;
  /** A parameter of the job (`pipeline.global-job-parameters`), or the default. */
  getJobParameter(key: string, defaultValue: string): string;
  getJobParameter(key: string, defaultValue?: string): string | undefined;
  /** The path of a file that was registered with the job. Throws FUNCTION_FAILED if there is none of that name. */
  getCachedFile(name: string): string;
}
