import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { classCases } from './fixtures/matrix/classes.js';
import { contextCases } from './fixtures/matrix/contexts.js';
import { dataCases } from './fixtures/matrix/data.js';
import { functionCases } from './fixtures/matrix/functions.js';
import { finish, type Outcome } from './fixtures/matrix/harness.js';
import { importCases } from './fixtures/matrix/imports.js';
import { largeCases } from './fixtures/matrix/large.js';
import { refusalCases } from './fixtures/matrix/refusals.js';

let outcomes: Outcome[] = [];
beforeAll(async () => {
  process.env.MATRIX_WORKER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures/matrix/worker.mjs');
  for (const cases of [contextCases, dataCases, functionCases, importCases, classCases, refusalCases, largeCases])
    await cases();
  outcomes = await finish();
}, 120_000);

it('ships the functions of a test', () => {
  expect(outcomes.filter((outcome) => !outcome.passed)).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(90);
});
