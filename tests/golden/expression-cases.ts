import {
  $,
  array,
  currentDatabase,
  currentWatermark,
  DataTypes,
  lag,
  lit,
  map,
  Over,
  objectOf,
  proctime,
  rand,
  randInteger,
  range,
  row,
  rowInterval,
  type Table,
  type TableEnvironment,
  Tumble,
  toTimestampLtz,
  type Untyped,
  unixTimestamp,
  uuid,
  withAllColumns,
  withColumns,
  withoutColumns,
} from 'tsflink';
import { AGGREGATES, FAMILIES } from '../expressions/index.js';
import { COLUMNS, ROWS } from '../expressions/nasty.js';

const nasty = (t: TableEnvironment) => t.fromValues(COLUMNS, ROWS.slice(0, 1));

const families = Object.entries(FAMILIES).map(([name, { expressions }]) => [
  `functions-${name}`,
  (t: TableEnvironment) => nasty(t).select('id', expressions),
]);
// Flink 2.3 cannot run aggregates of bitmaps in batch; it plans them
const aggregates = Object.entries(AGGREGATES).map(([name, { expressions }]) => [
  `functions-${name}`,
  (t: TableEnvironment) =>
    nasty(t)
      .groupBy(($) => ({ one: $.id.mod(1) }))
      .select(expressions),
]);

/** Every built-in function: those that the families hold, and those that are not of a row's values alone. */
export const EXPRESSION_CASES: Record<string, (t: TableEnvironment) => Table<Untyped>> = {
  ...Object.fromEntries([...families, ...aggregates]),
  'functions-columns': (t) =>
    t
      .from('orders')
      .select(withColumns(range('id', 'amount'), 'paid'), withColumns(range(7, 8)), $('tags').as('labels')),
  'functions-all-columns': (t) => t.from('customers').select(withAllColumns(), uuid().as('key')),
  'functions-other-columns': (t) => t.from('orders').select(withoutColumns('id', range('quantity', 'address'))),
  'functions-flatten': (t) => t.from('orders').select($('address').flatten()),
  'functions-nondeterministic': (t) =>
    t.from('orders').select(() => ({
      a: uuid(),
      b: rand(),
      c: randInteger(10),
      d: unixTimestamp(),
      e: currentDatabase(),
      f: row(array(1), map('k', lit(1, DataTypes.TINYINT()))),
    })),
  'functions-structured': (t) =>
    t.from('orders').select(($) => ({
      a: objectOf('org.example.Order', 'id', $.id, 'quantity', $.quantity).objectUpdate('quantity', 5).get('quantity'),
    })),
  'functions-of-time-attributes': (t) =>
    t.from('clicks').select(($) => ({ a: currentWatermark($.ts), b: toTimestampLtz('2024-01-01 00:00:00') })),
  'functions-over': (t) =>
    t
      .from('clicks')
      .window(Over.partitionBy('user').orderBy('ts').as('w'))
      .select(($) => ({ a: lag($.url).over($.w), b: lag($.url, 2, 'none').over($.w) })),
  'functions-over-rows': (t) =>
    t
      .from('clicks')
      .window(Over.partitionBy('user').orderBy('ts').preceding(rowInterval(3)).as('w'))
      .select(($) => ({ a: $.url.count().over($.w) })),
  'functions-window': (t) =>
    t
      .from('clicks')
      .window(Tumble.over(lit(1).hour()).on('ts').as('w'))
      .groupBy('w')
      .select(($) => ({ a: $.w.start(), b: $.w.end(), c: $.w.rowtime() })),
  'functions-window-proctime': (t) =>
    t
      .from('clicks')
      .select('url', () => ({ at: proctime() }))
      .window(Tumble.over(lit(1).hour()).on('at').as('w'))
      .groupBy('w')
      .select(($) => ({ a: $.w.proctime() })),
};

/** Those that Flink has in streaming only. */
export const STREAMING_EXPRESSIONS = [
  'functions-of-time-attributes',
  'functions-over',
  'functions-over-rows',
  'functions-window-proctime',
];
