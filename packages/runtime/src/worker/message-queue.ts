/** Messages from whoever has them to whoever reads them, in order. */
export class MessageQueue<T> implements AsyncIterable<T> {
  readonly #messages: T[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  get length(): number {
    return this.#messages.length;
  }

  push(message: T): void {
    this.#messages.push(message);
    this.#wake?.();
  }

  /** What was pushed is still read. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Takes all that is there. */
  drain(): T[] {
    return this.#messages.splice(0);
  }

  async *[Symbol.asyncIterator](): AsyncIterator<T> {
    for (;;) {
      while (this.#messages.length > 0) yield this.#messages.shift() as T;
      if (this.#ended) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
  }
}
