import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.js';
import { type Example, readExamples } from './example.js';

/** Where the programs of the docs are put as files: inside the repository, so that they find its packages. */
export const directory = join(root, '.cache', 'examples');

/** An example as a file of its own, as its reader would have it. */
export interface ExampleFile extends Example {
  readonly file: string;
}

/** Writes each program of the docs into a file of its own. */
export function extractExamples(): ExampleFile[] {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  return readExamples().map((example) => {
    const name = `${example.page.replace(/\.md$/, '').replaceAll('/', '-')}-${example.line}.ts`;
    const file = join(directory, name);
    writeFileSync(file, example.code);
    return { ...example, file };
  });
}
