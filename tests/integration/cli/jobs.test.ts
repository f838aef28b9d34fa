import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JobClient, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../../../packages/cli/src/program.js';

const tEnv = TableEnvironment.create();
let directory: string;
let cluster: string;
let job: JobClient;

async function start(name: string): Promise<JobClient> {
  tEnv.getConfig().set('pipeline.name', name);
  const result = await tEnv.executeSql('INSERT INTO nowhere SELECT COUNT(*) FROM endless');
  const client = result.getJobClient() as JobClient;
  await vi.waitFor(async () => expect(await client.getJobStatus()).toBe('RUNNING'), 60_000);
  return client;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tsflink-cli-'));
  await tEnv.executeSql(
    "CREATE TEMPORARY TABLE endless (n INT) WITH ('connector' = 'datagen', 'rows-per-second' = '50')",
  );
  await tEnv.executeSql("CREATE TEMPORARY TABLE nowhere (n BIGINT) WITH ('connector' = 'blackhole')");
  job = await start('cli-counts');
  cluster = job.getWebInterfaceURL() as string;
});
afterAll(async () => {
  await tEnv.close();
  await rm(directory, { recursive: true });
});

async function tsflink(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run([...args, '-m', cluster], { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}
const json = async (...args: string[]) => JSON.parse((await tsflink(...args, '--json')).out);

describe('tsflink jobs', () => {
  it('lists jobs, and shows one with its operators', async () => {
    const { code, out } = await tsflink('jobs', 'list');
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(`${job.getJobID()}  RUNNING +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  cli-counts`),
    );
    const shown = await tsflink('jobs', 'show', job.getJobID());
    expect(shown.out).toMatch(/^cli-counts: RUNNING, since /);
    expect(shown.out).toMatch(/RUNNING .*GroupAggregate/);
    const details = await json('jobs', 'show', job.getJobID());
    expect(details).toMatchObject({ jid: job.getJobID(), state: 'RUNNING' });
  });

  it('tells metrics of a job and of an operator', async () => {
    const uptime = await json('jobs', 'metrics', job.getJobID(), '--name', 'uptime');
    expect(uptime).toContainEqual({ id: 'uptime', value: expect.stringMatching(/^\d+$/) });
    const { vertices } = await json('jobs', 'show', job.getJobID());
    const rows = ['jobs', 'metrics', job.getJobID(), '--operator', vertices[0].id, '--name', '0.numRecordsOut'];
    await vi.waitFor(async () => expect((await tsflink(...rows)).out).toMatch(/0\.numRecordsOut +[1-9]/), 30_000);
  });

  it('takes and removes savepoints, and stops jobs with one', async () => {
    const { savepoint } = await json('jobs', 'savepoint', job.getJobID(), directory);
    expect(await readdir(savepoint.replace('file:', ''))).toContain('_metadata');
    expect(await tsflink('jobs', 'dispose', savepoint)).toMatchObject({ code: 0, out: `${savepoint} is removed\n` });
    expect(await readdir(directory)).toEqual([]);
    const stopped = await tsflink('jobs', 'stop', job.getJobID(), '--savepoint', directory, '--format', 'NATIVE');
    expect(stopped).toMatchObject({ code: 0, out: expect.stringContaining(directory) });
    await vi.waitFor(async () => expect(await job.getJobStatus()).toBe('FINISHED'), 30_000);
  });

  it('cancels jobs', async () => {
    const other = await start('cli-cancelled');
    expect(await json('jobs', 'cancel', other.getJobID())).toEqual({ job: other.getJobID(), state: 'CANCELED' });
    expect(await other.getJobStatus()).toBe('CANCELED');
    expect((await json('jobs', 'cancel', other.getJobID())).error).toMatchObject({
      code: 'JOB_NOT_RUNNING',
      message: `The job '${other.getJobID()}' is CANCELED`,
    });
    expect((await json('jobs', 'savepoint', other.getJobID(), directory)).error.code).toBe('JOB_NOT_RUNNING');
  });

  it('tells why a job failed', async () => {
    const failing = await tEnv.executeSql('INSERT INTO nowhere SELECT n / (n - n) FROM endless');
    const client = failing.getJobClient() as JobClient;
    await client.getJobExecutionResult().catch(() => {});
    const { out } = await tsflink('jobs', 'exceptions', client.getJobID());
    expect(out).toContain('ArithmeticException: / by zero');
    expect(await json('jobs', 'exceptions', client.getJobID())).toHaveLength(1);
    expect((await tsflink('jobs', 'exceptions', job.getJobID())).out).toBe('no failures\n');
  });

  it('refuses jobs, directories and clusters that are not there', async () => {
    const unknown = await tsflink('jobs', 'show', '0'.repeat(32));
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining(`There is no job '${'0'.repeat(32)}'`) });
    const wrong = await tsflink('jobs', 'show', 'mine');
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('mine');
    const running = await start('cli-savepoint');
    expect((await json('jobs', 'savepoint', running.getJobID(), '/proc/none')).error.code).toBe('SAVEPOINT_FAILED');
    await tsflink('jobs', 'cancel', running.getJobID());
    let err = '';
    const at = { out: () => {}, err: (text: string) => (err += text) };
    expect(await run(['jobs', 'list', '-m', '127.0.0.1:1'], at)).toBe(1);
    expect(err).toContain('There is no cluster at 127.0.0.1:1');
  });
});
