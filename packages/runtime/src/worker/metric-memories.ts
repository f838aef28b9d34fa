/** A stretch of a metric's memory that has changed. */
export interface MetricChange {
  readonly metric: number;
  readonly memory: SharedArrayBuffer;
  readonly begin: number;
  readonly end: number;
}

interface Metric {
  readonly memory: SharedArrayBuffer;
  readonly now: Float64Array<SharedArrayBuffer>;
  readonly told: Float64Array<ArrayBuffer>;
}

/** The memory of the metrics that a program's functions made, in the order in which they were made. */
export class MetricMemories {
  readonly #metrics: Metric[] = [];

  /** Memory for one more. */
  add(size: number): SharedArrayBuffer {
    const memory = new SharedArrayBuffer(size);
    this.#metrics.push({ memory, now: new Float64Array(memory), told: new Float64Array(size / 8) });
    return memory;
  }

  /** What has changed since the last time. */
  changes(): MetricChange[] {
    const changes: MetricChange[] = [];
    this.#metrics.forEach(({ memory, now, told }, metric) => {
      let first = now.length;
      let last = -1;
      for (let i = 0; i < now.length; i++) {
        if (Object.is(now[i], told[i])) continue;
        first = Math.min(first, i);
        last = i;
        told[i] = now[i] as number;
      }
      if (last >= first) changes.push({ metric, memory, begin: first * 8, end: (last + 1) * 8 });
    });
    return changes;
  }
}
