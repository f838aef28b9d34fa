import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createWorkDirectory, removeWorkDirectory, SessionCluster } from '@tsflink/servers';
import {
  DataTypes,
  EnvironmentSettings,
  type FunctionContext,
  mapView,
  ptf,
  rand,
  TableEnvironment,
  tableArg,
  udaf,
  udf,
  udtaf,
} from 'tsflink';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { talkative } from './fixtures/talkative.js';

const { BIGINT, INT, ROW, STRING } = DataTypes;
const LOGS = fileURLToPath(new URL('../../.cache/logs/e2e', import.meta.url));
const ROWS = 20_000;
const KEYS = 5;
const REMAINDERS = 1000;
const TASK_MANAGERS = 3;

/** Counts the rows of each partition; a timer tells how many ids there were, the process of its place. */
const tally = ptf(
  {
    name: 'tally',
    args: { numbers: tableArg({ semantics: 'set' }) },
    state: { seen: { count: INT() }, ids: mapView(BIGINT(), INT()) },
    returns: { what: STRING().notNull(), n: INT().notNull(), total: BIGINT().notNull(), pid: INT().notNull() },
  },
  {
    *eval(ctx, { numbers }, { seen, ids }) {
      seen.count = (seen.count ?? 0) + 1;
      ids.put(numbers.id, seen.count);
      ctx.timeContext('epochMillis').registerOnTime('end', 10 ** 12);
      yield { what: 'row', n: seen.count, total: BigInt(seen.count), pid: process.pid };
    },
    *onTimer(ctx, { seen, ids }) {
      const distinct = new Set(ids.values()).size;
      yield { what: ctx.currentTimer() ?? '', n: seen.count ?? 0, total: BigInt(distinct), pid: process.pid };
    },
  },
);

/** Sums up, and tells of the process that does. */
const summed = udaf(
  {
    name: 'summed',
    args: [BIGINT()],
    accumulator: { n: INT().notNull(), total: BIGINT().notNull() },
    returns: ROW({ n: INT().notNull(), total: BIGINT().notNull(), pid: INT().notNull() }),
    onNull: 'skip',
  },
  {
    createAccumulator: () => ({ n: 0, total: 0n }),
    accumulate(accumulator, id) {
      accumulator.n++;
      accumulator.total += id;
    },
    getValue: (accumulator) => ({ ...accumulator, pid: process.pid }),
  },
);

/** How many different values there are, and how often the most frequent of them has come. */
const kinds = udaf(
  {
    name: 'kinds',
    args: [BIGINT()],
    onNull: 'skip',
    accumulator: { n: INT().notNull(), most: BIGINT().notNull(), seen: mapView(BIGINT(), BIGINT().notNull()) },
    returns: ROW({ n: INT().notNull(), total: BIGINT().notNull(), pid: INT().notNull() }),
  },
  {
    createAccumulator: () => ({ n: 0, most: 0n }),
    accumulate(accumulator, value) {
      const count = (accumulator.seen.get(value) ?? 0n) + 1n;
      accumulator.seen.put(value, count);
      if (count === 1n) accumulator.n++;
      if (count > accumulator.most) accumulator.most = count;
    },
    getValue: ({ n, most }) => ({ n, total: most, pid: process.pid }),
  },
);

/** The two greatest values. */
const greatest = udtaf(
  {
    name: 'greatest',
    args: [BIGINT()],
    onNull: 'skip',
    accumulator: { first: BIGINT(), second: BIGINT() },
    returns: ROW({ n: INT().notNull(), total: BIGINT().notNull(), pid: INT().notNull() }),
  },
  {
    createAccumulator: () => ({ first: null, second: null }),
    accumulate(accumulator, value) {
      const { first, second } = accumulator;
      if (first === null || value > first) {
        accumulator.first = value;
        accumulator.second = first;
      } else if (second === null || value > second) accumulator.second = value;
    },
    *emitValue({ first, second }) {
      if (first !== null) yield { n: 1, total: first, pid: process.pid };
      if (second !== null) yield { n: 2, total: second, pid: process.pid };
    },
  },
);

let directory: string;
let cluster: SessionCluster;

beforeAll(async () => {
  directory = await createWorkDirectory();
  cluster = await SessionCluster.start({ directory: `${directory}/flink`, logs: LOGS, taskManagers: TASK_MANAGERS });
}, 180_000);

afterAll(async () => {
  await cluster?.stop();
  await removeWorkDirectory(directory);
}, 60_000);

function settings(): EnvironmentSettings {
  return EnvironmentSettings.newInstance()
    .withConfiguration({
      'execution.target': 'remote',
      'rest.address': '127.0.0.1',
      'rest.port': cluster.port,
      'parallelism.default': '1',
      'execution.checkpointing.interval': '200 ms',
      'state.backend.type': 'rocksdb',
    })
    .build();
}

function createNumbers(tEnv: TableEnvironment) {
  return tEnv.executeSql(`CREATE TEMPORARY TABLE numbers (
      id BIGINT, k AS MOD(id, ${KEYS}), ts AS TO_TIMESTAMP_LTZ(id, 3), WATERMARK FOR ts AS ts
    ) WITH ('connector' = 'datagen', 'rows-per-second' = '1000', 'fields.id.kind' = 'sequence',
      'fields.id.start' = '1', 'fields.id.end' = '${ROWS}')`);
}

