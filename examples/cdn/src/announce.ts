import type { TableResult } from 'tsflink';

/** Tells which job was submitted, and where it can be watched. */
export function announce(result: TableResult<unknown>): void {
  const job = result.getJobClient();
  console.log(`Job ${job?.getJobID()} runs: ${job?.getWebInterfaceURL()}`);
}
