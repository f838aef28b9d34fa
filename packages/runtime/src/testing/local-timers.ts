/** A timer of a partition; null of one without a name. */
export interface LocalTimer {
  readonly partition: string;
  readonly name: string | null;
  readonly time: number;
}

/** Timers where there is no cluster; does what Flink's `InternalTimerService` does for a process table function. */
export class LocalTimers {
  readonly #timers = new Map<string, LocalTimer>();

  /** Registers one: by a name in place of the one that has it, else one for each time. */
  register(timer: LocalTimer): void {
    this.#timers.set(keyOf(timer), timer);
  }

  /** Removes the one of a name, or the one without a name of a time. */
  clear(partition: string, nameOrTime: string | number): void {
    const name = typeof nameOrTime === 'string' ? nameOrTime : null;
    this.#timers.delete(keyOf({ partition, name, time: Number(nameOrTime) }));
  }

  /** Removes all of a partition. */
  clearAll(partition: string): void {
    for (const timer of this.of(partition)) this.#timers.delete(keyOf(timer));
  }

  /** Those of a partition, by time. */
  of(partition: string): LocalTimer[] {
    return this.#byTime().filter((timer) => timer.partition === partition);
  }

  /** Takes the first that is due at a time. */
  take(until: number): LocalTimer | undefined {
    const first = this.#byTime().find(({ time }) => time <= until);
    if (first) this.#timers.delete(keyOf(first));
    return first;
  }

  #byTime(): LocalTimer[] {
    return [...this.#timers.values()].sort((a, b) => a.time - b.time);
  }
}

function keyOf({ partition, name, time }: LocalTimer): string {
  return JSON.stringify([partition, name === null ? time : name]);
}
