import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { noSpace } from '../errors/no-space.js';
import { ServerError } from '../errors/server-error.js';
import { lastLines, runTool } from '../process/run-tool.js';
import type { ServerOptions } from '../process/server-options.js';
import { ServerProcess } from '../process/server-process.js';
import { startOnPorts } from '../process/start-on-ports.js';
import { mariaDbInstallation } from './installation.js';

/** A MariaDB server on a loopback port, with one database and one user who may use that only. */
export class MariaDbServer {
  readonly #process: ServerProcess;

  private constructor(
    process: ServerProcess,
    /** The loopback port. */
    readonly port: number,
    /** The user's password, made for this server. */
    readonly password: string,
  ) {
    this.#process = process;
  }

  /** The name of the database. */
  readonly database = 'flink';
  /** The name of the user. */
  readonly user = 'flink';

  /** The JDBC address of the database, for Flink's MySQL dialect. */
  get jdbcUrl(): string {
    return `jdbc:mysql://127.0.0.1:${this.port}/${this.database}`;
  }

  /**
   * Starts a server with its data in `directory` and its log in `logs`; fetches MariaDB first if needed.
   *
   * @throws ServerError see `ServerErrorCode`
   */
  static async start(options: ServerOptions): Promise<MariaDbServer> {
    const installation = await mariaDbInstallation();
    await mkdir(options.directory, { recursive: true });
    const data = join(options.directory, 'data');
    const common = ['--no-defaults', `--basedir=${installation}`, `--datadir=${data}`, '--innodb-log-file-size=16M'];
    // As root, the server runs only when told so in words.
    if (process.getuid?.() === 0) common.push(`--user=${userInfo().username}`);
    await install(installation, common);
    return startOnPorts('MariaDB', options.port, ([port]) => MariaDbServer.#start(installation, common, options, port));
  }

  static async #start(
    installation: string,
    common: readonly string[],
    { directory, logs }: ServerOptions,
    port: number,
  ): Promise<MariaDbServer> {
    const password = randomBytes(18).toString('base64url');
    const init = join(directory, 'init.sql');
    await writeFile(init, initialisation(password), { mode: 0o600 });
    const process = ServerProcess.start({
      name: 'MariaDB',
      command: join(installation, 'bin', 'mariadbd'),
      args: [
        ...common,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        '--skip-name-resolve',
        // Else it makes itself a certificate at each start, which takes ten seconds.
        '--skip-ssl',
        // Nobody connects by it, and the path of a socket may only be 107 characters long.
        '--socket=',
        `--pid-file=${join(directory, 'mariadb.pid')}`,
        `--init-file=${init}`,
        '--character-set-server=utf8mb4',
        '--innodb-flush-log-at-trx-commit=2',
        '--innodb-buffer-pool-size=64M',
      ],
      logFile: join(logs, 'mariadb.log'),
    });
    const server = new MariaDbServer(process, port, password);
    await process.ready(async () => (await server.connect()).end());
    return server;
  }

  /** The process id of the server. */
  get pid(): number {
    return this.#process.pid;
  }

  /** A connection to the database; the caller ends it. */
  connect(): Promise<Connection> {
    const { port, user, password, database } = this;
    return createConnection({ host: '127.0.0.1', port, user, password, database, connectTimeout: 5_000 });
  }

  /** @throws ServerError `SERVER_ENDED` when the server ended by itself */
  assertRunning(): void {
    this.#process.assertRunning();
  }

  /** Stops the server; resolves when its process is gone. */
  stop(): Promise<void> {
    return this.#process.stop();
  }
}

async function install(installation: string, common: readonly string[]): Promise<void> {
  const tool = join(installation, 'scripts', 'mariadb-install-db');
  const args = [
    ...common,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    '--force',
  ];
  const { status, output, error } = await runTool(tool, args, { cwd: installation });
  if (status === 0) return;
  throw (
    noSpace(new Error(output), installation) ??
    new ServerError(
      'SERVER_NOT_STARTED',
      `MariaDB could not create its system tables${error ? `: ${error}` : ''}.\n${lastLines(output)}`,
      'If a library is missing, install it; else remove the data directory and try again.',
    )
  );
}

/** Run by the server with all rights at each start: our user only, and nobody without a password. */
function initialisation(password: string): string {
  return [
    'CREATE DATABASE IF NOT EXISTS flink;',
    "DELETE FROM mysql.global_priv WHERE User IN ('root', '');",
    'FLUSH PRIVILEGES;',
    `CREATE OR REPLACE USER flink@'127.0.0.1' IDENTIFIED BY '${password}';`,
    "GRANT ALL ON flink.* TO flink@'127.0.0.1';",
    '',
  ].join('\n');
}
