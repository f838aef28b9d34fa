import { DataTypes, EnvironmentSettings, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { joined, median, range, top2, total, weightedAverage } from './functions/aggregates.js';
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
  for (const fn of [weightedAverage, total, joined, range, median]) tEnv.createTemporarySystemFunction(fn.udf.name, fn);

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

  it('takes updated input', async () => {
    const sql = (agg: string) =>
      `SELECT n, ${agg}(m) AS t FROM (SELECT k, COUNT(*) AS n, MAX(id) AS m FROM orders GROUP BY k) GROUP BY n`;
    expect(await query(sql('total'))).toEqual(await query(sql('SUM')));
  });
});
