import { FlinkError } from 'tsflink';
import { WebSocket } from 'ws';

const CONNECT_TIMEOUT = 10_000;
const ANSWER_TIMEOUT = 60_000;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** A connection with the inspector of a Node.js process, which speaks the Chrome DevTools Protocol. */
export class InspectorClient implements Disposable {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, (params: never) => void>();
  #count = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#take(JSON.parse(String(data)) as Message));
    socket.on('close', () => this.#lost());
    socket.on('error', () => this.#lost());
  }

  /** Connects. Throws CONNECTION_FAILED. */
  static connect(url: string): Promise<InspectorClient> {
    return new Promise((resolve, reject) => {
      const refuse = (error: Error) =>
        reject(
          new FlinkError('CONNECTION_FAILED', `There is no inspector at ${url}: ${error.message}`, {
            hint: "Take the address from the TaskManager's log: jobs with 'tsflink.process.inspect' = 'open' write it there.",
            cause: error,
          }),
        );
      try {
        const socket = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: CONNECT_TIMEOUT });
        socket.once('error', refuse);
        socket.once('open', () => resolve(new InspectorClient(socket)));
      } catch (error) {
        refuse(error as Error);
      }
    });
  }

  /** Calls a method. Throws CONNECTION_FAILED where the process has ended, or does not answer. */
  send<R = unknown>(method: string, params: object = {}, timeout: number = ANSWER_TIMEOUT): Promise<R> {
    const id = ++this.#count;
    return new Promise<R>((resolve, reject) => {
      const timer = setTimeout(() => this.#reject(id, `no answer to ${method} within ${timeout} ms`), timeout);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#socket.send(JSON.stringify({ id, method, params }), (error) => {
        if (error) this.#reject(id, error.message);
      });
    });
  }

  /** Listens to an event, such as `Debugger.paused`. */
  on<P>(event: string, listener: (params: P) => void): void {
    this.#listeners.set(event, listener);
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }

  #take({ id, method, params, result, error }: Message): void {
    if (method !== undefined) this.#listeners.get(method)?.(params as never);
    if (id === undefined) return;
    if (error) this.#reject(id, error.message);
    else this.#end(id)?.resolve(result as never);
  }

  #lost(): void {
    for (const id of [...this.#waiting.keys()]) this.#reject(id, 'the process has ended');
  }

  #reject(id: number, why: string): void {
    this.#end(id)?.reject(new FlinkError('CONNECTION_FAILED', `The inspector failed: ${why}`));
  }

  #end(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    clearTimeout(waiting?.timer);
    this.#waiting.delete(id);
    return waiting;
  }
}
