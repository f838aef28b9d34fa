// Builds everything from a fresh clone: npm packages, TypeScript, the jars, the distribution in jvm/dist/target/tsflink.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { explainMaven, maven } from './lib/maven.mjs';
import { main, root, step } from './lib/step.mjs';

/** Whether node_modules is at least as new as the lock file. */
function installed() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Installs the npm packages of the lock file, unless they are. */
export async function install() {
  if (!installed()) await step('Install npm packages', ['npm', 'ci', '--no-audit', '--no-fund']);
}

export async function build() {
  const mvn = maven();
  await install();
  await step('Build TypeScript', ['npm', 'run', '--silent', 'build:ts']);
  await step('Build the jars', [...mvn, '-B', '-ntp', 'package', '-DskipTests'], {
    cwd: join(root, 'jvm'),
    explain: explainMaven,
  });
}

if (process.argv[1] === import.meta.filename) main(build);
