const INTERVAL = 1_000;
const MEGABYTE = 2 ** 20;

/** What V8's heap holds, with garbage that was not collected yet, while a job runs, as the functions' own metric `isolateHeapUsed` says. */
export class V8Heap implements AsyncDisposable {
  readonly #samples: number[] = [];
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;

  /** Samples until it is disposed of. */
  constructor(
    private readonly rest: string,
    private readonly job: string,
  ) {
    this.#done = this.#sample();
  }

  /** Whether the least that was held near the end, garbage included, is more than the most near the beginning. */
  get hasGrown(): boolean {
    const first = this.#samples.slice(0, Math.ceil(this.#samples.length / 3));
    return this.#floors().last > Math.max(...first) + 8 * MEGABYTE;
  }

  toString(): string {
    if (this.#samples.length === 0) return "V8's heap: the job was too short to be told";
    const { first, last } = this.#floors();
    const [low, high] = [Math.min(...this.#samples), Math.max(...this.#samples)];
    const text = [low, high, first, last].map((bytes) => (bytes / MEGABYTE).toFixed(1));
    return `V8's heap: ${text[0]} to ${text[1]} MB; least of the first third ${text[2]}, of the last third ${text[3]} (${this.#samples.length} samples)`;
  }

  #floors(): { first: number; last: number } {
    const third = Math.ceil(this.#samples.length / 3);
    return { first: Math.min(...this.#samples.slice(0, third)), last: Math.min(...this.#samples.slice(-third)) };
  }

  async #sample(): Promise<void> {
    const get = async (path: string) => (await fetch(`${this.rest}/jobs/${this.job}${path}`)).json();
    while (!this.#stop.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, INTERVAL));
      // A job that has just ended has no metrics.
      const { vertices = [] } = ((await get('').catch(() => ({}))) ?? {}) as { vertices?: { id: string }[] };
      for (const { id } of vertices) {
        const metrics = (await get(`/vertices/${id}/metrics`).catch(() => [])) as { id: string }[];
        const heap = Array.isArray(metrics)
          ? metrics.find((metric) => metric.id.endsWith('isolateHeapUsed'))
          : undefined;
        if (heap === undefined) continue;
        const found = await get(`/vertices/${id}/metrics?get=${encodeURIComponent(heap.id)}`).catch(() => []);
        const [{ value } = { value: '0' }] = found as { value: string }[];
        if (Number(value) > 0) this.#samples.push(Number(value));
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }
}
