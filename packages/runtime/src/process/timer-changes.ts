import { rowWriter } from '../codec/index.js';

/** What a function does to the timers of its partition; maps to Java's `TimerChange`. */
export const TimerChange = {
  /** Registers one: by a name, or without one. */
  REGISTER: 0,
  /** Removes the one of a name, or the one without a name of a time. */
  CLEAR: 1,
  CLEAR_ALL: 2,
} as const;

/** How a change of a timer is written. */
export const TIMER_CHANGE = [
  { name: 'change', type: { root: 'INTEGER', nullable: false } },
  { name: 'name', type: { root: 'VARCHAR', length: 2147483647, nullable: true } },
  { name: 'millis', type: { root: 'BIGINT', nullable: false, bridgedTo: 'number' } },
] as const;

/** Gathers what a call does to timers, until it is over. */
export class TimerChanges {
  readonly #writer = rowWriter(TIMER_CHANGE);
  #changes: Uint8Array[] = [];
  #next = 0;

  /** Throws ValueError for what is no time. */
  add(change: number, name: string | null, millis = 0): void {
    this.#changes.push(this.#writer.write({ change, name, millis }));
  }

  /** The first that was not taken; undefined if there is none. */
  first(): Uint8Array | undefined {
    return this.#changes[this.#next];
  }

  /** Takes the first. */
  take(): void {
    this.#next++;
    if (this.#next === this.#changes.length) {
      this.#changes = [];
      this.#next = 0;
    }
  }
}
