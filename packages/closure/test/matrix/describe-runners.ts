import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../fixtures/matrix/harness.js';
import { createProgram, createProject, type Runner, run } from '../project.js';

const here = path.dirname(fileURLToPath(import.meta.url));

const contexts = ['contexts'];
/** Cases that any runner can run. */
export const plain = ['data', 'functions', 'imports', 'classes', 'refusals', 'large'];
/** And those with syntax that stripping types cannot do. */
export const withTypes = [...plain, 'typescript', 'annotations'];
/** And those of ES modules. */
export const esm = ['esm', 'files'];

/** The programs of a runner: contexts are a program of their own. */
export const programsOf = (main: readonly string[]): Runner['programs'] => ({ contexts, main });

/** Runs the cases in programs of each runner. */
export function describeRunners(runners: readonly Runner[]): void {
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
}

/** The cases of modules, read from their sources. */
function caseIds(cases: readonly string[]): string[] {
  return cases.flatMap((name) => {
    const text = fs.readFileSync(path.join(here, `../fixtures/matrix/${name}.ts`), 'utf8');
    return [...text.matchAll(/await test\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] as string);
  });
}
