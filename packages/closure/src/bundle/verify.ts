import { Worker } from 'node:worker_threads';
import { BundleError } from '../errors.js';

/** How long a script may take to load, in milliseconds. */
const LOAD_TIMEOUT = 20_000;

/** What the thread answers: nothing, or what went wrong. */
type Answer = string | null;

/**
 * Loads the script as Flink's tasks do, with the global that tells `tsflink` that it is not to run jobs. A handle that
 * a module opens does not keep the thread alive: it is ended as soon as it has answered.
 */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.__tsflinkTask = true;
let answer = null;
try {
  const module = { exports: {} };
  new Function('module', 'exports', 'require', workerData.code)(module, module.exports, require);
  for (const name of workerData.exports) if (module.exports[name]?.udf?.fn === undefined) throw new Error(name + ' is missing');
} catch (error) {
  answer = error instanceof Error ? error.name + ': ' + error.message : String(error);
}
parentPort.postMessage(answer);
`;

/** Loads a script in a thread of its own, so that what does not load is refused here and not in Flink. */
export async function verify(code: Uint8Array, functions: readonly { name: string; export: string }[]): Promise<void> {
  const answer = await load(
    Buffer.from(code).toString(),
    functions.map((fn) => fn.export),
  );
  if (answer === null) return;
  throw new BundleError(
    'FUNCTION_LOAD_FAILED',
    `Function ${functions.map(({ name }) => name).join(', ')} fails when it is loaded: ${answer}`,
    'Modules that a function imports are loaded inside Flink too: they must not run a job, or depend on where they are.',
  );
}

function load(code: string, exports: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: { code, exports },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const answered = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => answered(`it did not load within ${LOAD_TIMEOUT / 1000} s`), LOAD_TIMEOUT);
    worker.once('message', answered);
    worker.once('error', (error: Error) => answered(error.message));
    worker.once('exit', (status) => answered(`it ended the process (exit status ${status})`));
  });
}
