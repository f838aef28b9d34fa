import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

const main = join(import.meta.dirname, '../../../packages/cli/dist/main.js');

/** What the callers of the suite's servers know. */
export const TOKEN = 'a token of the tests';

/** A `tsflink worker` of the tests, on loopback. */
export class WorkerServerProcess {
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #statusPort: number;

  private constructor(child: ChildProcess, port: number, statusPort: number) {
    this.#child = child;
    this.address = `localhost:${port}`;
    this.#statusPort = statusPort;
  }

  /** Starts one, with options of the command besides. */
  static async start(...args: string[]): Promise<WorkerServerProcess> {
    return await WorkerServerProcess.run([process.execPath, main, 'worker', '--port', '0', ...args], {
      TSFLINK_WORKER_TOKEN: TOKEN,
    });
  }

  /** Starts one by a command. */
  static async run(command: readonly string[], env: Record<string, string>): Promise<WorkerServerProcess> {
    const [program = '', ...args] = command;
    const child = spawn(program, [...args, '--status-port', '0'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { port, statusPort } = (JSON.parse(line) as { listening: { port: number; statusPort: number } }).listening;
    return new WorkerServerProcess(child, port, statusPort);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What it tells over HTTP. */
  async status(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(`http://127.0.0.1:${this.#statusPort}${path}`);
    return { status: response.status, text: await response.text() };
  }

  /** The value of one of its metrics, by its name with labels. */
  async metric(name: string): Promise<number> {
    const { text } = await this.status('/metrics');
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    if (line === undefined) throw new TypeError(`There is no metric ${name} in:\n${text}`);
    return Number(line.slice(name.length));
  }

  /** Sends it a signal; gives the status that it ends with, or the signal. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return exitCode ?? signalCode ?? '';
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    const [status, by] = (await ended) as [number | null, string | null];
    return status ?? by ?? '';
  }
}
