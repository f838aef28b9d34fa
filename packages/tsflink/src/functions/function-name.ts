import { FlinkError } from '../errors/flink-error.js';

/** The name of a function. Throws FUNCTION_NAME_MISSING if there is none. */
export function functionName(name: string): string {
  if (name !== '') return name;
  throw new FlinkError('FUNCTION_NAME_MISSING', 'The function has no name', {
    hint: "Give it one: udf({ name: 'my_function', args: …, returns: … }, …).",
  });
}
