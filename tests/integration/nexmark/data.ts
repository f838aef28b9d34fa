import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataTypes, defineTable, lit } from 'tsflink';

const D = DataTypes;
/** Of their files, and of what is written. */
export const directory = mkdtempSync(join(tmpdir(), 'tsflink-nexmark-'));

let state = 7;
function below(n: number): number {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 8) % n;
}
const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
/** An event every 400 ms: one person, three auctions and the rest bids of each fifty, as in Nexmark. */
const START = Date.parse('2026-01-01T00:00:00Z');
const at = (event: number) => new Date(START + event * 400).toISOString().replace('T', ' ').replace('Z', '');

const EVENTS = 1500;
const persons: string[] = [];
const auctions: string[] = [];
const bids: string[] = [];
/** The bids, for computations beside Flink. */
export const BIDS: {
  readonly auction: number;
  readonly bidder: number;
  readonly price: number;
  readonly at: number;
}[] = [];
for (let event = 0; event < EVENTS; event++) {
  const kind = event % 50;
  const time = at(event);
  if (kind === 0) {
    const id = 1000 + persons.length;
    persons.push(
      [
        id,
        `person ${id}`,
        `p${id}@x.org`,
        pick(['Boise', 'Portland', 'Seattle']),
        pick(['OR', 'ID', 'CA', 'WA']),
        time,
      ].join(','),
    );
  } else if (kind < 4) {
    const id = 1000 + auctions.length;
    const expires = at(event + 20 + below(200));
    const seller = 1000 + below(persons.length);
    auctions.push(
      [id, `item ${id}`, 10 + below(100), 100 + below(100), time, expires, seller, 10 + below(3)].join(','),
    );
  } else {
    const bid = {
      auction: 1000 + Math.max(0, auctions.length - 1 - below(4)),
      bidder: 1000 + below(persons.length),
      price: 100 + below(10_000),
      at: START + event * 400,
    };
    BIDS.push(bid);
    const url = `https://www.nexmark.com/${pick(['a', 'b'])}/${pick(['c', 'd'])}/item.htm?query=1&channel_id=${below(9)}`;
    bids.push([bid.auction, bid.bidder, bid.price, pick(['apple', 'google', 'other-1']), url, time].join(','));
  }
}
for (const [name, lines] of Object.entries({ person: persons, auction: auctions, bid: bids })) {
  mkdirSync(join(directory, name));
  writeFileSync(join(directory, name, 'part.csv'), `${lines.join('\n')}\n`);
}

const file = (name: string) => ({ connector: 'filesystem', path: `file://${join(directory, name)}`, format: 'csv' });
export const person = defineTable(
  'person',
  {
    id: D.BIGINT().notNull(),
    name: D.STRING(),
    emailAddress: D.STRING(),
    city: D.STRING(),
    state: D.STRING(),
    personTime: D.TIMESTAMP(3),
  },
  { with: file('person'), watermark: { column: 'personTime', as: ($) => $.personTime.minus(lit(4).seconds()) } },
);
export const auction = defineTable(
  'auction',
  {
    id: D.BIGINT().notNull(),
    itemName: D.STRING(),
    initialBid: D.BIGINT(),
    reserve: D.BIGINT(),
    auctionTime: D.TIMESTAMP(3),
    expires: D.TIMESTAMP(3),
    seller: D.BIGINT(),
    category: D.BIGINT(),
  },
  { with: file('auction'), watermark: { column: 'auctionTime', as: ($) => $.auctionTime.minus(lit(4).seconds()) } },
);
export const bid = defineTable(
  'bid',
  {
    auction: D.BIGINT().notNull(),
    bidder: D.BIGINT().notNull(),
    price: D.BIGINT().notNull(),
    channel: D.STRING(),
    url: D.STRING(),
    bidTime: D.TIMESTAMP(3),
  },
  { with: file('bid'), watermark: { column: 'bidTime', as: ($) => $.bidTime.minus(lit(4).seconds()) } },
);

/** Removes the files. */
export const removeFiles = () => rmSync(directory, { recursive: true, force: true });
