import { FlinkError } from '../errors/flink-error.js';
import type { CallSite } from '../source/call-site.js';

/** What work gives, or TIMEOUT if it takes longer than so many milliseconds. */
export async function within<T>(
  work: Promise<T>,
  millis: number | undefined,
  what: string,
  callSite: CallSite,
): Promise<T> {
  if (millis === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new FlinkError('TIMEOUT', `${what} within ${millis} ms`, { callSite, retryable: true })),
      millis,
    );
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
