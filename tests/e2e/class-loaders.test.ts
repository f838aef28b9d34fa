import { fileURLToPath } from 'node:url';
import { createWorkDirectory, jvmUsage, removeWorkDirectory, SessionCluster } from '@tsflink/servers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queries } from '../soak/functions.js';
import { Soak } from '../soak/soak.js';

const LOGS = fileURLToPath(new URL('../../.cache/logs/e2e', import.meta.url));

let directory: string;
let cluster: SessionCluster;

beforeAll(async () => {
  directory = await createWorkDirectory();
  cluster = await SessionCluster.start({
    directory,
    logs: LOGS,
    taskManagers: 1,
    // Flink holds the classes that it generates softly; here they go at once.
    taskManagerOptions: ['-XX:SoftRefLRUPolicyMSPerMB=0'],
  });
}, 120_000);

afterAll(async () => {
  await cluster?.stop();
  await removeWorkDirectory(directory);
});

/** One of each engine part that a job starts: the rest is the soak's. */
const kinds = [
  'scalar, STRING',
  'asynchronous scalar',
  'vectorised',
  'table',
  'aggregate',
  'process table, a view',
].map((kind) => queries[kind] as string);

it('jobs that bring the runtime along leave nothing of it in the TaskManager', async () => {
  const [first, second] = [new Soak(cluster, false), new Soak(cluster, false)];
  for (const query of kinds) {
    // Two at once: what one starts must not outlive it in the other.
    await Promise.all([first.run(query, 100), second.run(query, 100_000)]);
    await first.run(query, 100);
  }
  const loaders = async () => (await jvmUsage(cluster.pids[1] as number)).jobClassLoaders;
  await expect.poll(loaders, { timeout: 60_000, interval: 500 }).toBe(0);
  const { threads, files } = await jvmUsage(cluster.pids[1] as number);
  for (const query of kinds) await first.run(query, 100);
  await expect.poll(loaders, { timeout: 60_000, interval: 500 }).toBe(0);
  const after = await jvmUsage(cluster.pids[1] as number);
  expect(after.threads).toBeLessThanOrEqual(threads + 2);
  expect(after.files).toBeLessThanOrEqual(files + 5);
  await Promise.all([first.tEnv.close(), second.tEnv.close()]);
});
