import { FlinkError } from '../../src/errors/flink-error.js';

/** The FlinkError that work throws. */
export async function thrownBy(work: () => unknown): Promise<FlinkError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof FlinkError) return error;
    throw error;
  }
  throw new TypeError('nothing was thrown');
}
