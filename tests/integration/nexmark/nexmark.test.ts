import { readdirSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import {
  callSql,
  DataTypes,
  EnvironmentSettings,
  lit,
  Session,
  Slide,
  type Table,
  TableEnvironment,
  Tumble,
  type Untyped,
  udf,
} from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { failureOf } from '../setup/failure.js';
import { collect } from '../setup/rows.js';
import { finalRows, run } from '../table/fixtures.js';
import { auction, BIDS, bid, directory, person, removeFiles } from './data.js';
import { Q6, QUERIES, WINNING } from './queries.js';

const { BIGINT, STRING } = DataTypes;
const countChar = udf(
  { name: 'count_char', args: [STRING(), STRING()], returns: BIGINT(), onNull: 'return-null' },
  (text, char) => BigInt(text.split(char).length - 1),
);

const streaming = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
const batch = TableEnvironment.create(EnvironmentSettings.inBatchMode());
for (const tEnv of [streaming, batch]) {
  tEnv.from(person);
  tEnv.from(auction);
  tEnv.from(bid);
  tEnv.createTemporarySystemFunction('count_char', countChar);
}
afterAll(async () => {
  await Promise.all([streaming.close(), batch.close()]);
  removeFiles();
});

/** Some of the queries in the Table API. */
const TABLES: Readonly<Record<string, (t: TableEnvironment) => Table<Untyped>>> = {
  q1: (t) => t.from(bid).select('auction', 'bidder', ($) => ({ price: $.price.times(2), at: $.bidTime })),
  q2: (t) =>
    t
      .from(bid)
      .where(($) => $.auction.mod(7).isEqual(0))
      .select('auction', 'price'),
  q3: (t) =>
    t
      .from(auction)
      .where(($) => $.category.isEqual(10))
      .renameColumns({ id: 'auctionId' })
      .join(t.from(person), (a, p) => a.seller.isEqual(p.id).and(p.state.in('OR', 'ID', 'CA')))
      .select('name', 'city', 'state', 'auctionId'),
  q4: (t) =>
    t
      .from(auction)
      .join(t.from(bid), (a, b) => a.id.isEqual(b.auction).and(b.bidTime.between(a.auctionTime, a.expires)))
      .groupBy('id', 'category')
      .select('category', ($) => ({ final: $.price.max() }))
      .groupBy('category')
      .select('category', ($) => ({ average: $.final.avg() })),
  q5: (t) => {
    const counts = t
      .from(bid)
      .window(Slide.over(lit(2).minutes()).every(lit(20).seconds()).on('bidTime').as('w'))
      .groupBy('w', 'auction')
      .select('auction', ($) => ({ num: $.bidder.count(), s: $.w.start() }));
    const most = counts.groupBy('s').select(($) => ({ ms: $.s, maxn: $.num.max() }));
    return counts.join(most, (c, m) => c.s.isEqual(m.ms).and(c.num.isGreaterOrEqual(m.maxn))).select('auction', 'num');
  },
  q14: (t) =>
    t
      .from(bid)
      .where(($) => $.price.times(2).isGreater(19_000n))
      .select('auction', 'bidder', ($) => ({
        doubled: $.price.times(2),
        c: countChar($.url, 'c'),
        t: lit('night'),
      })),
  q20: (t) =>
    t
      .from(bid)
      .join(
        t
          .from(auction)
          .where(($) => $.category.isEqual(10))
          .select('id', 'itemName', 'category'),
        (b, a) => b.auction.isEqual(a.id),
      )
      .select('auction', 'bidder', 'price', 'itemName', 'category'),
};

describe('Nexmark', () => {
  it.each(Object.entries(QUERIES))('%s', async (name, sql) => {
    const [live, bounded, mine] = await Promise.all([
      // (Flink takes back no row of q9: its rows replace each other by key)
      finalRows(streaming.executeSql(sql), name === 'q9'),
      finalRows(batch.executeSql(sql)),
      TABLES[name] && run(TABLES[name](streaming)),
    ]);
    expect(bounded.length).toBeGreaterThan(0);
    expect(live).toEqual(bounded);
    if (mine) expect(mine).toEqual(bounded);
  });

  it('q6, in batch: in streaming Flink has no windows over the rows of a result that is updated', async () => {
    expect(await failureOf(() => streaming.executeSql(Q6))).toMatchObject({ code: 'TIME_ATTRIBUTE_REQUIRED' });
    const winning: { seller: bigint; price: bigint; bidTime: Temporal.PlainDateTime }[] = await collect(
      batch.sqlQuery(WINNING),
    );
    const expected = [...new Set(winning.map(({ seller }) => seller))].flatMap((seller) => {
      const bids = winning.filter((bid) => bid.seller === seller);
      bids.sort((a, b) => Temporal.PlainDateTime.compare(a.bidTime, b.bidTime));
      return bids.map((_, i) => {
        const last = bids.slice(Math.max(0, i - 10), i + 1);
        const sum = last.reduce((total, { price }) => total + price, 0n);
        return JSON.stringify([seller, sum / BigInt(last.length)].map(Number));
      });
    });
    expect(expected.length).toBeGreaterThan(50);
    expect(await finalRows(batch.executeSql(Q6))).toEqual(expected.sort());
  });

  it('q10, into a partitioned file sink, in the Table API', async () => {
    await batch.executeSql(`CREATE TABLE bids_by_minute (auction BIGINT, bidder BIGINT, price BIGINT, dt STRING, hm STRING)
      PARTITIONED BY (dt, hm) WITH ('connector' = 'filesystem', 'path' = 'file://${directory}/q10', 'format' = 'csv')`);
    const written = await batch
      .from(bid)
      .select('auction', 'bidder', 'price', () => ({
        dt: callSql("DATE_FORMAT(bidTime, 'yyyy-MM-dd')"),
        hm: callSql("DATE_FORMAT(bidTime, 'HH:mm')"),
      }))
      .insertInto('bids_by_minute')
      .execute();
    await written.await();
    expect(readdirSync(`${directory}/q10/dt=2026-01-01`)).toContain('hm=00%3A03');
    const columns = "auction, bidder, price, DATE_FORMAT(bidTime, 'yyyy-MM-dd'), DATE_FORMAT(bidTime, 'HH:mm')";
    expect(await finalRows(batch.executeSql('SELECT * FROM bids_by_minute'))).toEqual(
      await finalRows(batch.executeSql(`SELECT ${columns} FROM bid`)),
    );
  });

  it('q12, windows over the time of processing, in SQL and in the Table API', async () => {
    await streaming.executeSql(`CREATE TABLE live_bid (bidder BIGINT, pt AS PROCTIME())
      WITH ('connector' = 'datagen', 'rows-per-second' = '100', 'fields.bidder.min' = '7', 'fields.bidder.max' = '8')`);
    const tables = [
      streaming.sqlQuery(`SELECT bidder, COUNT(*) AS bids FROM TUMBLE(TABLE live_bid, DESCRIPTOR(pt), INTERVAL '1' SECOND)
        GROUP BY bidder, window_start, window_end`),
      streaming
        .from('live_bid')
        .window(Tumble.over(lit(1).second()).on('pt').as('w'))
        .groupBy('w', 'bidder')
        .select('bidder', ($) => ({ bids: $.bidder.count() })),
    ];
    for (const table of tables) {
      const windows: { bidder: bigint; bids: bigint }[] = [];
      for await (const row of (await table.execute()).collect()) {
        if (windows.push(row as never) === 2) break; // it never ends
      }
      expect([7n, 8n]).toEqual(expect.arrayContaining(windows.map(({ bidder }) => bidder)));
      expect(windows[1]?.bids).toBeGreaterThan(0n);
    }
  });

  it('q11, the bids of sessions, in the Table API', async () => {
    const gap = 20_000;
    const sessions = streaming
      .from(bid)
      .window(Session.withGap(lit(20).seconds()).on('bidTime').as('w'))
      .groupBy('w', 'bidder')
      .select('bidder', ($) => ({ bids: $.auction.count() }));
    const expected: string[] = [];
    for (const bidder of new Set(BIDS.map((b) => b.bidder))) {
      let last = Number.NEGATIVE_INFINITY;
      let count = 0;
      for (const { at } of BIDS.filter((b) => b.bidder === bidder)) {
        if (at - last > gap && count > 0) {
          expected.push(JSON.stringify([bidder, count]));
          count = 0;
        }
        count++;
        last = at;
      }
      expected.push(JSON.stringify([bidder, count]));
    }
    expect(await run(sessions)).toEqual(expected.sort());
  });
});
