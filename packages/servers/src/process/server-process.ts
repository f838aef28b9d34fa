import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from '../errors/server-error.js';
import { descendants, ended } from './descendants.js';
import { lastLines } from './run-tool.js';
import { guard, release } from './watchdog.js';

/** How to run a server. */
export interface ServerCommand {
  /** What messages call it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Receives everything that the process prints; what was in it is gone. */
  readonly logFile: string;
  /** What errors show of the log; its last lines by default. */
  readonly excerpt?: (log: string) => string;
  /** Leave the process alone when this one ends. */
  readonly daemon?: boolean;
}

/** A server as a child process: its output in a file, and a sure end. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #command: ServerCommand;
  readonly #exited: Promise<string>;
  #end: string | undefined;
  #stopping = false;

  private constructor(command: ServerCommand) {
    this.#command = command;
    mkdirSync(dirname(command.logFile), { recursive: true });
    const log = openSync(command.logFile, 'w');
    // A group of its own: Ctrl-C in the terminal reaches this process only, which then stops the servers in order.
    this.#child = spawn(command.command, command.args, {
      env: { ...process.env, ...command.env },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    const { pid } = this.#child;
    if (pid !== undefined && !command.daemon) guard(pid);
    if (command.daemon) this.#child.unref();
    this.#exited = new Promise((resolve) => {
      const end = (how: string) => {
        this.#end ??= how;
        if (pid !== undefined && !command.daemon) release(pid);
        resolve(this.#end);
      };
      this.#child.once('error', (error) => end(`could not be run: ${error.message}`));
      this.#child.once('exit', (code, signal) => end(signal ? `was ended by ${signal}` : `ended with status ${code}`));
    });
  }

  /** Starts the process; `ready` waits until it serves. */
  static start(command: ServerCommand): ServerProcess {
    return new ServerProcess(command);
  }

  /** The process id; 0 when it could not be run at all. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Whether the process ended without having been asked to. */
  get failed(): boolean {
    return this.#end !== undefined && !this.#stopping;
  }

  /**
   * Waits until `check` succeeds; stops the process if that does not happen.
   *
   * @throws ServerError `PORT_TAKEN`, or `SERVER_NOT_STARTED` with the last lines of the log
   */
  async ready(check: () => Promise<unknown>, timeoutMs = 60_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    let last: unknown;
    while (this.#end === undefined && Date.now() < deadline) {
      try {
        await check();
        return;
      } catch (error) {
        last = error;
        await Promise.race([sleep(100), this.#exited]);
      }
    }
    const why =
      this.#end ?? `was not ready after ${timeoutMs / 1000} s (${last instanceof Error ? last.message : last})`;
    await this.stop(2_000);
    throw this.#notStarted(why);
  }

  /**
   * Ends the process: SIGTERM, then SIGKILL after a grace time in milliseconds. Resolves when it is gone, and all that
   * it has started, too.
   */
  async stop(graceMs = 10_000): Promise<void> {
    this.#stopping = true;
    if (this.#end !== undefined || this.#child.pid === undefined) return;
    const started = await descendants(this.pid);
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), graceMs);
    await this.#exited;
    clearTimeout(timer);
    await ended(started, graceMs);
  }

  /** @throws ServerError `SERVER_ENDED` when the process ended by itself */
  assertRunning(): void {
    if (!this.failed) return;
    const { name, logFile } = this.#command;
    throw new ServerError('SERVER_ENDED', `${name} ${this.#end}.\n${this.#excerpt()}`, `Its whole log: ${logFile}`);
  }

  #signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, signal);
    } catch {
      // It has just gone by itself.
    }
  }

  #notStarted(why: string): ServerError {
    const { name, logFile } = this.#command;
    const excerpt = this.#excerpt();
    if (/Address already in use|BindException|Do you already have another server running/i.test(excerpt)) {
      return new ServerError(
        'PORT_TAKEN',
        `${name} found its port taken by another process.`,
        `Try again, or choose another port. Its log: ${logFile}`,
      );
    }
    return new ServerError('SERVER_NOT_STARTED', `${name} ${why}.\n${excerpt}`, `Its whole log: ${logFile}`);
  }

  #excerpt(): string {
    const { excerpt = lastLines, logFile } = this.#command;
    return excerpt(readFileSync(logFile, 'utf8'));
  }
}
