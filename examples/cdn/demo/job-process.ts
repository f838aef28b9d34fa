import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type KafkaServer, type MariaDbServer, quote, ServerProcess } from '@tsflink/servers';

const START_MS = 120_000;

/** Which job to run, and on what. */
export interface JobOptions {
  readonly kafka: KafkaServer;
  readonly database: MariaDbServer;
  readonly logs: string;
  /** Runs job-typed.ts instead of job.ts. */
  readonly typed?: boolean;
  readonly topic?: string;
  readonly table?: string;
  /** The address of the service that the job asks for provinces; it knows them itself by default. */
  readonly provinceService?: string | undefined;
  readonly parallelism?: number;
  /** `host:port` of the session cluster to run it on; a MiniCluster of its own by default. */
  readonly restAddress?: string;
}

/** A job that was submitted by a process of its own, as a user would. */
export interface RunningJob {
  readonly process: ServerProcess;
  readonly jobId: string;
  /** The address of Flink's web dashboard. */
  readonly dashboard: string;
}

/**
 * Runs the program of the job, and waits until it has submitted it.
 *
 * @throws ServerError `SERVER_NOT_STARTED` with what the program printed
 */
export async function startJob(options: JobOptions): Promise<RunningJob> {
  const { kafka, database, logs, topic, table, provinceService, parallelism, restAddress } = options;
  const name = options.typed ? 'job-typed' : 'job';
  const logFile = join(logs, `${name}-${topic ?? 'access_log'}.log`);
  const args = [
    ['--bootstrap-servers', kafka.bootstrapServers],
    ['--jdbc-url', database.jdbcUrl],
    ['--jdbc-user', database.user],
    topic ? ['--topic', topic] : [],
    table ? ['--jdbc-table', table] : [],
    provinceService ? ['--province-service', provinceService] : [],
    parallelism ? ['--parallelism', `${parallelism}`] : [],
    restAddress ? ['--target', 'remote', '--rest-address', restAddress] : [],
  ].flat();
  const process_ = ServerProcess.start({
    name: `The job (${name}.ts)`,
    command: process.execPath,
    args: ['--import', 'tsx', fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url)), ...args],
    env: { CDN_JDBC_PASSWORD: database.password },
    logFile,
    excerpt: causeOf,
  });
  let announced: RegExpExecArray | null = null;
  await process_.ready(async () => {
    announced = /^Job (\S+) runs: (\S+)$/m.exec(readFileSync(logFile, 'utf8'));
    // Not an error of the user: `ready` asks again until its time is over.
    if (!announced) throw new RangeError('it has not submitted its job');
  }, START_MS);
  const [, jobId = '', dashboard = ''] = announced ?? [];
  return { process: process_, jobId, dashboard };
}

/** The error that ended a program, without the stack and the fields that Node prints after it. */
function causeOf(log: string): string {
  const lines = log.trimEnd().split('\n');
  const first = lines.findIndex((line) => /^\w*Error\b/.test(line));
  if (first < 0) return quote(lines.slice(-12));
  const end = lines.findIndex((line, i) => i > first && / {$/.test(line));
  return quote(lines.slice(first, end < 0 ? first + 12 : end + 1).map((line) => line.replace(/ {$/, '')));
}
