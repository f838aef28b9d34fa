import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { type Command, InvalidArgumentError } from 'commander';
import type { AddCommand } from '../program.js';
import { boundedLog } from '../worker/log.js';
import { isLoopback, type TlsOptions } from '../worker/options.js';
import { startWorkerServer } from '../worker/worker-server.js';

const SHORTEST_TOKEN = 16;

interface Options {
  readonly host: string;
  readonly port: number;
  readonly tokenFile?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tlsClientCa?: string;
  readonly plaintext?: boolean;
  readonly maxTasks: number;
  readonly gracePeriod: number;
  readonly statusHost: string;
  readonly statusPort?: number;
}

const EXAMPLES = `
Examples:
  # for a TaskManager of this machine or pod
  tsflink worker --token-file token

  # for a cluster
  tsflink worker --host 0.0.0.0 --token-file token --tls-cert tls.crt --tls-key tls.key --status-port 6151

The token may be in the environment variable TSFLINK_WORKER_TOKEN instead of a file.
`;

/** `tsflink worker`: serves workers to TaskManagers whose functions run in the external engine. */
export const worker: AddCommand = (program, console) => {
  const command = program
    .command('worker')
    .description('run functions for TaskManagers elsewhere: the workers of the external engine')
    .option('--host <address>', 'the address that it listens on', '127.0.0.1')
    .option('--port <number>', 'the port; 0 for any that is free', number(0, 65_535), 6150)
    .option('--token-file <file>', 'has the token that callers must know')
    .option('--tls-cert <file>', 'its certificate, with those above it, PEM')
    .option('--tls-key <file>', 'the private key of its certificate, PEM')
    .option('--tls-client-ca <file>', 'callers need a certificate that is signed by one of these, PEM')
    .option('--plaintext', 'without TLS: where only this machine listens in, or a service mesh does it')
    .option('--max-tasks <number>', 'how many tasks may run at once, a process each', number(1, 10_000), 16)
    .option('--grace-period <seconds>', 'how long tasks may go on after SIGTERM', number(0, 86_400), 10)
    .option('--status-host <address>', 'the address of health and metrics', '127.0.0.1')
    .option('--status-port <number>', 'tell health and metrics over HTTP', number(0, 65_535))
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      const token = await readToken(options, command);
      const tls = await readTls(options, command);
      const log = boundedLog((line) => console.err(`${line}\n`));
      const { host, port, maxTasks, statusHost, statusPort } = options;
      const server = await startWorkerServer({
        host,
        port,
        token,
        tls,
        maxTasks,
        gracePeriod: options.gracePeriod * 1000,
        status: statusPort === undefined ? undefined : { host: statusHost, port: statusPort },
        log,
      });
      const where = { host, port: server.port, tls: tls !== undefined, statusPort: server.statusPort };
      console.out(`${JSON.stringify({ listening: where })}\n`);
      await untilEnd(server.stop, log);
    });
};

function number(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It is to be a whole number from ${least} to ${most}.`);
  };
}

async function readToken({ tokenFile }: Options, command: Command): Promise<string> {
  const given = tokenFile === undefined ? process.env.TSFLINK_WORKER_TOKEN : await readFile(tokenFile, 'utf8');
  const token = given?.trim() ?? '';
  if (token.length >= SHORTEST_TOKEN) return token;
  return command.error(
    `error: a worker needs a token of ${SHORTEST_TOKEN} characters or more, in --token-file or TSFLINK_WORKER_TOKEN: whoever knows it runs code here`,
    { exitCode: 2 },
  );
}

async function readTls(options: Options, command: Command): Promise<TlsOptions | undefined> {
  const { host, plaintext, tlsCert, tlsKey, tlsClientCa } = options;
  if (tlsCert !== undefined && tlsKey !== undefined) {
    const [cert, key, clientCa] = await Promise.all([
      readFile(tlsCert),
      readFile(tlsKey),
      tlsClientCa === undefined ? undefined : readFile(tlsClientCa),
    ]);
    return { cert, key, clientCa };
  }
  if (tlsCert !== undefined || tlsKey !== undefined || tlsClientCa !== undefined) {
    command.error('error: --tls-cert and --tls-key go together', { exitCode: 2 });
  }
  if (!plaintext && !isLoopback(host)) {
    command.error(
      `error: on ${host} others can listen in: give --tls-cert and --tls-key, or say --plaintext where that is not so`,
      { exitCode: 2 },
    );
  }
  return undefined;
}

async function untilEnd(stop: (gracePeriod?: number) => Promise<void>, log: (line: string) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let asked = false;
    const end = (signal: NodeJS.Signals) => {
      log(asked ? `${signal} again: ends its tasks` : `${signal}: takes no more tasks`);
      stop(asked ? 0 : undefined).then(resolve, reject);
      asked = true;
    };
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
  });
}
