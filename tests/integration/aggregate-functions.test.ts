import { DataTypes, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distinctCount, joined, largest, median, range, top2, total, weightedAverage } from './functions/aggregates.js';
import { standing } from './setup/standing.js';

const { BIGINT, DOUBLE, INT, STRING } = DataTypes;

const MODES = {
  streaming: EnvironmentSettings.newInstance().inStreamingMode().build(),
  'mini-batch': EnvironmentSettings.newInstance()
    .inStreamingMode()
    .withConfiguration({
      'table.exec.mini-batch.enabled': 'true',
      'table.exec.mini-batch.allow-latency': '1 s',
      'table.exec.mini-batch.size': '100',
      'table.optimizer.agg-phase-strategy': 'ONE_PHASE',
    })
    .build(),
  'two phases': EnvironmentSettings.newInstance()
    .inStreamingMode()
    .withConfiguration({
      'table.exec.mini-batch.enabled': 'true',
      'table.exec.mini-batch.allow-latency': '1 s',
      'table.exec.mini-batch.size': '100',
      'table.optimizer.agg-phase-strategy': 'TWO_PHASE',
    })
    .build(),
  batch: EnvironmentSettings.inBatchMode(),
};

describe.each(Object.keys(MODES) as (keyof typeof MODES)[])('an aggregate function in %s mode', (mode) => {
  const tEnv = TableEnvironment.create(MODES[mode]);
  afterAll(() => tEnv.close());
  for (const fn of [weightedAverage, total, joined, range, median, distinctCount])
    tEnv.createTemporarySystemFunction(fn.udf.name, fn);

  const rows = Array.from({ length: 500 }, (_, i) => ({
    id: BigInt(i),
    k: i % 7,
    name: i % 11 === 0 ? null : `name ${i % 5} é`,
    price: i / 4,
    quantity: (i % 3) + 1,
  }));
  const orders = tEnv.fromValues(
    { id: BIGINT(), k: INT().notNull(), name: STRING(), price: DOUBLE().notNull(), quantity: INT().notNull() },
    rows,
  );
  tEnv.createTemporaryView('orders', orders);
  // The same rows with a time attribute: one each second, and a pause of a minute after each 50.
  beforeAll(() =>
    tEnv.executeSql(`CREATE TEMPORARY TABLE timed (
      id BIGINT, k AS CAST(MOD(id, 7) AS INT),
      name AS CASE WHEN MOD(id, 11) <> 0 THEN 'name ' || CAST(MOD(id, 5) AS STRING) || ' é' END,
      ts AS CAST(TIMESTAMPADD(SECOND, CAST(id + id / 50 * 60 AS INT), TIMESTAMP '2026-01-01 00:00:00') AS TIMESTAMP(3)),
      WATERMARK FOR ts AS ts
    ) WITH ('connector' = 'datagen', 'number-of-rows' = '500', 'rows-per-second' = '1000000',
      'fields.id.kind' = 'sequence', 'fields.id.start' = '0', 'fields.id.end' = '499')`),
  );
  const query = async (sql: string) => standing(await tEnv.executeSql(sql));

  it('gives what built-in aggregates give, beside them, by group', async () => {
    const common = `FROM orders GROUP BY k`;
    const ours = await query(
      `SELECT k, weighted_average(price, quantity) AS average, total(id) AS total, COUNT(*) AS n, value_range(id).high AS high ${common}`,
    );
    const theirs = await query(
      `SELECT k, SUM(price * quantity) / SUM(quantity) AS average, SUM(id) AS total, COUNT(*) AS n, MAX(id) AS high ${common}`,
    );
    expect(ours).toEqual(theirs);
  });

  it('is called in the Table API without being registered', async () => {
    const table = orders
      .groupBy('k')
      .select('k', ($) => ({ average: weightedAverage($.price, $.quantity), sum: total({ n: $.id }) }));
    const sum = orders.select(($) => ({
      sum: total({ n: $.id }),
      distinct: total({ n: $.id.minus($.id) }).distinct(),
    }));
    expect(await standing(await table.execute())).toHaveLength(7);
    expect(await standing(await sum.execute())).toEqual([{ sum: 124750n, distinct: 0n }]);
  });

  it('takes FILTER and DISTINCT, and the rows of no group', async () => {
    expect(
      await query(
        `SELECT total(CAST(k AS BIGINT)) AS t, total(DISTINCT CAST(k AS BIGINT)) AS d,
          joined(name) FILTER (WHERE id < 4) AS j, joined(name) FILTER (WHERE id < 0) AS nobody FROM orders`,
      ),
    ).toEqual([{ t: 1494n, d: 21n, j: 'name 1 é,name 2 é,name 3 é', nobody: null }]);
    // Of no rows there is no result in streaming, as of built-in aggregates.
    const empty = await query('SELECT total(id) AS t, joined(name) AS j FROM orders WHERE id < 0');
    expect(empty).toEqual(mode === 'batch' ? [{ t: 0n, j: null }] : []);
  });

  it('takes grouping sets', async () => {
    const spellings = ['CUBE (k, quantity)', 'ROLLUP (k, quantity)', 'GROUPING SETS ((k, quantity), (k), ())'];
    for (const groups of mode === 'streaming' || mode === 'batch' ? spellings : spellings.slice(0, 1)) {
      const sql = (total: string, least: string) =>
        `SELECT k, quantity, GROUPING_ID(k, quantity) AS g, ${total} AS t, ${least} AS low FROM orders GROUP BY ${groups}`;
      const ours = await query(sql('total(id)', 'value_range(id).low'));
      expect(ours).toEqual(await query(sql('SUM(id)', 'MIN(id)')));
      expect(ours.length).toBeGreaterThan(28);
    }
  });

  it('gives a vectorised one all rows of a group', async () => {
    const medians = [...Array(7).keys()].map((k) => {
      const prices = rows.filter((row) => row.k === k).map((row) => row.price);
      return { k, m: prices[prices.length >> 1] };
    });
    expect(await query('SELECT k, median(price) AS m FROM orders GROUP BY k')).toEqual(medians);
  });

  it('gives several rows as table aggregate function', async () => {
    if (mode === 'batch') return; // as in Flink
    const largest = orders
      .groupBy('k')
      .flatAggregate(($) => top2($.id))
      .select('k', 'value', 'rank');
    expect((await standing(await largest.execute())).slice(0, 2)).toEqual([
      { k: 0, value: 490n, rank: 2 },
      { k: 0, value: 497n, rank: 1 },
    ]);
  });

  describe('with views in its accumulators', () => {
    const both = (sql: (call: (argument: string) => string) => string) =>
      Promise.all([
        query(sql((argument) => `distinct_count(${argument})`)),
        query(sql((argument) => `COUNT(DISTINCT ${argument})`)),
      ]);

    it('gives what DISTINCT gives, by group and beside others', async () => {
      const [ours, theirs] = await both(
        (count) =>
          `SELECT k, ${count('name')} AS names, ${count('CAST(id AS STRING)')} AS ids,
             ${count('name')} FILTER (WHERE id > 490) AS last_ones, total(id) AS total, COUNT(*) AS n FROM orders GROUP BY k`,
      );
      expect(ours).toEqual(theirs);
      expect(ours).toHaveLength(7);
    });

    it('takes updated input, and groups that end and begin anew', async () => {
      const [ours, theirs] = await both(
        (count) =>
          `SELECT n, ${count('m')} AS t FROM
             (SELECT k, COUNT(*) AS n, MAX(name) AS m FROM orders GROUP BY k) GROUP BY n`,
      );
      expect(ours).toEqual(theirs);
    });

    it('takes windows, those that merge too', async () => {
      const windows = [
        "TUMBLE(TABLE timed, DESCRIPTOR(ts), INTERVAL '1' MINUTE)",
        "HOP(TABLE timed, DESCRIPTOR(ts), INTERVAL '30' SECOND, INTERVAL '1' MINUTE)",
        "SESSION(TABLE timed PARTITION BY k, DESCRIPTOR(ts), INTERVAL '20' SECOND)",
      ];
      for (const window of mode === 'batch' ? windows.slice(0, 2) : windows) {
        const [ours, theirs] = await both(
          (count) =>
            `SELECT k, window_start, ${count('name')} AS names FROM TABLE(${window})
             GROUP BY k, window_start, window_end`,
        );
        expect(ours).toEqual(theirs);
        expect(ours.length).toBeGreaterThan(7);
      }
    });

    it('takes OVER windows that rows leave', async () => {
      const over = (range: string) =>
        query(`SELECT id, distinct_count(name) OVER (PARTITION BY k ORDER BY ts ${range}) AS names FROM timed`);
      const last = (await over('ROWS BETWEEN 2 PRECEDING AND CURRENT ROW')) as { id: bigint; names: bigint }[];
      expect(last).toHaveLength(rows.length);
      for (const { id, names } of last) {
        const of = rows.filter((row) => BigInt(row.k) === id % 7n && row.id <= id).slice(-3);
        expect(names).toBe(BigInt(new Set(of.flatMap(({ name }) => name ?? [])).size));
      }
    });

    it('emits rows of them', async () => {
      if (mode === 'batch') return; // as in Flink
      const table = orders
        .groupBy('k')
        .flatAggregate(($) => largest($.id))
        .select('k', 'value', 'of');
      expect((await standing(await table.execute())).slice(0, 2)).toEqual([
        { k: 0, value: 497n, of: 72 },
        { k: 1, value: 498n, of: 72 },
      ]);
    });
  });

  it('takes updated input', async () => {
    const sql = (agg: string) =>
      `SELECT n, ${agg}(m) AS t FROM (SELECT k, COUNT(*) AS n, MAX(id) AS m FROM orders GROUP BY k) GROUP BY n`;
    expect(await query(sql('total'))).toEqual(await query(sql('SUM')));
  });
});
