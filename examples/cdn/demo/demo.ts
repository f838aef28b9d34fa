import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createWorkDirectory,
  fetchArtifact,
  KafkaServer,
  MariaDbServer,
  mariaDbInstallation,
  removeWorkDirectory,
  SessionCluster,
} from '@tsflink/servers';
import { LoadProcess } from '../load/load-process.js';
import { inChinese } from '../service/names.js';
import { differences } from './compare.js';
import { startJob } from './job-process.js';
import { LiveView, table } from './live-view.js';
import type { DemoOptions } from './options.js';
import { startProvinceService } from './province-service-process.js';
import { Rate } from './rate.js';
import { type Statistics, StatisticsTable, totalCount } from './statistics-table.js';
import { step } from './steps.js';

const TOPIC = 'access_log';
const PARTITIONS = 2;
const REFRESH_MS = 1_000;
/** For how long the count may stand still before the rest is given up. */
const STALLED_MS = 30_000;

/**
 * The whole demo; resolves to whether every row was right. What it started has ended when it resolves or throws.
 *
 * @param logs the directory for the logs of all that is started
 * @param interrupted never resolves, and rejects when the user wants it to end
 */
export async function runDemo(options: DemoOptions, logs: string, interrupted: Promise<never>): Promise<boolean> {
  const closers: (() => Promise<unknown>)[] = [];
  const orEnd = <T>(work: Promise<T>): Promise<T> => Promise.race([work, interrupted]);
  const started = async <T>(title: string, start: () => Promise<T>, stop: (it: T) => Promise<unknown>): Promise<T> => {
    const it = await orEnd(step(title, start));
    closers.push(() => stop(it));
    return it;
  };

  try {
    const directory = await createWorkDirectory();
    closers.push(() => removeWorkDirectory(directory));
    await orEnd(step('Fetch Kafka', () => fetchArtifact('kafka')));
    await orEnd(step('Fetch MariaDB', () => mariaDbInstallation()));

    const place = (name: string) => ({ directory: join(directory, name), logs });
    const database = await started(
      'Start MariaDB',
      () => MariaDbServer.start(place('mariadb')),
      (it) => it.stop(),
    );
    const kafka = await started(
      'Start Kafka',
      () => KafkaServer.start(place('kafka')),
      (it) => it.stop(),
    );
    const cluster =
      options.target === 'remote'
        ? await started(
            'Start a Flink cluster',
            () => SessionCluster.start(place('flink')),
            (it) => it.stop(),
          )
        : undefined;
    const service = options.async
      ? await started(
          'Start the province service',
          () => startProvinceService(logs),
          (it) => it.process.stop(),
        )
      : undefined;
    await orEnd(kafka.createTopic(TOPIC, PARTITIONS));
    const statistics = await orEnd(StatisticsTable.create(database));
    closers.push(() => statistics.close());

    const restAddress = cluster ? { restAddress: `127.0.0.1:${cluster.port}` } : {};
    const { process: job, dashboard } = await started(
      `Submit ${options.typed ? 'job-typed.ts' : 'job.ts'}`,
      () => startJob({ kafka, database, logs, typed: options.typed, provinceService: service?.url, ...restAddress }),
      (it) => it.process.stop(),
    );
    const load = LoadProcess.start({
      ...options,
      bootstrapServers: kafka.bootstrapServers,
      topic: TOPIC,
      partitions: PARTITIONS,
    });
    closers.push(async () => load.kill());

    const assertRunning = () => {
      for (const server of [database, kafka, cluster, service?.process, job]) server?.assertRunning();
    };
    const right = await orEnd(watch(options, { load, statistics, dashboard, assertRunning }));
    if (options.keep) {
      console.log(`Everything goes on until Ctrl-C. Kafka: ${kafka.bootstrapServers}, MariaDB: ${database.jdbcUrl}`);
      await interrupted.catch(() => {});
    }
    return right;
  } finally {
    for (const close of closers.reverse()) await close().catch(console.error);
  }
}

/** The parts of a running demo. */
interface Running {
  readonly load: LoadProcess;
  readonly statistics: StatisticsTable;
  readonly dashboard: string;
  readonly assertRunning: () => void;
}

/** Shows the statistics while lines are sent, waits for the tail, and compares. */
async function watch(options: DemoOptions, { load, statistics, dashboard, assertRunning }: Running): Promise<boolean> {
  const view = new LiveView(process.stdout, dashboard);
  if (!process.stdout.isTTY) console.log(`Flink's dashboard: ${dashboard}`);
  const [sentRate, countedRate] = [new Rate(), new Rate()];
  await load.started;
  const started = performance.now();
  let now: Statistics = new Map();
  const refresh = async (): Promise<number> => {
    assertRunning();
    now = await statistics.read();
    const counted = totalCount(now);
    view.show({
      elapsedSeconds: (performance.now() - started) / 1000,
      sent: load.sent,
      sentRate: sentRate.update(load.sent),
      counted,
      countedRate: countedRate.update(counted),
      statistics: now,
    });
    return counted;
  };

  const deadline = started + options.duration * 1000;
  while (!load.hasEnded && performance.now() < deadline) {
    await Promise.race([sleep(Math.min(REFRESH_MS, Math.max(0, deadline - performance.now()))), load.ended]);
    await refresh();
  }
  const expected = await load.stop();

  let counted = await refresh();
  for (let progress = performance.now(); counted < load.counted && performance.now() - progress < STALLED_MS; ) {
    await sleep(REFRESH_MS);
    const before = counted;
    counted = await refresh();
    if (counted !== before) progress = performance.now();
  }
  const seconds = (performance.now() - started) / 1000;
  // Counts are complete; a moment more, so that a row written twice would be seen.
  await sleep(REFRESH_MS);
  return report(options.async ? inChinese(expected) : expected, await statistics.read(), load, seconds);
}

function report(expected: Statistics, actual: Statistics, load: LoadProcess, seconds: number): boolean {
  const wrong = differences(expected, actual);
  const count = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 });
  console.log(
    `\n${count(load.sent)} lines in ${seconds.toFixed(1)} s: ${count(load.sent / seconds)} lines/s through Kafka, TypeScript and MariaDB; ${count(load.sent - load.counted)} malformed ones not counted.`,
  );
  if (wrong.length === 0) {
    console.log(`✓ All ${expected.size} rows in MariaDB are equal to an independent computation over the lines sent.`);
    return true;
  }
  const rows = (side: 'expected' | 'actual') =>
    table(new Map(wrong.flatMap((row) => (row[side] ? [[row.province, row[side]] as const] : [])))).join('\n');
  console.log(
    `✗ ${wrong.length} of ${expected.size} rows differ.\n\nExpected:\n${rows('expected')}\n\nIn MariaDB:\n${rows('actual')}`,
  );
  return false;
}
