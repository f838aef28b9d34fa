import { DataTypes, EnvironmentSettings, type JobClient, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { country, failsToOpen, running, where } from './functions/context.js';
import { collect } from './setup/rows.js';

const { BIGINT, INT, STRING } = DataTypes;

describe.each(['streaming', 'batch'] as const)('a function that is opened, in %s mode', (mode) => {
  const builder = EnvironmentSettings.newInstance().withConfiguration({
    'pipeline.global-job-parameters': 'germany:Deutschland',
    'parallelism.default': '1',
  });
  const tEnv = TableEnvironment.create((mode === 'batch' ? builder.inBatchMode() : builder.inStreamingMode()).build());
  afterAll(() => tEnv.close());
  const rows = tEnv.fromValues({ code: STRING(), n: BIGINT() }, [
    { code: 'de', n: 1n },
    { code: 'xx', n: 2n },
    { code: null, n: null },
  ]);

  it('is told of its task and of the parameters of the job', async () => {
    const [first, ...rest] = await collect(rows.select('n', ($) => ({ country: country($.code), where: where() })));
    expect(first).toEqual({
      n: 1n,
      country: 'Deutschland',
      where: '[1,0,["function","where_am_i"],"where_am_i",true]',
    });
    expect(rest.map((row) => row.country)).toEqual([null, null]);
  });

  it('has state of its own in each operator, also as an instance with private fields', async () => {
    // The filter between them makes two operators of it.
    const table = rows
      .select(($) => ({ a: running({ n: $.n }) }))
      .where(($) => $.a.isGreater(0n))
      .select('a', ($) => ({ b: running({ n: $.a }) }));
    const result = (await collect(table)).map(({ a, b }) => [a, b]);
    expect(result).toEqual([
      [101n, 201n],
      [103n, 304n],
      [103n, 407n],
    ]);
  });

  it('fails its task where it cannot open', async () => {
    const table = tEnv.fromValues({ n: INT() }, [{ n: 1 }]).select(($) => ({ n: failsToOpen($.n) }));
    await expect(collect(table)).rejects.toMatchObject({
      code: 'FUNCTION_FAILED',
      message: expect.stringMatching(/fails_to_open.*open\(\) failed: .*the job has no file 'missing\.db'/),
    });
  });
});

describe('the metrics of a function', () => {
  const tEnv = TableEnvironment.create(
    EnvironmentSettings.newInstance()
      .inStreamingMode()
      .withConfiguration({
        'parallelism.default': '1',
      })
      .build(),
  );
  afterAll(() => tEnv.close());

  /** What Prometheus would scrape of the function `country`: its samples by name. */
  async function scrape(): Promise<Map<string, number>> {
    const text = await (await fetch(`http://127.0.0.1:${process.env.TSFLINK_TEST_PROMETHEUS}/metrics`)).text();
    const samples = text.matchAll(/^flink_taskmanager_job_task_operator_function_(\w+)\{(.*)\} (\S+)$/gm);
    const found = new Map<string, number>();
    for (const [, name, labels, value] of samples) {
      if (labels?.includes('function="country"')) found.set(name as string, Number(value));
    }
    return found;
  }

  /** The metrics of a job's functions by name, as Flink's REST API gives them. */
  async function metricsOf(job: JobClient): Promise<Map<string, number>> {
    const jobUrl = `${job.getWebInterfaceURL()}/jobs/${job.getJobID()}`;
    const get = async (url: string) => (await fetch(url)).json();
    const { vertices } = (await get(jobUrl)) as { vertices: { id: string }[] };
    const found = new Map<string, number>();
    for (const { id } of vertices) {
      const url = `${jobUrl}/vertices/${id}/subtasks/0/metrics`;
      const names = ((await get(url)) as { id: string }[]).map((metric) => metric.id);
      const wanted = names.filter((name) => name.includes('.function.')).map(encodeURIComponent);
      if (wanted.length === 0) continue;
      const values = (await get(`${url}?get=${wanted.join(',')}`)) as { id: string; value: string }[];
      for (const { id: name, value } of values) found.set(name.replace(/^.*\.function\./, ''), Number(value));
    }
    return found;
  }

  it('are those of Flink, read over REST, and by a reporter for Prometheus', async () => {
    await tEnv.executeSql(`CREATE TABLE ticks (n BIGINT) WITH (
      'connector' = 'datagen', 'rows-per-second' = '1000', 'fields.n.kind' = 'random')`);
    tEnv.createTemporarySystemFunction('country', country);
    const result = await tEnv.executeSql("SELECT country(CASE WHEN n > 0 THEN 'de' ELSE 'other' END) AS c FROM ticks");
    const job = result.getJobClient() as JobClient;
    const metrics = await vi.waitFor(
      async () => {
        const found = await metricsOf(job);
        expect(found.get('country.countries.found')).toBeGreaterThan(0);
        return found;
      },
      { timeout: 60_000, interval: 200 },
    );
    const scraped = await scrape();
    await job.cancel();
    for (const name of ['countries_found', 'known', 'errors', 'batches', 'isolateHeapUsed', 'lengths', 'opened']) {
      expect([...scraped.keys()], name).toContain(name);
    }
    expect(scraped.get('countries_found')).toBeGreaterThan(0);
    expect(metrics.get('country.known')).toBe(1);
    expect(metrics.get('country.errors')).toBe(0);
    expect(metrics.has('country.opened')).toBe(true);
    expect(metrics.get('country.batches')).toBeGreaterThan(0);
    expect(metrics.get('country.isolateHeapUsed')).toBeGreaterThan(1_000_000);
    expect(metrics.get('country.batchSize_max')).toBeGreaterThan(0);
    expect(metrics.get('country.lengths_min')).toBeGreaterThan(1);
    expect(metrics.has('country.millisInV8')).toBe(true);
  });
});
