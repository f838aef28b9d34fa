import { Worker } from 'node:worker_threads';
import type { FunctionEntry } from './bundle.js';
import { BundleError } from './errors.js';

/** How long a module may take to load, in milliseconds. */
const LOAD_TIMEOUT = 20_000;

/** What the thread answers: the export of each entry, or the stack of what went wrong. */
type Answer = { readonly exports: readonly (string | null)[] } | { readonly error: string };

/**
 * Loads the modules in a thread of their own, with the global that tells `tsflink` that it is not to run jobs, and
 * looks for the functions among the exports.
 */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.__tsflinkTask = true;
let answer;
try {
  const module = { exports: {} };
  new Function('module', 'exports', 'require', workerData.code)(module, module.exports, require);
  const find = ({ name, file }) => {
    const exported = Object.entries(module.exports['m' + workerData.files.indexOf(file)]);
    return exported.find(([, value]) => value?.udf?.name === name)?.[0] ?? null;
  };
  answer = { exports: workerData.entries.map(find) };
} catch (error) {
  answer = { error: error instanceof Error ? error.message : String(error) };
}
parentPort.postMessage(answer);
`;

/** The names under which the modules of a script (exports m0, m1 …) export the functions. */
export async function findExports(
  code: Uint8Array,
  entries: readonly FunctionEntry[],
  files: readonly string[],
): Promise<readonly string[]> {
  const answer = await load(Buffer.from(code).toString(), entries, files);
  if ('error' in answer) {
    throw new BundleError(
      'FUNCTION_LOAD_FAILED',
      `The module of function ${entries.map((e) => e.name).join(', ')} fails when it is loaded: ${answer.error}`,
      'A module with functions is loaded inside Flink too: it must not run a job, or depend on where it is loaded.',
    );
  }
  return answer.exports.map((found, i) => {
    const { name, file } = entries[i] as FunctionEntry;
    if (found !== null) return found;
    throw new BundleError(
      'FUNCTION_NOT_EXPORTED',
      `Function ${name} is not exported from ${file}`,
      `Write 'export const … = udf(…)' at the top level of the module, so that Flink's tasks can load it.`,
    );
  });
}

function load(code: string, entries: readonly FunctionEntry[], files: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const worker = new Worker(SCRIPT, { eval: true, workerData: { code, entries, files } });
    const answered = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => answered({ error: `it did not load within ${LOAD_TIMEOUT / 1000} s` }),
      LOAD_TIMEOUT,
    );
    worker.once('message', answered);
    worker.once('error', (error: Error) => answered({ error: error.message }));
    worker.once('exit', (status) => answered({ error: `it ended the process (exit status ${status})` }));
  });
}
