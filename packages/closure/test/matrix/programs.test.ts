import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../fixtures/matrix/harness.js';
import { createProgram, createProject, type Runner, run } from '../project.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const tsx = path.resolve(here, '../../../../node_modules/tsx/dist/cli.mjs');
const node = process.execPath;
/** More Node.js binaries to run with, separated by `:`. */
const nodes = (process.env.TSFLINK_TEST_NODES ?? '').split(':').filter(Boolean);

const contexts = ['contexts'];
const plain = ['data', 'functions', 'imports', 'classes', 'refusals', 'large'];
const withTypes = [...plain, 'typescript'];
const esm = ['esm', 'files'];
const stripped = { contexts, main: [...plain, ...esm] };

const runners: Runner[] = [
  {
    name: 'tsx-esm',
    type: 'module',
    programs: { contexts, main: [...withTypes, ...esm, 'specifiers'] },
    command: [node, tsx],
  },
  {
    name: 'tsx-cjs',
    type: 'commonjs',
    programs: { contexts, main: [...withTypes, 'commonjs', 'specifiers'] },
    command: [node, tsx],
  },
  { name: 'tsx-top', type: 'module', programs: { contexts, main: plain }, topLevel: true, command: [node, tsx] },
  {
    name: 'tsc-esm',
    type: 'module',
    programs: { contexts, main: [...withTypes, ...esm] },
    compile: 'tsc',
    command: [node],
  },
  {
    name: 'tsc-cjs',
    type: 'commonjs',
    programs: { contexts, main: [...withTypes, 'commonjs'] },
    compile: 'tsc',
    command: [node],
  },
  { name: 'js-esm', type: 'module', programs: stripped, compile: 'strip', command: [node] },
  ...nodes.map(
    (binary, i): Runner => ({
      name: `strip-types-${i}`,
      type: 'module',
      programs: stripped,
      command: [binary, '--experimental-strip-types'],
    }),
  ),
];

let root = '';
beforeAll(async () => {
  root = await createProject();
});
afterAll(() => {
  if (!process.env.MATRIX_KEEP) fs.rmSync(root, { recursive: true, force: true });
});

describe.each(runners)('functions of a program run by $name $command', (runner) => {
  describe.each(Object.entries(runner.programs))('program %s', (name, cases) => {
    let outcomes: Outcome[] = [];
    beforeAll(async () => {
      const { dir, file } = await createProgram(root, runner, name, cases);
      const out = path.join(dir, 'out');
      fs.mkdirSync(out);
      const results = path.join(dir, 'results.json');
      const printed = await run([...runner.command, file], dir, {
        MATRIX_OUT: out,
        MATRIX_RESULTS: results,
        MATRIX_WORKER: path.join(here, '../fixtures/matrix/worker.mjs'),
        NODE_NO_WARNINGS: '1',
      });
      if (!fs.existsSync(results)) throw new Error(`the program failed: ${printed}`);
      outcomes = JSON.parse(fs.readFileSync(results, 'utf8'));
    }, 180_000);

    it.each(caseIds(cases))('%s', (id) => {
      const outcome = outcomes.find((o) => o.id === id);
      expect(outcome?.passed, outcome?.detail ?? 'it was not run').toBe(true);
    });
  });
});

if (!nodes.length) {
  it.skip('type stripping and other releases: set TSFLINK_TEST_NODES to paths of Node.js 22 and later', () => {});
}

/** The cases of modules, read from their sources. */
function caseIds(cases: readonly string[]): string[] {
  return cases.flatMap((name) => {
    const text = fs.readFileSync(path.join(here, `../fixtures/matrix/${name}.ts`), 'utf8');
    return [...text.matchAll(/await test\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] as string);
  });
}
