/** What the task does for its functions, by requests that are lists of strings. Maps to Java's `FunctionServices`. */
export interface FunctionServices {
  ask(...request: string[]): string | ArrayBuffer | null | undefined;
}
