import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheDirectory } from '../artifacts/cache.js';
import { runTool } from '../process/run-tool.js';
import type { ClusterOptions } from './cluster-options.js';
import { SessionCluster } from './session-cluster.js';

/** A cluster that outlives the process that started it. */
interface State {
  readonly url: string;
  readonly pids: readonly number[];
}

const directory = () => join(cacheDirectory(), 'cluster');
const stateFile = () => join(directory(), 'cluster.json');
const GRACE_MS = 10_000;

/** Starts the cluster; tells where it is. */
export async function startCluster(options: Omit<ClusterOptions, 'directory' | 'logs' | 'daemon'>): Promise<string> {
  const running = await read();
  if (running) return `A cluster runs already: ${running.url}. Stop it first: npm run cluster -- stop`;
  const logs = join(directory(), 'logs');
  await rm(directory(), { recursive: true, force: true });
  const cluster = await SessionCluster.start({ ...options, directory: directory(), logs, daemon: true });
  await writeFile(stateFile(), JSON.stringify({ url: cluster.url, pids: cluster.pids } satisfies State));
  return `The cluster runs: ${cluster.url} (its web dashboard, too).\nLogs: ${logs}`;
}

/** Stops the cluster; resolves when its processes are gone. */
export async function stopCluster(): Promise<string> {
  const state = await read();
  if (!state) return 'No cluster runs.';
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of await alive(state.pids)) process.kill(pid, signal);
    for (const end = Date.now() + GRACE_MS; Date.now() < end; await sleep(100)) {
      if ((await alive(state.pids)).length > 0) continue;
      await rm(directory(), { recursive: true, force: true });
      return 'The cluster was stopped.';
    }
  }
  return `Processes that did not stop: ${(await alive(state.pids)).join(', ')}.`;
}

/** Tells whether the cluster runs, and where. */
export async function clusterStatus(): Promise<string> {
  const state = await read();
  return state ? `The cluster runs: ${state.url} (process ids ${state.pids.join(', ')}).` : 'No cluster runs.';
}

async function read(): Promise<State | undefined> {
  try {
    const state = JSON.parse(await readFile(stateFile(), 'utf8')) as State;
    return (await alive(state.pids)).length > 0 ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Those of the processes that are there, and are Flink's: a process id may have been given to another one since. */
async function alive(pids: readonly number[]): Promise<number[]> {
  const { output } = await runTool('ps', ['-o', 'pid=,args=', '-p', pids.join(',')]);
  return output
    .split('\n')
    .filter((line) => line.includes('org.apache.flink.runtime'))
    .map((line) => Number.parseInt(line, 10));
}
