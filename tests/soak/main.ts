// `npm run soak`: many jobs and many rows on one cluster; memory, threads and open files must stay where they are.
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createWorkDirectory, type JvmUsage, jvmUsage, removeWorkDirectory, SessionCluster } from '@tsflink/servers';
import { queries } from './functions.js';
import { LiveHeap } from './live-heap.js';
import { Soak } from './soak.js';

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '200' },
    rows: { type: 'string', default: '50000000' },
    'with-runtime': { type: 'boolean', default: false },
    kinds: { type: 'string', default: '' },
    engine: { type: 'string', default: 'embedded' },
  },
});
const submissions = Number(values.submissions);
const rows = Number(values.rows);
const withRuntime = values['with-runtime'];
/** Those whose names begin so, with commas between; all if empty. */
const wanted = values.kinds.split(',');
const kinds = Object.entries(queries).filter(([name]) => wanted.some((prefix) => name.startsWith(prefix)));
/** Jobs until all that is made once has been made, and memory is as large as rows that flow want it. */
const WARM_UP = 40;
const WARM_UP_ROWS = 200_000;

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
const columns: readonly (readonly [string, (usage: JvmUsage) => string | number])[] = [
  ['RSS MB', ({ resident }) => megabytes(resident)],
  ['heap MB', ({ heap }) => megabytes(heap)],
  ['metaspace MB', ({ metaspace }) => megabytes(metaspace)],
  ['threads', ({ threads }) => threads],
  ['files', ({ files }) => files],
  ['class loaders', ({ jobClassLoaders }) => jobClassLoaders],
];

function printRow(name: string, cells: readonly (string | number)[]): void {
  console.log(
    `${name.padEnd(62)}${cells.map((cell, i) => String(cell).padStart((columns[i]?.[0].length ?? 0) + 3)).join('')}`,
  );
}

// Each thread of a job may have a heap of glibc's of its own, which keeps what is freed in it: about 0.3 MB more a job.
process.env.MALLOC_ARENA_MAX ??= '2';
const directory = await createWorkDirectory();
const logFile = `${directory}/logs/taskmanager-1.log`;
const cluster = await SessionCluster.start({
  directory: `${directory}/flink`,
  logs: `${directory}/logs`,
  taskManagers: 1,
  // The heap is resident from the start: growth of the process is growth outside of it.
  taskManagerOptions: ['-Xms512m', '-XX:+AlwaysPreTouch'],
  withRuntime,
});
try {
  await using soak = new Soak(cluster, withRuntime, values.engine === 'process' ? 'process' : 'embedded');
  const measure = async (name: string) => {
    const usage = await jvmUsage(cluster.pids[1] as number);
    printRow(
      name,
      columns.map(([, cell]) => cell(usage)),
    );
    return usage;
  };
  console.log(withRuntime ? 'The runtime is in lib/ of the cluster.' : 'Each job brings the runtime along.');
  printRow(
    'TaskManager after',
    columns.map(([title]) => title),
  );
  await measure('its start');
  let settled: JvmUsage | undefined;
  const grownHeaps: string[] = [];
  for (let i = 1; i <= submissions; i++) {
    await soak.run(kinds[i % kinds.length]?.[1] as string, i <= WARM_UP ? WARM_UP_ROWS : 1000);
    if (i === Math.min(WARM_UP, submissions)) settled = await measure(`${i} jobs`);
    else if (i % 20 === 0 || i === submissions) await measure(`${i} jobs`);
  }
  for (const [kind, query] of kinds) {
    const started = performance.now();
    const { size } = await stat(logFile);
    await soak.run(query, rows);
    const rate = Math.round(rows / (performance.now() - started));
    await measure(`${rows / 1e6} M rows: ${kind} (${rate}k/s)`);
    const heap = await LiveHeap.since(size, logFile);
    console.log(`    ${heap}`);
    if (heap.hasGrown) grownHeaps.push(kind);
  }
  // What Flink holds softly goes some seconds after the last job.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  const end = await measure('15 s of rest');
  verdict(settled as JvmUsage, end, grownHeaps);
} finally {
  await cluster.stop();
  await removeWorkDirectory(directory);
}

/** Exits with 1 if more is held than after the first jobs. */
function verdict(settled: JvmUsage, end: JvmUsage, grownHeaps: readonly string[]): void {
  const grown = [
    end.resident > settled.resident + 2 ** 26 && 'RSS',
    end.heap > settled.heap * 1.2 + 2 ** 24 && 'the heap',
    end.metaspace > settled.metaspace * 1.2 && 'metaspace',
    end.threads > settled.threads + 5 && 'threads',
    end.files > settled.files + 10 && 'open files',
    end.jobClassLoaders > 0 && 'class loaders of jobs',
    ...grownHeaps.map((kind) => `V8's heap (${kind})`),
  ].filter((what) => what !== false);
  console.log(grown.length === 0 ? '✓ Nothing has grown since the first jobs.' : `✗ Grown: ${grown.join(', ')}.`);
  if (grown.length > 0) process.exitCode = 1;
}
