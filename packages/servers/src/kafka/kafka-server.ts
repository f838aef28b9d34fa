import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Admin } from '@platformatic/kafka';
import { fetchArtifact } from '../artifacts/fetch.js';
import { jdkTool, runJdkTool } from '../process/jdk.js';
import type { ServerOptions } from '../process/server-options.js';
import { ServerProcess } from '../process/server-process.js';
import { startOnPorts } from '../process/start-on-ports.js';
import { serverProperties } from './server-properties.js';

/** A Kafka broker (KRaft: broker and controller in one process) on a loopback port. */
export class KafkaServer {
  readonly #process: ServerProcess;

  private constructor(
    process: ServerProcess,
    /** What clients connect to: `127.0.0.1:<port>`. */
    readonly bootstrapServers: string,
  ) {
    this.#process = process;
  }

  /**
   * Starts a broker with its data in `directory` and its log in `logs`; fetches Kafka first if needed.
   *
   * @throws ServerError see `ServerErrorCode`
   */
  static async start(options: ServerOptions): Promise<KafkaServer> {
    const jars = await fetchArtifact('kafka');
    return startOnPorts('Kafka', options.port, ([port, controllerPort]) =>
      KafkaServer.#start(jars, options, port, controllerPort),
    );
  }

  static async #start(
    jars: string,
    { directory, logs }: ServerOptions,
    port: number,
    controllerPort: number,
  ): Promise<KafkaServer> {
    const data = join(directory, 'data');
    const properties = join(directory, 'server.properties');
    const logging = join(directory, 'log4j2.properties');
    await mkdir(directory, { recursive: true });
    await writeFile(properties, serverProperties({ port, controllerPort, data }));
    await writeFile(logging, LOGGING);
    const java = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError'];
    java.push(`-Dlog4j2.configurationFile=${logging}`, '-cp', join(jars, '*'));

    const clusterId = randomBytes(16).toString('base64url');
    const format = [
      ...java,
      'kafka.tools.StorageTool',
      'format',
      '--ignore-formatted',
      // In one word: an id may begin with a dash.
      `--cluster-id=${clusterId}`,
      '-c',
      properties,
    ];
    await runJdkTool("Formatting Kafka's storage", 'java', ['-XX:TieredStopAtLevel=1', ...format], directory);

    const process = ServerProcess.start({
      name: 'Kafka',
      command: jdkTool('java'),
      args: [...java, 'kafka.Kafka', properties],
      logFile: join(logs, 'kafka.log'),
    });
    const server = new KafkaServer(process, `127.0.0.1:${port}`);
    await process.ready(() => server.#withAdmin((admin) => admin.listTopics()));
    return server;
  }

  /** The process id of the broker. */
  get pid(): number {
    return this.#process.pid;
  }

  /** Creates a topic with one replica. */
  async createTopic(topic: string, partitions = 1): Promise<void> {
    await this.#withAdmin((admin) => admin.createTopics({ topics: [topic], partitions, replicas: 1 }));
  }

  /** @throws ServerError `SERVER_ENDED` when the broker ended by itself */
  assertRunning(): void {
    this.#process.assertRunning();
  }

  /** Stops the broker; resolves when its process is gone. */
  stop(): Promise<void> {
    return this.#process.stop();
  }

  async #withAdmin<T>(use: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = new Admin({
      clientId: 'tsflink-servers',
      bootstrapBrokers: [this.bootstrapServers],
      connectTimeout: 2_000,
      timeout: 10_000,
      retries: 1,
    });
    try {
      return await use(admin);
    } finally {
      await admin.close();
    }
  }
}

const LOGGING = `rootLogger.level = WARN
rootLogger.appenderRef.console.ref = console
appender.console.name = console
appender.console.type = Console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{HH:mm:ss.SSS} %-5p %c - %m%n
`;
