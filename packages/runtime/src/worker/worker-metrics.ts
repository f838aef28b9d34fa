import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { create } from '@bufbuild/protobuf';
import { type FollowMetricsResponse, FollowMetricsResponseSchema } from '../generated/tsflink/v1/worker_pb.js';

const INTERVAL_MILLIS = 500;

/** What a worker takes of its machine, again and again. */
export class WorkerMetrics {
  /** Of the functions' thread, a moment ago. */
  memory = { heapUsed: 0, external: 0 };

  /** What the functions' thread says of its memory. */
  note(memory: { readonly heapUsed: number; readonly external: number }): void {
    this.memory = memory;
  }

  async *follow(signal: AbortSignal): AsyncGenerator<FollowMetricsResponse> {
    while (!signal.aborted) {
      const { user, system } = process.cpuUsage();
      yield create(FollowMetricsResponseSchema, {
        heapUsed: BigInt(this.memory.heapUsed),
        externalMemory: BigInt(this.memory.external),
        residentMemory: BigInt(process.memoryUsage.rss()),
        cpu: BigInt(user + system),
      });
      await setTimeout(INTERVAL_MILLIS, undefined, { signal }).catch(() => undefined);
    }
  }
}
