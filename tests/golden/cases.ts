import { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import {
  $,
  asyncUdf,
  asyncUdtf,
  avg,
  CURRENT_ROW,
  call,
  callSql,
  count,
  currentTimestamp,
  DataTypes,
  FormatDescriptor,
  ifThenElse,
  listView,
  lit,
  ModelDescriptor,
  mapView,
  max,
  min,
  Over,
  optional,
  proctime,
  ptf,
  rowInterval,
  Schema,
  Session,
  Slide,
  sum,
  type Table,
  TableDescriptor,
  type TableEnvironment,
  Tumble,
  tableArg,
  type Untyped,
  udaf,
  udf,
  udtf,
  value,
} from 'tsflink';
import { EXPRESSION_CASES, STREAMING_EXPRESSIONS } from './expression-cases.js';
import { inferred, inferredAggregate } from './inferred-functions.js';

const D = DataTypes;

/** Tables that the plans read, as SQL: what Java creates before it reads a plan. */
export const SETUP = [
  `CREATE TEMPORARY TABLE orders (
  id BIGINT NOT NULL,
  customer STRING,
  amount DECIMAL(10, 2),
  quantity INT NOT NULL,
  price DOUBLE,
  paid BOOLEAN,
  placed TIMESTAMP(3),
  day_placed DATE,
  tags ARRAY<STRING>,
  attributes MAP<STRING, BIGINT>,
  address ROW<city STRING, zip INT>
) WITH ('connector' = 'datagen', 'number-of-rows' = '10')`,
  `CREATE TEMPORARY TABLE clicks (
  \`user\` STRING,
  url STRING,
  ts TIMESTAMP(3),
  WATERMARK FOR ts AS ts
) WITH ('connector' = 'datagen', 'number-of-rows' = '10')`,
  `CREATE TEMPORARY TABLE rates (
  currency STRING,
  rate DOUBLE,
  rated TIMESTAMP(3),
  WATERMARK FOR rated AS rated
) WITH ('connector' = 'datagen', 'number-of-rows' = '10')`,
  `CREATE TEMPORARY TABLE customers (
  name STRING NOT NULL,
  country STRING
) WITH ('connector' = 'datagen', 'number-of-rows' = '10')`,
];

const upper = udf({ name: 'upper_ts', args: [D.STRING()], returns: D.STRING() }, (s) => s?.toUpperCase() ?? null);
const words = udtf(
  {
    name: 'words_ts',
    args: { text: D.STRING() },
    returns: { word: D.STRING().notNull(), size: D.INT() },
    onNull: 'return-null',
  },
  ({ text }) => text.split(' ').map((word) => ({ word, size: word.length })),
);
const later = asyncUdf({ name: 'later_ts', args: [D.STRING()], returns: D.STRING() }, async (s) => s);
const wordsLater = asyncUdtf(
  { name: 'words_later_ts', args: [D.STRING()], returns: { word: D.STRING(), size: D.INT() } },
  async (text) => text?.split(' ').map((word) => ({ word, size: word.length })) ?? null,
);
const tally = ptf(
  {
    name: 'tally_ts',
    args: {
      input: tableArg({ semantics: 'set', optionalPartitionBy: true, supportUpdates: true }),
      limit: D.BIGINT().notNull(),
      from: optional(D.DATE()),
    },
    state: {
      seen: value({ count: D.BIGINT(), last: D.DATE() }, { ttl: 3_600_000 }),
      names: listView(D.STRING()),
      times: mapView(D.STRING(), D.INT().notNull()),
    },
    returns: { count: D.BIGINT() },
    changelog: 'retract',
  },
  { eval: () => [{ count: 1n }], onTimer: () => undefined },
);
const price = udf(
  {
    name: 'price_ts',
    args: { amount: D.DECIMAL(10, 2).bridgedTo('number'), quantity: D.INT().notNull() },
    returns: D.DOUBLE(),
    onNull: 'return-null',
    deterministic: false,
  },
  ({ amount, quantity }) => amount * quantity,
);

const spread = udaf(
  {
    name: 'spread_ts',
    args: { value: D.DOUBLE(), weight: D.INT() },
    accumulator: { low: D.DOUBLE(), high: D.DOUBLE() },
    returns: D.DOUBLE(),
    onNull: 'skip',
  },
  {
    createAccumulator: () => ({ low: null as number | null, high: null as number | null }),
    accumulate(accumulator, { value }) {
      accumulator.low = Math.min(accumulator.low ?? value, value);
      accumulator.high = Math.max(accumulator.high ?? value, value);
    },
    getValue: ({ low, high }) => (low === null || high === null ? null : high - low),
  },
);

const uniques = udaf(
  {
    name: 'uniques_ts',
    args: [D.STRING()],
    accumulator: { rows: D.BIGINT().notNull(), texts: mapView(D.STRING(), D.BIGINT()), all: listView(D.STRING()) },
    returns: D.BIGINT(),
  },
  {
    createAccumulator: () => ({ rows: 0n }),
    accumulate(accumulator, text) {
      if (text !== null) accumulator.texts.put(text, ++accumulator.rows);
    },
    getValue: ({ texts }) => BigInt(texts.keys().length),
  },
);

/** One plan for each family of relations and expressions. */
export const CASES: Readonly<Record<string, (tEnv: TableEnvironment) => Table<Untyped>>> = {
  'table-scan': (t) => t.from('orders'),
  project: (t) => t.from('orders').select('id', $('customer').as('who'), ($) => ({ twice: $.quantity.times(2) })),
  filter: (t) => t.from('orders').where(($) => $.quantity.isGreater(1).and($.customer.isNotNull())),
  'semi-join': (t) =>
    t.from('orders').where(($) =>
      $.customer.in(
        t
          .from('customers')
          .where(($) => $.country.isNotNull())
          .select('name'),
      ),
    ),
  'descriptor-scan': (t) =>
    t.from(
      TableDescriptor.forConnector('filesystem')
        .schema(
          Schema.newBuilder()
            .column('id', D.BIGINT().notNull())
            .withComment('the key')
            .column('at', D.TIMESTAMP(3))
            .columnByExpression('next', ($) => $.id.plus(1))
            .columnByMetadata('size', D.BIGINT(), 'file.size', true)
            .watermark('at', ($) => $.at.minus(lit(5).seconds()))
            .primaryKeyNamed('pk', 'id')
            .build(),
        )
        .option('path', 'file:///tmp')
        .format(FormatDescriptor.forFormat('csv').option('field-delimiter', ';').build())
        .comment('orders of a day')
        .build(),
    ),
  'tumble-window': (t) =>
    t
      .from('clicks')
      .window(Tumble.over(lit(10).minutes()).on('ts').as('w'))
      .groupBy('w', 'user')
      .select('user', ($) => ({ from: $.w.start(), to: $.w.end(), at: $.w.rowtime(), n: $.url.count() })),
  'slide-window': (t) =>
    t
      .from('clicks')
      .window(Slide.over(lit(10).minutes()).every(lit(5).minutes()).on($('ts')).as('w'))
      .groupBy('w')
      .select(($) => ({ from: $.w.start(), n: $.url.count() })),
  'session-window': (t) =>
    t
      .from('clicks')
      .window(Session.withGap(lit(10).minutes()).on('ts').as('w'))
      .groupBy('user', 'w')
      .select('user', ($) => ({ from: $.w.start(), n: $.url.count() })),
  'over-window': (t) =>
    t
      .from('clicks')
      .window(Over.partitionBy('user').orderBy('ts').preceding(lit(10).minutes()).as('w'))
      .select('user', ($) => ({ n: $.url.count().over($.w) })),
  'over-window-following': (t) =>
    t
      .from('clicks')
      .window(Over.orderBy('ts').preceding(rowInterval(5n)).following(CURRENT_ROW).as('w'))
      .select(($) => ({ n: $.url.count().over($.w) })),
  'aggregate-call': (t) =>
    t
      .from('orders')
      .groupBy('customer')
      .aggregate(($) => $.quantity.sum().as('total'))
      .select('customer', 'total'),
  'window-aggregate-call': (t) =>
    t
      .from('clicks')
      .window(Tumble.over(lit(1).hours()).on('ts').as('w'))
      .groupBy('w')
      .aggregate(($) => $.url.count().as('n'))
      .select(($) => ({ from: $.w.start(), n: $.n })),
  map: (t) => t.from('orders').map(($) => call('ROW', $.id, $.quantity)),
  'temporal-join': (t) => {
    const rates = t.from('rates').createTemporalTableFunction('rated', 'currency');
    return t
      .from('clicks')
      .joinLateral(
        ($) => rates($.ts),
        (click, rate) => click.user.isEqual(rate.currency),
      )
      .select('user', 'rate');
  },
  cached: (t) =>
    t
      .from('orders')
      .select('id')
      .cache()
      .where(($) => $.id.isGreater(1n)),
  'process-table': (t) => t.from('orders').select('id', 'quantity').toChangelog(),
  'from-call': (t) => t.fromCall('TO_CHANGELOG', t.from('orders').select('id').asArgument('input')),
  aggregate: (t) =>
    t
      .from('orders')
      .groupBy('customer', ($) => ({ paid: $.paid }))
      .select('customer', ($) => ({
        n: $.id.count(),
        customers: $.id.count().distinct(),
        total: sum($.amount),
        zero: $.quantity.sum0(),
        mean: avg($.price),
        least: min($.quantity),
        most: max($.quantity),
        all: count($.id),
      })),
  'aggregate-all': (t) => t.from('orders').select(($) => ({ n: $.id.count(), total: $.quantity.sum() })),
  rename: (t) => t.from('customers').as('a', 'b'),
  'sort-fetch': (t) =>
    t
      .from('orders')
      .select('id', 'quantity')
      .orderBy(($) => [$.quantity.desc(), $.id.asc()])
      .limit(3, 1),
  'offset-fetch': (t) => t.from('orders').select('id').orderBy('id').offset(2).fetch(3),
  distinct: (t) => t.from('orders').select('customer').distinct(),
  union: (t) => t.from('customers').select('name').union(t.from('customers').select('name')),
  'union-all': (t) => t.from('customers').select('name').unionAll(t.from('customers').select('name')),
  intersect: (t) => t.from('customers').select('name').intersect(t.from('customers').select('name')),
  'minus-all': (t) => t.from('customers').select('name').minusAll(t.from('customers').select('name')),
  join: (t) => t.from('orders').join(t.from('customers'), (l, r) => l.customer.isEqual(r.name)),
  'left-outer-join': (t) => t.from('orders').leftOuterJoin(t.from('customers'), (l, r) => l.customer.isEqual(r.name)),
  'right-outer-join': (t) => t.from('orders').rightOuterJoin(t.from('customers'), (l, r) => l.customer.isEqual(r.name)),
  'full-outer-join': (t) => t.from('orders').fullOuterJoin(t.from('customers'), (l, r) => l.customer.isEqual(r.name)),
  'shared-input': (t) => {
    const names = t.from('customers').select('name');
    return names.unionAll(names);
  },
  'modify-columns': (t) =>
    t
      .from('orders')
      .select('id', 'customer', 'quantity')
      .addColumns(($) => ({ next: $.id.plus(1) }))
      .addOrReplaceColumns(($) => ({ quantity: $.quantity.times(10) }))
      .renameColumns({ customer: 'who' })
      .dropColumns('id'),
  values: (t) =>
    t.fromValues({ id: D.BIGINT().notNull(), name: D.STRING() }, [
      { id: 1n, name: 'a' },
      { id: 2n, name: null },
    ]),
  'sql-query': (t) => t.sqlQuery({ n: D.BIGINT().notNull() })`SELECT COUNT(*) AS n FROM orders WHERE quantity > ${3}`,
  'sql-query-view': (t) => t.sqlQuery('SELECT name FROM customers').where(($) => $.name.like('a%')),
  'table-function': (t) => t.from('orders').leftOuterJoinLateral(($) => words({ text: $.customer }).as('w', 's')),
  'async-functions': (t) =>
    t
      .from('orders')
      .select('id', ($) => ({ customer: later($.customer) }))
      .joinLateral(($) => wordsLater($.customer)),
  'process-table-function': (t) => t.from('orders').partitionBy('customer').process(tally, lit(5n)),
  'call-inline': (t) =>
    t.from('orders').select(($) => ({ who: upper(upper($.customer)), cost: price({ amount: $.amount, quantity: 3 }) })),
  'inferred-functions': (t) =>
    t.from('orders').select(($) => ({
      one: inferred($.quantity),
      two: inferred($.price, $.amount),
      text: inferred($.customer, $.tags),
      common: inferred($.day_placed, $.placed, $.placed),
    })),
  'inferred-aggregate': (t) =>
    t
      .from('orders')
      .groupBy('customer')
      .select('customer', ($) => ({
        first: inferredAggregate($.placed, $.price),
        second: inferredAggregate($.customer, $.id),
      })),
  'aggregate-functions': (t) =>
    t
      .from('orders')
      .groupBy('customer')
      .select('customer', ($) => ({
        spread: spread({ value: $.price, weight: $.quantity }),
        distinct: spread({ value: $.price, weight: 1 }).distinct(),
        uniques: uniques($.customer),
      })),
  'call-path': (t) => t.from('orders').select(($) => ({ u: call('UPPER', $.customer), s: callSql('quantity + 1') })),
  arithmetic: (t) =>
    t.from('orders').select(($) => ({
      a: $.id.plus(1n),
      b: $.quantity.minus($.id),
      c: $.amount.times(new BigNumber('1.50')),
      d: $.quantity.times(lit(1.0, D.DOUBLE())).dividedBy($.id),
      e: $.quantity.mod(7),
      f: $.price.power(2).sqrt(),
      g: $.price.abs().round(2),
      h: $.price.floor(),
      i: $.price.ceil(),
    })),
  comparison: (t) =>
    t.from('orders').select(($) => ({
      a: $.id.isEqual(1),
      b: $.customer.isNotEqual('x'),
      c: $.price.isLessOrEqual(0.5),
      d: $.quantity.between(1, 5),
      e: $.customer.in('a', 'b'),
      f: $.customer.isNull(),
      g: $.paid.not().or($.paid.isTrue()),
      h: $.quantity.isGreaterOrEqual(2).and($.quantity.isLess(9)),
    })),
  strings: (t) =>
    t.from('orders').select(($) => ({
      a: $.customer.upperCase().trim(),
      b: $.customer.substring(2, 3),
      c: $.customer.charLength(),
      d: $.customer.like('%x_'),
      e: $.customer.concat('!'),
      f: $.customer.regexpExtract('(a+)', 1),
      g: $.customer.similar('a|b'),
    })),
  conditional: (t) =>
    t.from('orders').select(($) => ({
      a: ifThenElse($.paid, $.customer, 'nobody'),
      b: $.customer.ifNull('nobody'),
      c: $.quantity.cast(D.BIGINT()),
      d: $.customer.tryCast(D.DECIMAL(10, 2)),
      e: lit(null, D.INT()),
    })),
  temporal: (t) =>
    t.from('orders').select(($) => ({
      a: $.placed.floor('HOUR'),
      b: $.placed.extract('DAY'),
      c: $.placed.plus(lit(5).minutes()),
      d: $.day_placed.minus(lit(1).days()),
      e: currentTimestamp(),
      f: proctime(),
    })),
  'model-predict': (t) =>
    t
      .fromModel(
        // a provider of the gateway's tests
        ModelDescriptor.forProvider('shout')
          .inputSchema(Schema.newBuilder().column('text', D.STRING()).build())
          .outputSchema(Schema.newBuilder().column('loud', D.STRING()).build())
          .build(),
      )
      .predict(t.from('orders'), ['customer'], { async: false }),
  composite: (t) =>
    t.from('orders').select(($) => ({
      a: $.tags.at(1),
      b: $.tags.cardinality(),
      c: $.tags.arrayContains('x'),
      d: $.attributes.at('k'),
      e: $.address.get('city'),
    })),
  literals: (t) =>
    t.from('orders').select(() => ({
      a: lit(true),
      b: lit(5),
      c: lit(5n),
      d: lit(0.5),
      e: lit('text'),
      f: lit(''),
      g: lit(new Uint8Array([1, 2, 255])),
      h: lit(new BigNumber('12.30')),
      i: lit(Temporal.PlainDate.from('2024-02-29')),
      j: lit(Temporal.PlainTime.from('12:30:15')),
      k: lit(Temporal.PlainDateTime.from('2024-02-29T12:30:15.123')),
      l: lit(Temporal.Instant.from('2024-02-29T12:30:15.123Z')),
      m: lit(new Date(0)),
      n: lit(Temporal.Duration.from('P1DT2H3M4.5S')),
      o: lit(Temporal.Duration.from('P1Y2M')),
      p: lit(1, D.TINYINT()),
      q: lit(2, D.SMALLINT()),
      r: lit(1.5, D.FLOAT()),
      s: lit(1, D.DOUBLE()),
      t: lit('x', D.VARCHAR(5)),
      u: lit(7, D.DECIMAL(5, 2)),
    })),
  ...EXPRESSION_CASES,
};

/** The plans that Flink has in streaming mode only. */
export const STREAMING: readonly string[] = [
  'over-window',
  'over-window-following',
  'session-window',
  'temporal-join',
  'process-table',
  'from-call',
  ...STREAMING_EXPRESSIONS,
  'process-table-function',
  'async-functions',
];
