// A worker of the process engine: `node tsflink-worker.cjs`, started by a TaskManager (org.tsflink.runtime.worker), which
// writes one line to its standard input, as {@link Parent} says, and reads one line from its standard output. A worker
// ends when its standard input does.
import process from 'node:process';
import { isMainThread, MessageChannel, type MessagePort, Worker, workerData } from 'node:worker_threads';
import { runFunctions } from './functions-thread.js';
import { Inspection } from './inspection.js';
import type { Threads } from './messages.js';
import { serve } from './service-thread.js';

const OLDEST_NODE = [20, 19] as const;

interface Given {
  readonly functions: MessagePort;
  readonly answers: MessagePort;
  readonly threads: Threads;
  /** Where debuggers connect, if anywhere. */
  readonly inspector: string | undefined;
}

function shared(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4));
}

function isTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

function startThreads(): void {
  const exit = process.exit; // before the functions' fences take it away
  const requests = new MessageChannel();
  const answers = new MessageChannel();
  const threads: Threads = { answered: shared(), running: shared() };
  const inspection = Inspection.open(process.argv);
  const given: Given = { functions: requests.port2, answers: answers.port2, threads, inspector: inspection?.url };
  // The service is the thread that no function blocks.
  const service = new Worker(__filename, { workerData: given, transferList: [requests.port2, answers.port2] });
  service.once('error', (error) => {
    process.stderr.write(`${error.stack ?? error}\n`);
    exit(1);
  });
  inspection?.wait();
  runFunctions(requests.port1, answers.port1, threads, inspection);
}

if (!isMainThread) {
  const { functions, answers, threads, inspector } = workerData as Given;
  void serve(functions, answers, threads, inspector);
} else if (isTooOld()) {
  const error = `needs Node.js ${OLDEST_NODE.join('.')} or later, and is ${process.version} (tsflink.process.node)`;
  process.stdout.write(`${JSON.stringify({ error })}\n`);
} else {
  startThreads();
}
