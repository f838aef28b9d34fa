import { FlinkError } from 'tsflink';

/** The error of work that has to fail. It fits one screen, as every one should. */
export async function failureOf(work: () => Promise<unknown>): Promise<FlinkError> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FlinkError)) throw error;
    const lines = error.message.split('\n');
    if (lines.length > 24) throw new TypeError(`The message has ${lines.length} lines: ${error.message}`);
    return error;
  }
  throw new TypeError('it did not fail');
}
