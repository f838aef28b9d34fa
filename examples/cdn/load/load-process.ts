import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Statistic } from './expected.js';
import type { LoadOptions, LoadReport } from './load-options.js';

const STOP_MS = 45_000;

/** The load generator, seen from the process that started it. */
export class LoadProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #report: LoadReport = { sent: 0, counted: 0 };
  /** Resolves when the first lines have been sent, or it failed to. */
  readonly started: Promise<void>;

  private constructor(options: LoadOptions) {
    this.#child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), [JSON.stringify(options)], {
      execArgv: ['--import', 'tsx'],
    });
    this.#ended = new Promise((resolve) => this.#child.once('exit', () => resolve()));
    this.started = new Promise((resolve) => {
      this.#child.on('message', (report: LoadReport) => {
        this.#report = report;
        if (report.sent > 0) resolve();
      });
      this.#ended.then(resolve);
    });
  }

  /** Starts to send lines. */
  static start(options: LoadOptions): LoadProcess {
    return new LoadProcess(options);
  }

  /** Lines that Kafka has acknowledged. */
  get sent(): number {
    return this.#report.sent;
  }

  /** Of these, those that the job is to count. */
  get counted(): number {
    return this.#report.counted;
  }

  /** Whether it has ended: all lines were sent, or it failed. */
  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves when all lines have been sent. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /**
   * Stops it, and resolves to what the job is to find by province.
   *
   * @throws LoadError when lines could not be sent
   */
  async stop(): Promise<ReadonlyMap<string, Statistic>> {
    if (this.#child.connected) this.#child.send('stop');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS);
    await this.#ended;
    clearTimeout(timer);
    const { expected, error } = this.#report;
    if (!expected) throw new LoadError(error ?? 'the load generator ended before its time');
    return new Map(
      expected.map(([province, count, download, downloadSpeed]) => [
        province,
        { accessCount: BigInt(count), totalDownload: BigInt(download), downloadSpeed },
      ]),
    );
  }

  /** Ends it at once, when its lines matter no more. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

/** The load generator could not send its lines. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly code = 'LOAD_FAILED';

  constructor(reason: string) {
    super(`The access log could not be sent to Kafka: ${reason}.\n  See Kafka's log.`);
  }
}