class Reads {
  #paths: string[] = [];
  open({ getCachedFile, getJobParameter }: FunctionContext): void {
    this.#paths = [getCachedFile('a file'), `${getCachedFile('an archive')}/${getJobParameter('inside', '')}`];
  }
  eval(): string {
    const [file, inArchive] = this.#paths.map((path) => readFileSync(path, 'utf8').length);
    const here = new URL('./process-recovery.test.ts', import.meta.url);
    const beside = readFileSync(here, 'utf8').length;
    return JSON.stringify({ file, inArchive, beside, pid: process.pid, here: here.pathname });
  }
}
const reads = udf({ name: 'reads', args: [], returns: STRING().notNull(), deterministic: false }, Reads);

it('gives files, archives and what modules read to TaskManagers in other processes', async () => {
  const archive = `${directory}/tests.tar.gz`;
  execFileSync('tar', ['-czf', archive, '-C', import.meta.dirname, 'process-recovery.test.ts']);
  const tEnv = TableEnvironment.create(settings());
  tEnv.addFile(import.meta.filename, 'a file');
  tEnv.addArchive(archive, 'an archive');
  tEnv.getConfig().addJobParameter('inside', 'process-recovery.test.ts');
  const result = await tEnv.sqlQuery({ text: STRING().notNull() })`SELECT ${reads}() AS text`.execute();
  const texts: string[] = [];
  for await (const row of result.collect()) texts.push(row.text);
  await tEnv.close();
  const { length } = readFileSync(import.meta.filename, 'utf8');
  const { pid, here, ...lengths } = JSON.parse(texts[0] ?? '');
  expect(lengths).toEqual({ file: length, inArchive: length, beside: length });
  expect(cluster.pids).toContain(pid);
  expect(here).not.toBe(import.meta.filename);
});

it('keeps the rows of cached tables where the cluster and the gateway both reach them', async () => {
  const tEnv = TableEnvironment.create(settings());
  const jobs = async (state: string) => {
    const { jobs } = (await (await fetch(`${cluster.url}/jobs`)).json()) as { jobs: { status: string }[] };
    return jobs.filter(({ status }) => status === state).length;
  };
  let calls = 0;
  const stamp = udf(
    { name: 'stamp', args: [INT()], returns: STRING(), deterministic: false },
    (n) => `${n} ${calls++}`,
  );
  const numbers = tEnv.fromValues(
    { n: INT() },
    Array.from({ length: 50 }, (_, n) => ({ n })),
  );
  const stamped = numbers
    .select('n', ($) => ({ at: stamp($.n) }))
    .select('n', ($) => ({ at: $.at, id: rand() }))
    .cache();
  await expect(stamped.execute()).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
    message: expect.stringContaining("Set 'tsflink.cache.directory'"),
  });
  const kept = `${directory}/kept`;
  tEnv.getConfig().set('tsflink.cache.directory', `file://${kept}`);
  const rows = async (table: typeof stamped) => {
    const all: unknown[] = [];
    for await (const row of (await table.execute()).collect()) all.push(row);
    return all;
  };
  const first = await rows(stamped);
  expect(first).toHaveLength(50);
  expect(await rows(stamped)).toEqual(first);
  expect(readdirSync(kept)).toHaveLength(1);

  await tEnv.executeSql(`CREATE TEMPORARY TABLE slow (n BIGINT) WITH ('connector' = 'datagen',
    'number-of-rows' = '1000000', 'rows-per-second' = '1')`);
  const failure = expect(tEnv.from('slow').cache().execute()).rejects.toMatchObject({ code: 'ENVIRONMENT_CLOSED' });
  await expect.poll(() => jobs('RUNNING'), { timeout: 30_000 }).toBe(1);
  await tEnv.close();
  await failure;
  await expect.poll(() => jobs('CANCELED'), { timeout: 30_000 }).toBe(1);
  await expect.poll(() => readdirSync(kept), { timeout: 30_000 }).toEqual([]);
});

