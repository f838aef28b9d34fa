import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Code, ConnectError } from '@connectrpc/connect';
import { workerScript } from '@tsflink/runtime/worker';
import { guardWorker } from './worker-guard.js';

const START_TIMEOUT = 60_000;
const KEPT_LINES = 8;
const LONGEST_LINE = 2_000;

/** How a worker has ended. */
export interface WorkerEnd {
  /** For messages, after the name of the worker. */
  readonly how: string;
  readonly outOfMemory: boolean;
  /** What it printed last. */
  readonly lastLines: readonly string[];
}

/**
 * A worker of a server: the process that the process engine starts, too (org.tsflink.runtime.worker.WorkerProcess), in a
 * directory of its own. It ends with this process, however that ends.
 */
export class WorkerProcess {
  /** What calls to it carry; functions are not told that of the server. */
  readonly token = randomBytes(32).toString('hex');
  /** Settles, once it has ended. */
  readonly ended: Promise<WorkerEnd>;
  readonly #directory = mkdtempSync(join(tmpdir(), 'tsflink-worker-'));
  readonly #child: ChildProcess;
  readonly #lastLines: string[] = [];
  #outOfMemory = false;

  private constructor(heapLimit: number, log: (line: string) => void) {
    const { TSFLINK_WORKER_TOKEN: _, ...env } = process.env;
    const megabytes = Math.max(16, Math.floor(heapLimit / (1 << 20)));
    this.#child = spawn(process.execPath, [`--max-old-space-size=${megabytes}`, workerScript], {
      cwd: this.#directory,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stdin?.on('error', () => {}); // it has ended; how is said by its exit
    this.#child.once('spawn', () => {
      sacrifice(this.pid);
      guardWorker(this.#child, this.#directory);
    });
    if (this.#child.stderr) {
      createInterface({ input: this.#child.stderr }).on('line', (line) => this.#keep(line, log));
    }
    this.ended = new Promise((resolve) => {
      this.#child.once('error', ({ message }) => resolve(this.#end(`did not start: ${message}`)));
      this.#child.once('close', (status, signal) =>
        resolve(this.#end(signal ? `ended by ${signal}` : `ended with status ${status}`)),
      );
    });
  }

  /** Starts a worker and waits until it listens. */
  static async start(heapLimit: number, log: (line: string) => void): Promise<WorkerProcess> {
    const worker = new WorkerProcess(heapLimit, log);
    try {
      await worker.#greet(log);
      return worker;
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** A new connection with it. */
  connect(): Socket {
    return createConnection(this.#socket);
  }

  /** Ends it now, if it has not ended. */
  close(): void {
    this.#child.kill('SIGKILL');
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #greet(log: (line: string) => void): Promise<void> {
    const output = createInterface({ input: this.#child.stdout as NodeJS.ReadableStream });
    const first = new Promise<string>((resolve) => output.once('line', resolve));
    const { token } = this;
    this.#child.stdin?.write(`${JSON.stringify({ token, socket: this.#socket, directory: this.#directory })}\n`);
    let timer: NodeJS.Timeout | undefined;
    const failure = await Promise.race([
      first.then((line) => (JSON.parse(line) as { error?: string }).error),
      this.ended.then(({ how, lastLines }) => [how, ...lastLines].join('\n')),
      new Promise<string>((resolve) => {
        timer = setTimeout(resolve, START_TIMEOUT, `was not ready within ${START_TIMEOUT} ms`);
      }),
    ]);
    clearTimeout(timer);
    if (failure !== undefined) throw new ConnectError(`its worker did not start: it ${failure}`, Code.Unavailable);
    output.on('line', log);
  }

  get #socket(): string {
    return join(this.#directory, 's');
  }

  #keep(line: string, log: (line: string) => void): void {
    this.#outOfMemory ||= /heap out of memory|heap limit/.test(line);
    this.#lastLines.push(line.slice(0, LONGEST_LINE));
    if (this.#lastLines.length > KEPT_LINES) this.#lastLines.shift();
    log(line.slice(0, LONGEST_LINE));
  }

  #end(how: string): WorkerEnd {
    return { how, outOfMemory: this.#outOfMemory, lastLines: this.#lastLines };
  }
}

// When the machine, or the container, lacks memory, the kernel shall end a worker and not the server of all.
function sacrifice(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, '500');
  } catch {
    // It has ended, or this is not Linux.
  }
}
