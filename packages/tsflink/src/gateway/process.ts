import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FlinkErrorCode } from '../errors/codes.js';
import { FlinkError } from '../errors/flink-error.js';
import { findDistribution } from './distribution.js';
import { findJava } from './java.js';

/** A gateway that can be called. */
export interface GatewayAddress {
  /** `host:port` */
  readonly address: string;
  readonly token: string;
  /** Where it writes its log; undefined for one that others started. */
  readonly log?: string;
}

/** Options of the cluster, of which a job could not have its own; the embedded one gets them when it starts. */
const CLUSTER_OPTIONS = /^(metrics|taskmanager|jobmanager|heartbeat|slot)\./;

/** How long the gateway may take to start, in milliseconds: ten times what it takes on two busy cores. */
const START_TIMEOUT = 120_000;

/** What the gateway prints when it is ready, or cannot be. */
type FirstLine =
  | { readonly address: string }
  | { readonly error: { readonly code: FlinkErrorCode; readonly message: string; readonly hint?: string } };

/**
 * Starts a gateway for this process. It ends when its standard input does, which is when this process ends, however
 * that comes about; it is in a process group of its own, so that Ctrl-C ends the program first. Does not keep this
 * process alive. Of the configuration it takes what is the embedded cluster's. Throws JDK_NOT_FOUND, JDK_UNSUPPORTED, DISTRIBUTION_NOT_FOUND, GATEWAY_START_FAILED.
 */
export async function startGateway(
  onExit: () => void,
  configuration: Readonly<Record<string, string>> = {},
  timeoutMillis = START_TIMEOUT,
): Promise<GatewayAddress> {
  const java = findJava();
  const { classPath, options } = findDistribution();
  const token = randomBytes(32).toString('hex');
  const log = logFile();
  const logHandle = openSync(log, 'a');
  const args = [...options, ...(process.env.TSFLINK_JVM_OPTS?.split(/\s+/).filter(Boolean) ?? [])];
  const cluster = Object.entries(configuration).filter(([key]) => CLUSTER_OPTIONS.test(key));
  args.push('-cp', classPath, 'org.tsflink.gateway.Main', ...cluster.map(([key, value]) => `-D${key}=${value}`));
  const child = spawn(java, args, {
    detached: true,
    stdio: ['pipe', 'pipe', logHandle],
  });
  closeSync(logHandle);
  child.stdin?.on('error', () => {}); // it ended; its exit says why
  child.stdin?.write(`${token}\n`);
  child.once('exit', onExit);
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) (pipe as Socket | null)?.unref();

  const first = await firstLine(child, log, timeoutMillis);
  if ('error' in first) {
    const { code, message, hint } = first.error;
    throw new FlinkError(code, message, { hint: [hint, `Its log: ${log}`].filter(Boolean).join('\n') });
  }
  return { address: first.address, token, log };
}

function firstLine(child: ChildProcess, log: string, timeoutMillis: number): Promise<FirstLine> {
  return new Promise((resolve, reject) => {
    const failed = (reason: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(
        new FlinkError('GATEWAY_START_FAILED', `The gateway ${reason}`, { hint: `${lastLines(log)}Its log: ${log}` }),
      );
    };
    const timer = setTimeout(() => failed(`was not ready within ${timeoutMillis / 1000} s`), timeoutMillis);
    const ended = (status: number | null, signal: string | null) =>
      failed(`ended at its start (${signal ?? `status ${status}`})`);
    child.once('error', (error) => failed(`did not start: ${error.message}`));
    child.once('close', ended);
    const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> });
    lines.once('line', (line) => {
      clearTimeout(timer);
      child.off('close', ended);
      try {
        resolve(JSON.parse(line));
      } catch {
        failed(`printed what is not its first line: ${line}`);
      }
    });
  });
}

/** A new file for the log of a gateway, in a directory that only this user can read. */
function logFile(): string {
  const directory = join(tmpdir(), `tsflink-${process.getuid?.() ?? process.env.USERNAME}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  dropOldLogs(directory);
  return join(directory, `gateway-${process.pid}-${Date.now()}.log`);
}

/** Removes the logs of more than a week ago. */
function dropOldLogs(directory: string): void {
  const old = Date.now() - 7 * 86_400_000;
  for (const file of readdirSync(directory).map((name) => join(directory, name))) {
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (written < old) rmSync(file, { force: true });
  }
}

function lastLines(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5);
  return lines.join('') === '' ? '' : `${lines.join('\n')}\n`;
}
