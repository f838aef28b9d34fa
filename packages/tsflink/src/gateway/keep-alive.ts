/**
 * Keeps the process alive while the program waits for the gateway, and only then: sockets and the gateway's process do
 * not, so that a program that has nothing more to do ends by itself.
 */
class KeepAlive {
  private waiting = 0;
  private timer: NodeJS.Timeout | undefined;

  /** Keeps the process alive until the work is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    if (this.waiting++ === 0) this.timer = setInterval(() => {}, 2 ** 30);
    try {
      return await work;
    } finally {
      if (--this.waiting === 0) clearInterval(this.timer);
    }
  }
}

/** The one of this process. */
export const keepAlive = new KeepAlive();