it.each(['embedded', 'process'] as const)(
  'has what functions of each kind say in the logs of TaskManagers, on the engine %s',
  async (engine) => {
    const tEnv = TableEnvironment.create(settings());
    tEnv.getConfig().set('tsflink.function.engine', engine);
    const functions = talkative(engine);
    for (const [name, of] of Object.entries(functions)) tEnv.createTemporarySystemFunction(name, of);
    const numbers = tEnv.fromValues({ n: INT().notNull() }, [{ n: 1 }, { n: 2 }]);
    tEnv.createTemporaryView('numbers', numbers);
    const results = [
      await tEnv.executeSql(`SELECT talking_aggregate(talking_scalar(n) + talking_vectorised(m)) AS s
      FROM talking_process(input => TABLE numbers), LATERAL TABLE(talking_table(n))`),
      await numbers
        .flatAggregate(($) => functions.talking_table_aggregate($.n).as('s'))
        .select('s')
        .execute(),
    ];
    const last: unknown[] = [];
    for (const result of results) {
      let row: unknown;
      for await (row of result.collect());
      last.push(row);
    }
    await tEnv.close();

    expect(last).toEqual([{ s: 6 }, { s: 3 }]);
    const log = (name: string) => readFileSync(`${LOGS}/${name}.log`, 'utf8');
    const expected = Object.keys(functions)
      .flatMap((name) => [`INFO  ${name} - printed on ${engine}`, `WARN  ${name} - opened on ${engine}`])
      .sort();
    // Lines of worker processes come a little later than their results.
    await vi.waitFor(
      () => {
        const said = Array.from({ length: TASK_MANAGERS }).flatMap(
          (_, i) => log(`taskmanager-${i + 1}`).match(/(?<= )[A-Z]+ +talking_\w+ - .*(?=\n)/g) ?? [],
        );
        expect([...new Set(said)].filter((line) => line.endsWith(engine)).sort()).toEqual(expected);
      },
      { timeout: 30_000, interval: 100 },
    );
    expect(log('jobmanager')).not.toContain(`opened on ${engine}`);
  },
);

it('keeps state, timers, accumulators and views of functions when a TaskManager is killed', async () => {
  const tEnv = TableEnvironment.create(settings());
  for (const [name, of] of Object.entries({ tally, summed, kinds })) tEnv.createTemporarySystemFunction(name, of);
  await createNumbers(tEnv);
  tEnv.createTemporaryView(
    'greatest',
    tEnv
      .from('numbers')
      .groupBy('k')
      .flatAggregate(($) => greatest($.id).as('n', 'total', 'pid'))
      .select('k', 'n', 'total', 'pid'),
  );
  // The first aggregate is in the operator of our own, and, of distinct values, in Flink's.
  const result = await tEnv.executeSql(`SELECT place, k, s.n AS n, s.total AS total, s.pid AS pid FROM (
      SELECT 'ours' AS place, k, summed(id) AS s FROM numbers GROUP BY k
      UNION ALL SELECT 'Flink' AS place, k, summed(DISTINCT id) AS s FROM numbers GROUP BY k
      UNION ALL SELECT 'views' AS place, k, kinds(MOD(id, ${REMAINDERS})) AS s FROM numbers GROUP BY k)
    UNION ALL SELECT 'greatest', k, n, total, pid FROM greatest
    UNION ALL SELECT what, k, n, total, pid
      FROM tally(numbers => TABLE numbers PARTITION BY k, on_time => DESCRIPTOR(ts))`);
  const counts = new Map<string, number>();
  const pids = new Set<number>();
  let read = 0;
  for await (const { kind, row } of result.collectChangelog()) {
    const key = `${row.place} ${row.k} ${row.n} ${row.total}`;
    const count = (counts.get(key) ?? 0) + (kind === '+I' || kind === '+U' ? 1 : -1);
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
    pids.add(row.pid);
    if (++read === 5000) process.kill(row.pid, 'SIGKILL');
  }
  await tEnv.close();

  expect(pids.size).toBe(2);
  const each = ROWS / KEYS;
  const expected = Array.from({ length: KEYS }, (_, k) => {
    const first = k === 0 ? KEYS : k;
    const last = first + KEYS * (each - 1);
    const sum = (each * (first + last)) / 2;
    return [
      ...Array.from({ length: each }, (_, i) => `row ${k} ${i + 1} ${i + 1}`),
      `end ${k} ${each} ${each}`,
      `ours ${k} ${each} ${sum}`,
      `Flink ${k} ${each} ${sum}`,
      `views ${k} ${REMAINDERS / KEYS} ${ROWS / REMAINDERS}`,
      `greatest ${k} 1 ${last}`,
      `greatest ${k} 2 ${last - KEYS}`,
    ];
  }).flat();
  expect([...counts.keys()].sort()).toEqual(expected.sort());
  expect([...counts.values()].every((count) => count === 1)).toBe(true);
}, 170_000);

const place = udf(
  { name: 'place', args: [BIGINT()], returns: STRING().notNull(), deterministic: false, engine: 'process' },
  () => `${process.ppid} ${process.pid}`,
);

it('leaves no process of functions behind when a TaskManager is killed, not even one that is stopped', async () => {
  const tEnv = TableEnvironment.create(settings());
  await createNumbers(tEnv);
  const result = await tEnv.sqlQuery({
    place: STRING().notNull(),
  })`SELECT ${place}(id) AS place FROM numbers`.execute();
  const first = await result.collect()[Symbol.asyncIterator]().next();
  const [taskManager, worker] = (first.value?.place ?? '').split(' ').map(Number) as [number, number];
  expect(cluster.pids).toContain(taskManager);
  expect(cluster.pids).not.toContain(worker);
  process.kill(worker, 'SIGSTOP');
  process.kill(taskManager, 'SIGKILL');
  await vi.waitFor(() => expect(existsSync(`/proc/${worker}`)).toBe(false), { timeout: 60_000 });
  await tEnv.close();
}, 120_000);
