import type { HostExchange } from './host-exchange.js';

/** What a view holds, as it was sent ahead of a run, with what the functions have changed in it since. */
export class RunCopy<T> {
  #run: ReadonlyMap<number, Uint8Array> | undefined;
  #copy: T | undefined;

  constructor(
    private readonly number: number,
    private readonly exchange: HostExchange,
    private readonly read: (bytes: Uint8Array) => T,
  ) {}

  /** That of this run; undefined where the operator has to be asked. */
  get(): T | undefined {
    const run = this.exchange.prefetched;
    if (run !== this.#run) {
      this.#run = run;
      const bytes = run?.get(this.number);
      this.#copy = bytes && this.read(bytes);
    }
    return this.#copy;
  }

  /** Has the operator asked for the rest of the run. */
  drop(): void {
    this.get();
    this.#copy = undefined;
  }
}
