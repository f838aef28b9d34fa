import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { BundleError } from '../errors.js';
import type { BundledFile } from '../files/layout.js';
import type { Script } from './bundle.js';

/** How long a script may take to load, in milliseconds. */
const LOAD_TIMEOUT = 20_000;

/** What the thread answers: nothing, or what went wrong. */
type Answer = string | null;

/** Loads the script as Flink's tasks do, with the global that tells `tsflink` that it is not to run jobs. */
const ANSWER = `(load) => {
  globalThis.__tsflinkTask = true;
  try {
    const module = { exports: {} };
    const own = load.directory && require('node:module').createRequire(load.directory + '/');
    const find = (id) => (own && id.startsWith('./node_modules/') ? own : require)(id);
    new Function('module', 'exports', 'require', '__dirname', load.code)(module, module.exports, find, load.directory);
    for (const name of load.exports) if (module.exports[name]?.udf?.fn === undefined) throw new Error(name + ' is missing');
    return null;
  } catch (error) {
    return error instanceof Error ? error.name + ': ' + error.message : String(error);
  }
}`;

/** A handle that a module opens does not keep the thread alive: it is ended as soon as it has answered. */
const THREAD = `const { parentPort, workerData } = require('node:worker_threads');
parentPort.postMessage((${ANSWER})(workerData));`;

/** Native code may not like threads, and may take all down with it. */
const PROCESS = `process.once('message', (load) => process.send((${ANSWER})(load)));`;

/** Loads a script in a thread of its own, so that what does not load is refused here and not in Flink. */
export async function verify(
  { code, files, nativePackages }: Script,
  functions: readonly { name: string; export: string }[],
): Promise<void> {
  const directory = files.length > 0 ? layOut(files) : '';
  const exports = functions.map((fn) => fn.export);
  const load = nativePackages.length > 0 ? loadInProcess : loadInThread;
  const answer = await load({ code: Buffer.from(code).toString(), exports, directory });
  if (directory) fs.rmSync(directory, { recursive: true, force: true });
  if (answer === null) return;
  throw new BundleError(
    'FUNCTION_LOAD_FAILED',
    `Function ${functions.map(({ name }) => name).join(', ')} fails when it is loaded: ${answer}`,
    'Modules that a function imports are loaded inside Flink too: they must not run a job, or depend on where they are.',
  );
}

/** Puts files into a directory as they are in a task. */
function layOut(files: readonly BundledFile[]): string {
  const directory = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tsflink-files-'));
  for (const { path: name, file } of files) {
    const target = path.join(directory, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(file, target, fs.constants.COPYFILE_FICLONE);
  }
  return directory;
}

interface Load {
  readonly code: string;
  readonly exports: readonly string[];
  readonly directory: string;
}

function loadInThread(workerData: Load): Promise<Answer> {
  const worker = new Worker(THREAD, { eval: true, workerData, execArgv: [], stdout: true, stderr: true });
  return answerOf(worker, () => void worker.terminate());
}

function loadInProcess(data: Load): Promise<Answer> {
  const child = spawn(process.execPath, ['-e', PROCESS], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.send(data, () => {}); // if it has ended, it says so itself
  return answerOf(child, () => child.kill('SIGKILL'));
}

function answerOf(loads: Worker | ChildProcess, end: () => void): Promise<Answer> {
  return new Promise((resolve) => {
    const answered = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
      end();
    };
    const timer = setTimeout(() => answered(`it did not load within ${LOAD_TIMEOUT / 1000} s`), LOAD_TIMEOUT);
    loads.once('message', answered);
    loads.once('error', (error: Error) => answered(error.message));
    loads.once('exit', (status: number | null, signal?: string | null) =>
      answered(`it ended the process (${signal ?? `exit status ${status}`})`),
    );
  });
}
