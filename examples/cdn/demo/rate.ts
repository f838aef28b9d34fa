/** How many a second, over the last few seconds. */
export class Rate {
  readonly #samples: { readonly at: number; readonly count: number }[] = [];

  constructor(private readonly windowMs = 3_000) {}

  /** Takes the count at this moment; answers the rate. */
  update(count: number, at = performance.now()): number {
    this.#samples.push({ at, count });
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > this.windowMs) this.#samples.shift();
    const first = this.#samples[0];
    if (!first || at === first.at) return 0;
    return ((count - first.count) * 1000) / (at - first.at);
  }
}
