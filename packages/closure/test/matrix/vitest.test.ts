import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { finish, type Outcome } from '../fixtures/matrix/harness.js';

/** Modules with cases, and the function of each that runs them. */
const MODULES = {
  contexts: 'contextCases',
  data: 'dataCases',
  functions: 'functionCases',
  imports: 'importCases',
  classes: 'classCases',
  refusals: 'refusalCases',
  large: 'largeCases',
  files: 'fileCases',
  annotations: 'annotationCases',
};

let outcomes: Outcome[] = [];
beforeAll(async () => {
  process.env.MATRIX_WORKER = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/matrix/worker.mjs');
  for (const [file, cases] of Object.entries(MODULES)) {
    const module = (await import(`../fixtures/matrix/${file}.ts`)) as Record<string, () => Promise<void>>;
    await module[cases]?.();
  }
  outcomes = await finish();
}, 180_000);

it('ships the functions of a test', () => {
  expect(outcomes.filter((outcome) => !outcome.passed)).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(90);
});
