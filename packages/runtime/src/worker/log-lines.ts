import { create } from '@bufbuild/protobuf';
import { type FollowLogResponse, FollowLogResponseSchema } from '../generated/tsflink/v1/worker_pb.js';
import type { LogLine } from './messages.js';

const MOST_LINES = 2_000;

/** Lines that wait for the TaskManager to take them; the oldest are dropped, and counted, when they are too many. */
export class LogLines {
  #lines: LogLine[] = [];
  #dropped = 0;
  #wake: (() => void) | undefined;

  add(line: LogLine): void {
    this.#lines.push(line);
    if (this.#lines.length > MOST_LINES) {
      this.#lines.shift();
      this.#dropped++;
    }
    this.#wake?.();
  }

  /** The lines from now on. */
  async *follow(signal: AbortSignal): AsyncGenerator<FollowLogResponse> {
    signal.addEventListener('abort', () => this.#wake?.());
    while (!signal.aborted) {
      if (this.#lines.length === 0) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      const lines = this.#lines;
      this.#lines = [];
      if (this.#dropped > 0) {
        const text = `${this.#dropped} lines were dropped: they were not read in time`;
        lines.unshift({ level: 'WARN', functionName: '', text });
        this.#dropped = 0;
      }
      yield create(FollowLogResponseSchema, { lines });
    }
  }
}
