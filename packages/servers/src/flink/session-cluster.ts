import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from '../process/free-ports.js';
import { jdkTool } from '../process/jdk.js';
import { ServerProcess } from '../process/server-process.js';
import { startOnPorts } from '../process/start-on-ports.js';
import { clusterConfig, JOB_MANAGER_MEMORY, TASK_MANAGER_MEMORY } from './cluster-config.js';
import type { ClusterOptions } from './cluster-options.js';
import { distribution } from './distribution.js';

const JOB_MANAGER = 'org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint';
const TASK_MANAGER = 'org.apache.flink.runtime.taskexecutor.TaskManagerRunner';

/** A Flink session cluster: a JobManager and TaskManagers, each a process of its own. */
export class SessionCluster {
  readonly #jobManager: ServerProcess;
  readonly #taskManagers: readonly ServerProcess[];

  private constructor(
    jobManager: ServerProcess,
    taskManagers: readonly ServerProcess[],
    /** The loopback port of the REST interface. */
    readonly port: number,
  ) {
    this.#jobManager = jobManager;
    this.#taskManagers = taskManagers;
  }

  /**
   * Starts a cluster from the jars of the distribution; it is ready when all TaskManagers have registered.
   *
   * @throws ServerError see `ServerErrorCode`
   */
  static async start(options: ClusterOptions): Promise<SessionCluster> {
    const home = distribution();
    return startOnPorts("Flink's REST interface", options.port, ([rest]) => SessionCluster.#start(home, rest, options));
  }

  static async #start(home: string, rest: number, options: ClusterOptions): Promise<SessionCluster> {
    const { directory, taskManagers = 2, slots = 4 } = options;
    const [rpc = 0, blob = 0] = await freePorts(2);
    const temporary = join(directory, 'tmp');
    await mkdir(temporary, { recursive: true });
    await writeFile(join(directory, 'config.yaml'), clusterConfig({ rest, rpc, blob }, { slots, temporary }));

    const start = (name: string, jvm: readonly string[], main: string) => run(home, options, name, jvm, main);
    const taskManager = [...TASK_MANAGER_MEMORY, ...(options.taskManagerOptions ?? [])];
    const cluster = new SessionCluster(
      start('jobmanager', JOB_MANAGER_MEMORY, JOB_MANAGER),
      Array.from({ length: taskManagers }, (_, i) => start(`taskmanager-${i + 1}`, taskManager, TASK_MANAGER)),
      rest,
    );
    try {
      await cluster.#jobManager.ready(() => cluster.overview());
      for (const [i, taskManager] of cluster.#taskManagers.entries()) {
        await taskManager.ready(() => cluster.#hasTaskManagers(i + 1));
      }
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** The address of the REST interface and of the web dashboard. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The process ids, the JobManager's first. */
  get pids(): number[] {
    return [this.#jobManager, ...this.#taskManagers].map(({ pid }) => pid);
  }

  /** What the cluster has, as its REST interface tells. */
  async overview(): Promise<{ taskmanagers: number; 'slots-total': number; 'jobs-running': number }> {
    const response = await fetch(`${this.url}/overview`, { signal: AbortSignal.timeout(2_000) });
    return (await response.json()) as Awaited<ReturnType<SessionCluster['overview']>>;
  }

  /** @throws ServerError `SERVER_ENDED` when one of the processes ended by itself */
  assertRunning(): void {
    for (const process of [this.#jobManager, ...this.#taskManagers]) process.assertRunning();
  }

  /** Stops all processes; resolves when they are gone. */
  async stop(): Promise<void> {
    await Promise.all(this.#taskManagers.map((taskManager) => taskManager.stop()));
    await this.#jobManager.stop();
  }

  async #hasTaskManagers(count: number): Promise<void> {
    const { taskmanagers } = await this.overview();
    // Not an error of the user: `ready` asks again until its time is over.
    if (taskmanagers < count) throw new RangeError(`${taskmanagers} of ${count} TaskManagers have registered`);
  }
}

function run(home: string, options: ClusterOptions, name: string, jvm: readonly string[], main: string): ServerProcess {
  const lib = (part: string) => join(home, 'lib', part, '*');
  const classPath = options.withRuntime ? [lib('flink'), lib('runtime')] : [lib('flink')];
  return ServerProcess.start({
    name: `Flink's ${name}`,
    command: jdkTool('java'),
    args: [
      ...jvm,
      '-XX:+UseSerialGC',
      `@${join(home, 'conf', 'jvm17.opts')}`,
      `-Dlog4j2.configurationFile=${join(home, 'conf', 'log4j2.properties')}`,
      '-cp',
      classPath.join(':'),
      main,
      '--configDir',
      options.directory,
    ],
    env: { FLINK_CONF_DIR: options.directory, FLINK_LIB_DIR: join(home, 'lib', 'flink') },
    logFile: join(options.logs, `${name}.log`),
    ...(options.daemon ? { daemon: true } : {}),
  });
}
