import { readFile } from 'node:fs/promises';
import { MARK } from './probe.js';

const MEGABYTE = 2 ** 20;
/** Until then code is compiled, and what is made once is made. */
const WARM_UP = 5;
const FEWEST = 2 * WARM_UP;
const MOST_GROWTH = 2 * MEGABYTE;

/** What functions held in V8's heap in the course of a job, without garbage, as they logged it themselves. */
export class LiveHeap {
  private constructor(private readonly samples: readonly number[]) {}

  /** What was logged since so many bytes of a log. */
  static async since(bytes: number, logFile: string): Promise<LiveHeap> {
    const lines = (await readFile(logFile)).subarray(bytes).toString().split('\n');
    return new LiveHeap(lines.filter((line) => line.includes(MARK)).map((line) => Number(line.split(MARK)[1])));
  }

  /** Whether the last samples are above those after the warm-up. */
  get hasGrown(): boolean {
    return this.samples.length >= FEWEST && this.#last > this.#first + MOST_GROWTH;
  }

  toString(): string {
    if (this.samples.length < FEWEST) return "V8's heap: too few rows to tell";
    const [first, last, most] = [this.#first, this.#last, Math.max(...this.samples)].map((bytes) =>
      (bytes / MEGABYTE).toFixed(1),
    );
    return `V8's heap without garbage: ${first} MB after the warm-up, ${last} MB at the end, at most ${most} MB (${this.samples.length} samples)`;
  }

  get #first(): number {
    return Math.min(...this.samples.slice(WARM_UP, WARM_UP + 3));
  }

  get #last(): number {
    return Math.min(...this.samples.slice(-3));
  }
}
