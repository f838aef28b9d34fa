import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { DataTypes, type TableEnvironment } from 'tsflink';

const D = DataTypes;
const money = () => D.DECIMAL(12, 2).notNull();
const text = () => D.STRING().notNull();
const key = () => D.INT().notNull();
const date = () => D.DATE().notNull();

/** The tables of TPC-H, in the types of its specification. */
export const COLUMNS = {
  region: { r_regionkey: key(), r_name: text() },
  nation: { n_nationkey: key(), n_name: text(), n_regionkey: key() },
  supplier: {
    s_suppkey: key(),
    s_name: text(),
    s_address: text(),
    s_nationkey: key(),
    s_phone: text(),
    s_acctbal: money(),
    s_comment: text(),
  },
  part: {
    p_partkey: key(),
    p_name: text(),
    p_mfgr: text(),
    p_brand: text(),
    p_type: text(),
    p_size: key(),
    p_container: text(),
    p_retailprice: money(),
  },
  partsupp: { ps_partkey: key(), ps_suppkey: key(), ps_availqty: key(), ps_supplycost: money() },
  customer: {
    c_custkey: key(),
    c_name: text(),
    c_address: text(),
    c_nationkey: key(),
    c_phone: text(),
    c_acctbal: money(),
    c_mktsegment: text(),
    c_comment: text(),
  },
  orders: {
    o_orderkey: key(),
    o_custkey: key(),
    o_orderstatus: text(),
    o_totalprice: money(),
    o_orderdate: date(),
    o_orderpriority: text(),
    o_shippriority: key(),
    o_comment: text(),
  },
  lineitem: {
    l_orderkey: key(),
    l_partkey: key(),
    l_suppkey: key(),
    l_linenumber: key(),
    l_quantity: money(),
    l_extendedprice: money(),
    l_discount: money(),
    l_tax: money(),
    l_returnflag: text(),
    l_linestatus: text(),
    l_shipdate: date(),
    l_commitdate: date(),
    l_receiptdate: date(),
    l_shipinstruct: text(),
    l_shipmode: text(),
  },
};

let state = 42;
/** The same numbers in every run. */
function below(n: number): number {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 8) % n;
}
const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
const cents = (low: number, high: number) => new BigNumber(low * 100 + below((high - low) * 100)).dividedBy(100);
const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const EPOCH = Temporal.PlainDate.from('1993-01-01');
const day = (from: Temporal.PlainDate, most: number) => from.add({ days: 1 + below(most) });

const REGIONS = ['AFRICA', 'AMERICA', 'ASIA', 'EUROPE', 'MIDDLE EAST'];
/** Few nations, so that customers and suppliers meet. */
const NATIONS: readonly (readonly [string, number])[] = [
  ['FRANCE', 3],
  ['GERMANY', 3],
  ['BRAZIL', 1],
  ['CANADA', 1],
  ['CHINA', 2],
  ['INDIA', 2],
  ['SAUDI ARABIA', 4],
];
const phone = (nation: number) => `${10 + nation}-${100 + below(900)}-${1000 + below(9000)}`;

const SUPPLIERS = 20;
const PARTS = 60;
const suppliersOf = (part: number) => range(4).map((i) => ((part * 3 + i * 5) % SUPPLIERS) + 1);

