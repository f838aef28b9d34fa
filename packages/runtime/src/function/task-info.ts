/** Where in a job a function runs. Maps to Flink's `TaskInfo`. */
export interface TaskInfo {
  readonly taskName: string;
  /** From 0. */
  readonly indexOfThisSubtask: number;
  /** The parallelism of the task. */
  readonly numberOfParallelSubtasks: number;
  readonly maxNumberOfParallelSubtasks: number;
  /** From 0; one more after each restart. */
  readonly attemptNumber: number;
  /** `Calc (3/4)#0`. */
  readonly taskNameWithSubtasks: string;
}
