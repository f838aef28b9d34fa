import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url));
const program = fileURLToPath(new URL('programs/settings.ts', import.meta.url));

/** As a shell runs it, on the suite's gateway. */
function tsflink(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', cli, ...args],
      { timeout: 120_000, env: { ...process.env, FLINK_PROPERTIES: 'pipeline.name: by the environment' } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('tsflink run', () => {
  it('runs a program with options for Flink, and others of its own', async () => {
    const options = ['-p', '2', '-s', '/savepoints/1', '-n', '-D', 'table.exec.state.ttl=1 h'];
    const { code, out, err } = await tsflink('run', ...options, program, '--day', '7', '-p', '3');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      options: {
        'pipeline.name': 'by the environment',
        'parallelism.default': '2',
        'execution.state-recovery.path': '/savepoints/1',
        'execution.state-recovery.ignore-unclaimed-state': 'true',
        'table.exec.state.ttl': '1 h',
      },
      args: ['--day', '7', '-p', '3'],
      rows: [{ answer: 42 }],
    });
  });

  it('ends as the program does', async () => {
    expect(await tsflink('run', program, '--fail')).toMatchObject({ code: 7, err: '' });
    const missing = await tsflink('run', 'no-such-job.ts');
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('no-such-job.ts');
  });

  it('says what is wrong with its options', async () => {
    const wrong = await tsflink('run', '-p', 'many', program);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("The option 'parallelism.default' cannot have the value 'many'");
    expect(wrong.err).toContain('settings.ts:3');
    expect(await tsflink('run', '-t', 'moon', program)).toMatchObject({
      code: 2,
      err: expect.stringContaining("It is 'local' or 'remote'."),
    });
  });

  it('takes the program to the cluster that it names', async () => {
    const nowhere = await tsflink('run', '-m', '127.0.0.1:1', program);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('FlinkError [CLUSTER_UNREACHABLE]');
  });
});
