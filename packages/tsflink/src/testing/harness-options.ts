import type { TaskInfo } from '@tsflink/runtime';

/** What a function under test finds in its context. */
export interface HarnessOptions {
  /** The parameters of the job, for `context.getJobParameter`. */
  readonly jobParameters?: Readonly<Record<string, string>>;
  /** The files of the job, for `context.getCachedFile`: their paths by name. */
  readonly cachedFiles?: Readonly<Record<string, string>>;
  /** Where in the job the function runs; the only subtask of its task by default. */
  readonly taskInfo?: Partial<TaskInfo>;
  /** The lowest level that the function's logger writes; `TRACE` by default. */
  readonly logLevel?: 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
}