/** Rows of all tables, small, of which every query finds some. */
export function generate() {
  const region = REGIONS.map((r_name, r_regionkey) => ({ r_regionkey, r_name }));
  const nation = NATIONS.map(([n_name, n_regionkey], n_nationkey) => ({ n_nationkey, n_name, n_regionkey }));
  const supplier = range(SUPPLIERS).map((s_suppkey) => {
    const s_nationkey = s_suppkey % NATIONS.length;
    return {
      s_suppkey,
      s_name: `Supplier#${s_suppkey}`,
      s_address: `street ${s_suppkey}`,
      s_nationkey,
      s_phone: phone(s_nationkey),
      s_acctbal: cents(-900, 9000),
      s_comment: s_suppkey % 7 === 0 ? 'Customer has Complaints' : 'quick',
    };
  });
  const part = range(PARTS).map((p_partkey) => ({
    p_partkey,
    p_name: `${pick(['green', 'forest', 'almond', 'navy'])} ${pick(['green', 'rose', 'tan'])}`,
    p_mfgr: `Manufacturer#${1 + below(5)}`,
    p_brand: pick(['Brand#12', 'Brand#23', 'Brand#34', 'Brand#45']),
    p_type: pick([
      'ECONOMY ANODIZED STEEL',
      'PROMO BURNISHED COPPER',
      'STANDARD POLISHED BRASS',
      'MEDIUM POLISHED TIN',
    ]),
    p_size: pick([3, 5, 15, 23]),
    p_container: pick(['SM CASE', 'SM BOX', 'MED BOX', 'LG CASE', 'MED BAG']),
    p_retailprice: cents(900, 2000),
  }));
  const partsupp = part.flatMap(({ p_partkey }) =>
    suppliersOf(p_partkey).map((ps_suppkey) => ({
      ps_partkey: p_partkey,
      ps_suppkey,
      ps_availqty: 1 + below(400),
      ps_supplycost: cents(1, 1000),
    })),
  );
  const customer = range(50).map((c_custkey) => {
    const c_nationkey = below(NATIONS.length);
    return {
      c_custkey,
      c_name: `Customer#${c_custkey}`,
      c_address: `road ${c_custkey}`,
      c_nationkey,
      c_phone: phone(c_nationkey),
      c_acctbal: cents(-900, 9000),
      c_mktsegment: pick(['BUILDING', 'MACHINERY', 'AUTOMOBILE']),
      c_comment: 'pending',
    };
  });
  const lines = range(300).map((o_orderkey) => ordered(o_orderkey));
  return {
    region,
    nation,
    supplier,
    part,
    partsupp,
    customer,
    orders: lines.map(({ order }) => order),
    lineitem: lines.flatMap(({ items }) => items),
  };
}

function ordered(o_orderkey: number) {
  const o_orderdate = day(EPOCH, 2000);
  const items = range(1 + below(7)).map((l_linenumber) => {
    const l_partkey = 1 + below(PARTS);
    const l_quantity = new BigNumber(1 + below(50));
    const l_shipdate = day(o_orderdate, 121);
    const l_receiptdate = day(l_shipdate, 30);
    return {
      l_orderkey: o_orderkey,
      l_partkey,
      l_suppkey: pick(suppliersOf(l_partkey)),
      l_linenumber,
      l_quantity,
      l_extendedprice: l_quantity.times(cents(900, 2000)),
      l_discount: new BigNumber(below(11)).dividedBy(100),
      l_tax: new BigNumber(below(9)).dividedBy(100),
      l_returnflag: pick(['R', 'A', 'N']),
      l_linestatus: pick(['O', 'F']),
      l_shipdate,
      l_commitdate: day(o_orderdate, 90),
      l_receiptdate,
      l_shipinstruct: pick(['DELIVER IN PERSON', 'NONE']),
      l_shipmode: pick(['MAIL', 'SHIP', 'AIR', 'REG AIR']),
    };
  });
  const order = {
    o_orderkey,
    // customers over 40 order nothing
    o_custkey: 1 + below(40),
    o_orderstatus: pick(['F', 'O']),
    o_totalprice: items.reduce((sum, item) => sum.plus(item.l_extendedprice), new BigNumber(0)),
    o_orderdate,
    o_orderpriority: pick(['1-URGENT', '2-HIGH', '3-MEDIUM', '5-LOW']),
    o_shippriority: 0,
    o_comment: below(5) === 0 ? 'special packages requests' : 'plain',
  };
  return { order, items };
}

/** The tables of TPC-H, typed, and known to SQL under their names. */
export function tablesOf(tEnv: TableEnvironment, rows: ReturnType<typeof generate>) {
  const tables = {
    region: tEnv.fromValues(COLUMNS.region, rows.region),
    nation: tEnv.fromValues(COLUMNS.nation, rows.nation),
    supplier: tEnv.fromValues(COLUMNS.supplier, rows.supplier),
    part: tEnv.fromValues(COLUMNS.part, rows.part),
    partsupp: tEnv.fromValues(COLUMNS.partsupp, rows.partsupp),
    customer: tEnv.fromValues(COLUMNS.customer, rows.customer),
    orders: tEnv.fromValues(COLUMNS.orders, rows.orders),
    lineitem: tEnv.fromValues(COLUMNS.lineitem, rows.lineitem),
  };
  for (const [name, table] of Object.entries(tables)) tEnv.createTemporaryView(name, table);
  return tables;
}
