// Runs every suite from a fresh clone and ends with one line that sums them. `npm test -- unit java` runs only those.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { maven } from './lib/maven.mjs';
import { main, root, StepError } from './lib/step.mjs';
import { surefireReports, surefireTests } from './lib/surefire.mjs';

const reports = join(root, '.cache', 'test-reports');

/** What of the integration suite runs on the process engine too. */
const PROCESS_FILES = ['udf', 'table-functions', 'process-table', 'function-context', 'integration/failures', 'async-'];
/** What of that runs on the external engine too. */
const EXTERNAL_FILES = ['process-table'];

/** All that is about functions: runs on another engine when it is asked for, which takes minutes. */
const FUNCTION_FILES = [
  'integration/aggregate-',
  'integration/async-',
  'integration/closures',
  'integration/failures',
  'integration/function',
  'integration/inferred-types',
  'integration/named-arguments',
  'integration/nexmark',
  'integration/process-table',
  'integration/shipping',
  'integration/sql/create-function',
  'integration/table-functions',
  'integration/types.test',
  'integration/udf',
];

/** A suite: runs in the foreground, and counts its tests. */
const suites = {
  checks: () => sum(npmRun('check'), npmRun('check:docs')),
  unit: () => vitest('unit'),
  shipping: () => vitest('shipping'),
  golden: () => vitest('golden'),
  types: () => vitest('types'),
  java: () =>
    command(
      maven()[0],
      ['-B', '-ntp', '-Dstyle.color=never', '-Dmaven.test.failure.ignore=true', 'test'],
      join(root, 'jvm'),
      surefire,
    ),
  integration: () => vitest('integration'),
  process: () => onEngine('process', PROCESS_FILES),
  external: () => onEngine('external', EXTERNAL_FILES),
  e2e: () => vitest('e2e'),
};

/** Suites that run only when they are named. */
const named = {
  'functions-process': () => onEngine('process', FUNCTION_FILES),
  'functions-external': () => onEngine('external', FUNCTION_FILES),
};

main(async () => {
  const chosen = process.argv.slice(2);
  const known = { ...suites, ...named };
  const unknown = chosen.find((name) => !(name in known));
  if (unknown) throw new StepError(`There is no suite '${unknown}'.`, `There are: ${Object.keys(known).join(', ')}.`);

  await build();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  let total = sum();
  const failures = [];
  for (const [name, run] of Object.entries(chosen.length > 0 ? known : suites)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const started = Date.now();
    const counts = run();
    console.log(`${name}: ${line(counts)} (${((Date.now() - started) / 1000).toFixed(0)} s)\n`);
    failures.push(...counts.failures.map((failure) => `${name} › ${failure}`));
    total = sum(total, counts);
  }
  if (failures.length > 0) console.log(`Failed:\n${failures.map((failure) => `  ${failure}`).join('\n')}\n`);
  console.log(line(total));
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
});

const npmRun = (script) => command('npm', ['run', '--silent', script], root);

function sum(...counts) {
  const total = none();
  for (const part of counts) {
    for (const key of ['passed', 'failed', 'skipped']) total[key] += part[key];
    total.failures.push(...part.failures);
  }
  return total;
}

/** No tests. Failures are said again at the end, where the last screen of a log shows them. */
function none() {
  return { passed: 0, failed: 0, skipped: 0, failures: [] };
}

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function onEngine(engine, files) {
  return vitest('integration', files, { TSFLINK_TEST_ENGINE: engine });
}

function vitest(project, files = [], env = {}) {
  const report = join(reports, `${[project, env.TSFLINK_TEST_ENGINE ?? 'embedded', files.length].join('-')}.json`);
  const args = [
    'vitest',
    'run',
    ...files,
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  const read = () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that does not load has no tests to fail.
    const failed = success ? numFailedTests : Math.max(1, numFailedTests);
    const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === 'failed');
      const file = relative(root, name);
      if (tests.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
      return tests.map((test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
    });
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, failures };
  };
  return command('npx', ['--no-install', ...args], root, read, env);
}

const firstLine = (text) => (text ?? '').split('\n', 1)[0];

function surefire() {
  const counts = none();
  for (const module of readdirSync(join(root, 'jvm'))) {
    for (const report of surefireReports(join(root, 'jvm', module))) {
      const head = /<testsuite [^>]*>/.exec(report)?.[0] ?? '';
      const count = (name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
      const failed = count('errors') + count('failures');
      counts.failed += failed;
      counts.skipped += count('skipped');
      counts.passed += count('tests') - failed - count('skipped');
      const failures = surefireTests(report).filter((test) => test.failed);
      counts.failures.push(...failures.map(({ type, name }) => `${type}.${name}`));
    }
  }
  return counts;
}

/** Runs a command in the foreground; one that fails without a failed test counts as one. */
function command(program, args, cwd, read = none, env = {}) {
  const { status } = spawnSync(program, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  let counts;
  try {
    counts = read();
  } catch {
    counts = none();
  }
  if (status === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [`${[program, ...args].join(' ')}: exit code ${status}`] };
}
