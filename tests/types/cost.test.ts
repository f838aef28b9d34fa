import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const tsc = join(import.meta.dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');

/** How often a program makes the compiler instantiate a type: a count, and the same on every machine. */
function instantiations(program: string): number {
  const project = join(import.meta.dirname, 'fixtures', 'cost', `${program}.json`);
  const args = [tsc, '-p', project, '--extendedDiagnostics'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout).not.toContain('error TS');
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]);
}

describe('what programs cost the compiler', () => {
  it('is in its budget for a table of 60 columns through 20 steps', () => {
    const cost = instantiations('wide') - instantiations('library');
    expect(cost).toBeGreaterThan(1_000);
    expect(cost).toBeLessThan(150_000);
  });
});
