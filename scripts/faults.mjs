// npm run faults [-- --rounds 10]: everything that can go wrong with a process of the process engine, again and again.
// Needs a build. Counts how often each test has passed and failed.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { maven } from './lib/maven.mjs';
import { main, root, StepError } from './lib/step.mjs';
import { surefireReports, surefireTests } from './lib/surefire.mjs';

const JAVA = 'WorkerFaultsTest';
const INTEGRATION = 'tests/integration/process-engine.test.ts';
const runtime = join(root, 'jvm', 'runtime');
const report = join(root, '.cache', 'test-reports', 'faults.json');

main(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
  const rounds = Number(values.rounds);
  if (!(rounds >= 1)) throw new StepError(`'${values.rounds}' is no number of rounds.`);
  /** @type {Map<string, { passed: number, failed: number }>} */
  const counts = new Map();
  const count = (name, passed) => {
    const own = counts.get(name) ?? { passed: 0, failed: 0 };
    own[passed ? 'passed' : 'failed']++;
    counts.set(name, own);
  };
  for (let round = 1; round <= rounds; round++) {
    for (const [name, passed] of [...java(), ...integration()]) count(name, passed);
    const left = workers();
    count('nothing is left running', left.length === 0);
    if (left.length > 0) console.log(`Left: ${left.join(', ')}`);
    const failed = [...counts].filter(([, { failed }]) => failed > 0).map(([name]) => name);
    console.log(`round ${round} of ${rounds}: ${counts.size} tests, failed so far: ${failed.join('; ') || 'none'}`);
  }
  for (const [name, { passed, failed }] of counts) console.log(`${passed} passed, ${failed} failed: ${name}`);
  process.exit([...counts.values()].every(({ failed }) => failed === 0) ? 0 : 1);
});

/** Name and success of each test in Java; each is run twice, once by either execution of its module. */
function java() {
  rmSync(join(runtime, 'target', 'surefire-reports'), { recursive: true, force: true });
  const args = [`-Dtest=${JAVA}`, '-Dsurefire.failIfNoSpecifiedTests=false', '-pl', 'runtime', '-am'];
  run(maven()[0], ['-B', '-q', 'test', ...args], join(root, 'jvm'));
  const tests = surefireReports(runtime).flatMap(surefireTests);
  if (tests.length === 0) throw new StepError(`${JAVA} did not run; what Maven said is above.`);
  return tests.map(({ name, failed }) => [`${JAVA}: ${name}`, !failed]);
}

/** The same of each test on a real Flink. */
function integration() {
  rmSync(report, { force: true });
  const reporters = ['--reporter=json', `--outputFile=${report}`];
  run('npx', ['--no-install', 'vitest', 'run', '--project', 'integration', INTEGRATION, ...reporters], root);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status }) => [fullName, status === 'passed']),
  );
}

/** Workers, and the shells beside them, whose TaskManager is gone. */
function workers() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
        return parent === '1' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('tsflink-worker-');
      } catch {
        return false; // It has ended.
      }
    });
}

function run(program, args, cwd) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) console.log(`${stdout}\n${stderr}`.slice(-20_000));
}
