import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataTypes, EnvironmentSettings, lit, rand, Schema, TableDescriptor, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { collect } from '../setup/rows.js';

const { BIGINT, DOUBLE, INT } = DataTypes;
const directory = mkdtempSync(join(tmpdir(), 'tsflink-cache-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const caches = () => readdirSync(directory);

const open = (settings: EnvironmentSettings) => {
  const tEnv = TableEnvironment.create(settings);
  tEnv.getConfig().set('tsflink.cache.directory', `file://${directory}`);
  return tEnv;
};

describe.each([
  ['batch', EnvironmentSettings.inBatchMode()],
  ['streaming', EnvironmentSettings.inStreamingMode()],
])('a cached table in %s mode', (_, settings) => {
  it('is computed once, for all queries of the environment, until it is invalidated', async () => {
    const tEnv = open(settings);
    const random = tEnv
      .fromValues(
        { id: INT().notNull() },
        Array.from({ length: 500 }, (_, id) => ({ id })),
      )
      .select('id', () => ({ x: rand() }));
    const cached = random.cache();
    const before = caches().length;
    expect(await cached.explain()).not.toContain('tsflink-cache');
    expect(caches()).toHaveLength(before);

    const first = await collect(cached);
    const again = await collect(
      cached.where(($) => $.id.isLess(250)).unionAll(cached.where(($) => $.id.isGreaterOrEqual(250))),
    );
    const order = (rows: { id: number }[]) => rows.sort((a, b) => a.id - b.id);
    expect(first).toHaveLength(500);
    expect(order(again)).toEqual(order(first));
    expect(caches()).toHaveLength(before + 1);
    expect(await cached.explain()).toContain('tsflink-cache');

    cached.invalidate();
    expect(order(await collect(cached))).not.toEqual(order(first));
    expect(caches()).toHaveLength(before + 1);
    await tEnv.close();
    await expect.poll(() => caches().length, { timeout: 30_000 }).toBe(before);
  });
});

it('keeps a result that was updated', async () => {
  const tEnv = open(EnvironmentSettings.inStreamingMode());
  const sums = tEnv
    .fromValues(
      { k: INT(), v: BIGINT() },
      Array.from({ length: 100 }, (_, i) => ({ k: i % 3, v: BigInt(i) })),
    )
    .groupBy('k')
    .select('k', ($) => ({ s: $.v.sum() }))
    .cache();
  const total = () => collect(sums.select(($) => ({ t: $.s.sum() })));
  expect((await total()).at(-1)).toEqual({ t: 4950n });
  expect((await total()).at(-1)).toEqual({ t: 4950n });
  await tEnv.close();
});

/** A bounded table whose job runs until it is cancelled, or nearly. */
const slow = (tEnv: TableEnvironment) =>
  tEnv.from(
    TableDescriptor.forConnector('datagen')
      .schema(Schema.newBuilder().column('x', DOUBLE()).build())
      .option('number-of-rows', 1_000_000)
      .option('rows-per-second', 1)
      .build(),
  );

it('is computed beside the other calls of its environment, and computed no longer when that is closed', async () => {
  const tEnv = open(EnvironmentSettings.inStreamingMode());
  const [endless, quick] = [slow(tEnv).cache(), tEnv.fromValues({ n: INT() }, [{ n: 1 }]).cache()];
  const compiled = () => endless.insertInto(TableDescriptor.forConnector('blackhole').build()).compilePlan();
  const waiting = [() => endless.execute(), () => endless.select('x').execute(), compiled];
  const failures = waiting.map(failureOf);
  const doubled = quick.select(($) => ({ n: $.n.times(2) }));
  const [begun] = await vi.waitUntil(() => (caches().length > 0 ? caches() : undefined), { timeout: 30_000 });
  expect((await collect(quick.unionAll(doubled))).map(({ n }) => n).sort()).toEqual([1, 2]);
  endless.invalidate(); // who waits for it has it computed anew
  expect(await collect(quick)).toEqual([{ n: 1 }]);
  await expect.poll(() => caches().length === 2 && !caches().includes(begun as string), { timeout: 30_000 }).toBe(true);
  await tEnv.close();
  expect(await Promise.all(failures)).toMatchObject(waiting.map(() => ({ code: 'ENVIRONMENT_CLOSED' })));
  await expect.poll(() => caches().length, { timeout: 30_000 }).toBe(0);
});

it('tells why it could not be computed, where it was cached, and tries again', async () => {
  const tEnv = open(EnvironmentSettings.inStreamingMode());
  const numbers = tEnv.fromValues({ n: INT().notNull() }, [{ n: 1 }, { n: 0 }]);
  const divided = numbers.select(($) => ({ q: lit(6).dividedBy($.n) })).cache();
  const before = caches().length;
  for (const query of [divided, divided.select('q')]) {
    expect(await failureOf(() => query.execute())).toMatchObject({
      code: 'EXPRESSION_FAILED',
      message: expect.stringContaining('Division by zero'),
      source: { file: import.meta.filename },
    });
  }
  tEnv.createTemporaryView('divided', divided);
  expect(await failureOf(() => tEnv.from('divided').execute())).toMatchObject({ code: 'EXPRESSION_FAILED' });
  tEnv.getConfig().set('tsflink.cache.timeout', '1 ms');
  const endless = slow(tEnv).cache();
  expect(await failureOf(() => endless.execute())).toMatchObject({
    code: 'TIMEOUT',
    message: expect.stringContaining("within 0.001 s.\nRaise 'tsflink.cache.timeout'"),
  });
  await expect.poll(() => caches().length, { timeout: 30_000 }).toBe(before);
  await tEnv.close();
});

it('refuses what never ends and what is too large', async () => {
  const tEnv = open(EnvironmentSettings.inStreamingMode());
  const schema = Schema.newBuilder().column('x', DOUBLE()).build();
  const endless = tEnv.from(TableDescriptor.forConnector('datagen').schema(schema).build());
  expect(await failureOf(() => endless.cache().execute())).toMatchObject({
    code: 'VALIDATION_ERROR',
    message: expect.stringContaining('is unbounded'),
  });
  tEnv.getConfig().set('tsflink.cache.max-size', '1 kb');
  const many = tEnv.from(TableDescriptor.forConnector('datagen').schema(schema).option('number-of-rows', 1000).build());
  const before = caches().length;
  expect(await failureOf(() => many.cache().execute())).toMatchObject({ code: 'CACHE_TOO_LARGE' });
  expect(caches()).toHaveLength(before);
  await tEnv.close();
});
