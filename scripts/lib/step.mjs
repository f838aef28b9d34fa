import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const logs = join(root, '.cache', 'logs');

/** A failure that is told in a sentence or two, without a stack. */
export class StepError extends Error {
  constructor(message, hint) {
    super(hint ? `${message}\n  ${hint}` : message);
  }
}

/**
 * Runs a command as a step: shows its title and time, keeps its output in a file, and shows the end of it on failure.
 * @param {string} title
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, explain?: (output: string) => StepError | undefined }} options
 */
export async function step(title, command, { cwd = root, env = process.env, explain } = {}) {
  mkdirSync(logs, { recursive: true });
  const file = join(logs, `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.log`);
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  const live = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r… ${title} (${seconds()})`), 1000)
    : null;
  if (!live) console.log(`… ${title}`);
  const status = await run(command, cwd, env, file);
  if (live) clearInterval(live);
  if (live) process.stdout.write('\r');
  if (status !== 0) {
    const output = readFileSync(file, 'utf8');
    const known = explain?.(output);
    console.log(`✗ ${title} (${seconds()})`);
    if (known) throw known;
    const tail = output.trimEnd().split('\n').slice(-25).join('\n');
    throw new StepError(
      `${tail}\n\n${title} failed (${command.join(' ')}: exit status ${status}).`,
      `All of its output: ${file}`,
    );
  }
  console.log(`✓ ${title} (${seconds()})    `);
}

function run([program, ...args], cwd, env, file) {
  return new Promise((resolve, reject) => {
    const output = createWriteStream(file);
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    child.once('error', reject);
    child.once('close', (code, signal) => output.end(() => resolve(code ?? signal)));
  });
}

/** Runs the main function of a script; a StepError ends it with its message and status 1. */
export function main(run) {
  run().catch((error) => {
    console.error(error instanceof StepError ? `\n${error.message}` : error);
    process.exit(1);
  });
}
