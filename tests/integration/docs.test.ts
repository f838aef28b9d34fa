import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { extractExamples } from '../../packages/reference/src/examples/extract.js';

const run = promisify(execFile);
const examples = extractExamples().filter(({ runs }) => runs);

/** Each is a program of its own, as its reader would run it, on the suite's gateway. */
describe('the programs of the docs', () => {
  it.each(examples.map((example) => [`${example.page}:${example.line}`, example] as const))(
    '%s',
    async (_, { file, output }) => {
      const { stdout } = await run(process.execPath, ['--conditions=source', '--import', 'tsx', file], {
        timeout: 100_000,
      });
      if (output !== undefined) expect(stdout).toBe(output);
    },
  );
});
