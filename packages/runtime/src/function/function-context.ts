/** What a function is told of the task that it runs in. Maps to Flink's `FunctionContext`. */
export interface FunctionContext {
  /** The name under which the function was registered. */
  readonly functionName: string;
}
