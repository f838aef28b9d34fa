// The load generator, as a process of its own: its work must not disturb what it measures, nor the terminal.
// It is forked with LoadOptions as its argument, sends LoadReports, and ends at a 'stop' or with its parent.
import { setTimeout as sleep } from 'node:timers/promises';
import { Producer } from '@platformatic/kafka';
import { Expected } from './expected.js';
import { LineGenerator } from './line-generator.js';
import type { LoadOptions, LoadReport } from './load-options.js';

const TICK_MS = 20;
const MAX_BATCH = 4_000;
const REPORT_MS = 250;

const options = JSON.parse(process.argv[2] ?? '{}') as LoadOptions;
const generator = new LineGenerator(options);
const expected = new Expected();
let sent = 0;
let batches = 0;
let stopped = false;

process.on('message', () => {
  stopped = true;
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C in the terminal reaches this process too: its parent decides when to stop.
process.on('SIGINT', () => {});

try {
  const reports = setInterval(report, REPORT_MS);
  await produce();
  clearInterval(reports);
  const statistics = [...expected.statistics()];
  report({
    expected: statistics.map(([province, { accessCount, totalDownload, downloadSpeed }]) => [
      province,
      `${accessCount}`,
      `${totalDownload}`,
      downloadSpeed,
    ]),
  });
} catch (error) {
  report({ error: error instanceof Error ? error.message : String(error) });
}
process.disconnect();

async function produce(): Promise<void> {
  const producer = new Producer({
    clientId: 'cdn-load',
    bootstrapBrokers: [options.bootstrapServers],
    acks: 1,
    // A line that is sent again could be counted twice: better to fail.
    retries: 0,
    timeout: 30_000,
  });
  const started = performance.now();
  while (!stopped && (options.rows === 0 || sent < options.rows)) {
    const now = performance.now();
    const due = options.rate === 0 ? Number.POSITIVE_INFINITY : ((now - started) / 1000) * options.rate - sent;
    const left = options.rows === 0 ? Number.POSITIVE_INFINITY : options.rows - sent;
    const size = Math.floor(Math.min(due, left, MAX_BATCH));
    if (size > 0) await sendBatch(producer, size);
    if (size < MAX_BATCH && options.rate > 0) await sleep(Math.max(0, now + TICK_MS - performance.now()));
  }
  await producer.close();
}

/** A batch goes to one partition, as with Kafka's sticky partitioner; the next batch to the next. */
async function sendBatch(producer: Producer, size: number): Promise<void> {
  const partition = batches++ % options.partitions;
  const lines = Array.from({ length: size }, () => generator.next());
  await producer.send({
    messages: lines.map((line) => ({ topic: options.topic, partition, value: Buffer.from(line) })),
  });
  for (const line of lines) expected.add(line);
  sent += size;
}

function report(more: Partial<LoadReport> = {}): void {
  process.send?.({ sent, counted: expected.counted, ...more } satisfies LoadReport);
}
