import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { EnvironmentSettings, ifThenElse, lit, type Table, TableEnvironment, type Untyped } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../setup/rows.js';
import { generate, tablesOf } from './data.js';
import { QUERIES } from './queries.js';

const rows = generate();
const tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
tEnv.getConfig().set('parallelism.default', 1);
const t = tablesOf(tEnv, rows);
afterAll(() => tEnv.close());

const day = (text: string) => Temporal.PlainDate.from(text);
/** Rows by position, as text; decimals without trailing zeros. */
const plain = (all: readonly object[]) =>
  all.map((row) => Object.values(row).map((value) => (value === null ? 'NULL' : String(value))));
const sql = async (name: string) => plain(await rowsOf(await tEnv.executeSql(QUERIES[name] as string)));

/** Some of the queries in the Table API. */
const TABLES: Readonly<Record<string, () => Table<Untyped>>> = {
  q1: () =>
    t.lineitem
      .where(($) => $.l_shipdate.isLessOrEqual(day('1998-09-02')))
      .groupBy('l_returnflag', 'l_linestatus')
      .select('l_returnflag', 'l_linestatus', ($) => ({
        quantity: $.l_quantity.sum(),
        base: $.l_extendedprice.sum(),
        price: $.l_extendedprice.times(lit(1).minus($.l_discount)).sum(),
        charge: $.l_extendedprice.times(lit(1).minus($.l_discount)).times(lit(1).plus($.l_tax)).sum(),
        n: $.l_orderkey.count(),
      }))
      .orderBy('l_returnflag', 'l_linestatus'),
  q3: () =>
    t.customer
      .where(($) => $.c_mktsegment.isEqual('BUILDING'))
      .join(t.orders, (c, o) => c.c_custkey.isEqual(o.o_custkey).and(o.o_orderdate.isLess(day('1995-03-15'))))
      .join(t.lineitem, (o, l) => o.o_orderkey.isEqual(l.l_orderkey).and(l.l_shipdate.isGreater(day('1995-03-15'))))
      .groupBy('l_orderkey', 'o_orderdate', 'o_shippriority')
      .select('l_orderkey', 'o_orderdate', 'o_shippriority', ($) => ({
        revenue: $.l_extendedprice.times(lit(1).minus($.l_discount)).sum(),
      }))
      .orderBy(($) => [$.revenue.desc(), $.o_orderdate.asc()])
      .limit(10)
      .select('l_orderkey', 'revenue', 'o_orderdate', 'o_shippriority'),
  q4: () =>
    t.orders
      .where(($) =>
        $.o_orderdate
          .isGreaterOrEqual(day('1993-07-01'))
          .and($.o_orderdate.isLess(day('1993-10-01')))
          .and($.o_orderkey.in(t.lineitem.where((l) => l.l_commitdate.isLess(l.l_receiptdate)).select('l_orderkey'))),
      )
      .groupBy('o_orderpriority')
      .select('o_orderpriority', ($) => ({ n: $.o_orderkey.count() }))
      .orderBy('o_orderpriority'),
  q6: () =>
    t.lineitem
      .where(($) =>
        $.l_shipdate
          .isGreaterOrEqual(day('1994-01-01'))
          .and($.l_shipdate.isLess(day('1995-01-01')))
          .and($.l_discount.between(new BigNumber('0.05'), new BigNumber('0.07')))
          .and($.l_quantity.isLess(24)),
      )
      .select(($) => ({ revenue: $.l_extendedprice.times($.l_discount).sum() })),
  q12: () =>
    t.orders
      .join(t.lineitem, (o, l) =>
        o.o_orderkey
          .isEqual(l.l_orderkey)
          .and(l.l_shipmode.in('MAIL', 'SHIP'))
          .and(l.l_commitdate.isLess(l.l_receiptdate))
          .and(l.l_shipdate.isLess(l.l_commitdate))
          .and(l.l_receiptdate.isGreaterOrEqual(day('1994-01-01')))
          .and(l.l_receiptdate.isLess(day('1995-01-01'))),
      )
      .select('l_shipmode', ($) => ({ high: $.o_orderpriority.in('1-URGENT', '2-HIGH') }))
      .groupBy('l_shipmode')
      .select('l_shipmode', ($) => ({
        high: ifThenElse($.high, 1, 0).sum(),
        low: ifThenElse($.high, 0, 1).sum(),
      }))
      .orderBy('l_shipmode'),
  q13: () =>
    t.customer
      .leftOuterJoin(t.orders, (c, o) =>
        c.c_custkey.isEqual(o.o_custkey).and(o.o_comment.like('%special%requests%').not()),
      )
      .groupBy('c_custkey')
      .select(($) => ({ c_count: $.o_orderkey.count() }))
      .groupBy('c_count')
      .select('c_count', ($) => ({ custdist: $.c_count.count() }))
      .orderBy(($) => [$.custdist.desc(), $.c_count.desc()]),
};

describe('TPC-H', () => {
  it.each(Object.keys(QUERIES))('%s', async (name) => {
    const [expected, mine] = await Promise.all([
      sql(name),
      TABLES[name]?.()
        .execute()
        .then((result) => rowsOf<Untyped>(result)),
    ]);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.flat()).not.toContain('NULL');
    if (mine) expect(plain(mine)).toEqual(expected);
  });

  it('q1, q6 and q13 are what the rows add up to', async () => {
    const shipped = rows.lineitem.filter((l) => Temporal.PlainDate.compare(l.l_shipdate, day('1998-09-02')) <= 0);
    const groups = new Map<string, { n: number; quantity: BigNumber; price: BigNumber }>();
    for (const { l_returnflag, l_linestatus, l_quantity, l_extendedprice, l_discount } of shipped) {
      const key = `${l_returnflag}${l_linestatus}`;
      const group = groups.get(key) ?? { n: 0, quantity: new BigNumber(0), price: new BigNumber(0) };
      groups.set(key, {
        n: group.n + 1,
        quantity: group.quantity.plus(l_quantity),
        price: group.price.plus(l_extendedprice.times(new BigNumber(1).minus(l_discount))),
      });
    }
    const one = await sql('q1');
    expect(one.map(([flag, status, quantity, , price, , n]) => [`${flag}${status}`, quantity, price, n])).toEqual(
      [...groups].sort().map(([key, { n, quantity, price }]) => [key, String(quantity), String(price), String(n)]),
    );

    const revenue = rows.lineitem
      .filter(
        (l) => l.l_shipdate.year === 1994 && l.l_discount.gte(0.05) && l.l_discount.lte(0.07) && l.l_quantity.lt(24),
      )
      .reduce((sum, l) => sum.plus(l.l_extendedprice.times(l.l_discount)), new BigNumber(0));
    expect(await sql('q6')).toEqual([[String(revenue)]]);

    const perCustomer = new Map(rows.customer.map(({ c_custkey }) => [c_custkey, 0]));
    for (const { o_custkey, o_comment } of rows.orders) {
      if (o_comment === 'plain') perCustomer.set(o_custkey, (perCustomer.get(o_custkey) ?? 0) + 1);
    }
    const distribution = new Map<number, number>();
    for (const count of perCustomer.values()) distribution.set(count, (distribution.get(count) ?? 0) + 1);
    const sorted = [...distribution].sort(([a, m], [b, n]) => n - m || b - a);
    expect(await sql('q13')).toEqual(sorted.map((pair) => pair.map(String)));
  });
});
