// What must compile, with the types it has, and what must not (`@ts-expect-error`).
import type { BigNumber } from 'bignumber.js';
import type { Temporal } from 'temporal-polyfill';
import {
  $,
  type BIGINT,
  type BOOLEAN,
  call,
  callSql,
  col,
  count,
  DataTypes,
  type DECIMAL,
  type DOUBLE,
  defineTable,
  type INT,
  ifThenElse,
  lit,
  max,
  type PROCTIME,
  proctime,
  type ROWTIME,
  type ROWTIME_LTZ,
  type RowOf,
  Schema,
  type STRING,
  sql,
  sum,
  type Table,
  TableDescriptor,
  TableEnvironment,
  type TIMESTAMP,
  udf,
} from 'tsflink';
import { expectTypeOf } from 'vitest';

const D = DataTypes;
const tEnv = TableEnvironment.create();
type Schema_<T> = T extends Table<infer S> ? S : never;
type Equals<A, B> = (<G>() => G extends A ? 1 : 2) extends <G>() => G extends B ? 1 : 2 ? true : false;
function eq<E>() {
  return <S>(
    _t: (Equals<{ [K in keyof S]: S[K] }, { [K in keyof E]: E[K] }> extends true
      ? unknown
      : { expected: E; actual: S }) &
      Table<S>,
  ) => {};
}

// ---------------------------------------------------------------- tables and values
const all = defineTable(
  'all_types',
  {
    b: D.BOOLEAN(),
    ti: D.TINYINT(),
    i: D.INT().notNull(),
    l: D.BIGINT(),
    f: D.FLOAT(),
    d: D.DOUBLE(),
    dec: D.DECIMAL(10, 2),
    bin: D.BINARY(4),
    ym: D.INTERVAL(D.YEAR(), D.MONTH()),
    s: D.STRING(),
    vc: D.VARCHAR(10).notNull(),
    by: D.BYTES(),
    dt: D.DATE(),
    t: D.TIME(),
    ts: D.TIMESTAMP(3),
    ltz: D.TIMESTAMP_LTZ(3),
    arr: D.ARRAY(D.INT().notNull()),
    m: D.MAP(D.STRING().notNull(), D.BIGINT()),
    row: D.ROW({ x: D.INT(), y: D.ARRAY(D.STRING()) }),
  },
  { with: { connector: 'datagen' } },
);
expectTypeOf<RowOf<typeof all.schemaType>>().toEqualTypeOf<{
  b: boolean | null;
  ti: number | null;
  i: number;
  l: bigint | null;
  f: number | null;
  d: number | null;
  dec: BigNumber | null;
  bin: Uint8Array | null;
  ym: Temporal.Duration | null;
  s: string | null;
  vc: string;
  by: Uint8Array | null;
  dt: Temporal.PlainDate | null;
  t: Temporal.PlainTime | null;
  ts: Temporal.PlainDateTime | null;
  ltz: Temporal.Instant | null;
  arr: number[] | null;
  m: Map<string, bigint | null> | null;
  row: { x: number | null; y: (string | null)[] | null } | null;
}>();
const clicks = defineTable(
  'clicks',
  {
    user: D.STRING().notNull(),
    url: D.STRING(),
    ts: D.TIMESTAMP(3),
    at: D.TIMESTAMP(3),
    n: D.INT().notNull(),
    big: D.BIGINT(),
    x: D.DOUBLE(),
    dec: D.DECIMAL(10, 2).notNull(),
  },
  {
    watermark: { column: 'ts', as: (r) => r.ts.minus(lit(5).seconds()) },
    computed: (r) => ({ pt: proctime(), twice: r.n.times(2) }),
    primaryKey: ['user'],
    with: { connector: 'datagen' },
  },
);
expectTypeOf(clicks.schemaType).toEqualTypeOf<{
  user: STRING;
  url: STRING | null;
  ts: ROWTIME | null;
  at: TIMESTAMP | null;
  n: INT;
  big: BIGINT | null;
  x: DOUBLE | null;
  dec: DECIMAL;
  pt: PROCTIME;
  twice: INT;
}>();
// @ts-expect-error a watermark needs a timestamp column
defineTable('t', { a: D.STRING() }, { watermark: { column: 'a' }, with: { connector: 'x' } });
// @ts-expect-error no such key column
defineTable('t', { a: D.STRING() }, { primaryKey: ['b'], with: { connector: 'x' } });
// @ts-expect-error a connector is required
defineTable('t', { a: D.STRING() }, { with: { topic: 'x' } });

const schema = Schema.newBuilder()
  .column('id', D.BIGINT().notNull())
  .column('ts', D.TIMESTAMP_LTZ(3))
  .columnByExpression('id2', ($) => $.id.plus(1))
  .watermark('ts', ($) => $.ts.minus(lit(1).seconds()))
  .primaryKey('id')
  .build();
expectTypeOf(schema.schemaType.id2).toEqualTypeOf<BIGINT>();
const viaDescriptor = tEnv.createTemporaryTable(
  'd',
  TableDescriptor.forConnector('datagen').schema(schema).option('rows-per-second', '1').format('json').build(),
);
eq<{ id: BIGINT; ts: ROWTIME_LTZ | null; id2: BIGINT }>()(tEnv.from(viaDescriptor));

// ---------------------------------------------------------------- select
const t = tEnv.from(clicks);
eq<{ user: STRING; url: STRING | null }>()(t.select('user', 'url'));
eq<{ user: STRING; u: STRING | null }>()(t.select($('user'), $('url').as('u')));
eq<{ user: STRING; u: STRING | null; m: INT }>()(t.select('user', ($) => ({ u: $.url, m: $.n.plus(1) })));
eq<{ user: STRING; u: STRING | null; m: INT }>()(t.select(($) => [$.user, $.url.as('u'), $.n.plus(1).as('m')]));
eq<{ user: STRING }>()(t.select(($) => $.user));
eq<{ user: STRING; x: INT }>()(t.select('user', t.$.n.as('x')));
// @ts-expect-error
t.select($('usr').as('user'));
// @ts-expect-error
t.select('usr');
// @ts-expect-error
t.select($('usr'));
// @ts-expect-error
t.select(($) => ({ a: $.usr }));
// @ts-expect-error unnamed expression in the list form
t.select(($) => [$.n.plus(1)]);

// ---------------------------------------------------------------- arithmetic
eq<{
  a: BIGINT | null;
  b: DOUBLE | null;
  c: DOUBLE;
  d: DECIMAL | null;
  e: DECIMAL;
  f: DOUBLE | null;
  g: BIGINT | null;
  h: INT;
  i: INT | DOUBLE;
}>()(
  t.select(($) => ({
    a: $.n.plus($.big),
    b: $.big.times(lit(1.0, D.DOUBLE())),
    c: $.n.plus(1.5),
    d: $.dec.times($.big),
    e: $.dec.times(2),
    f: $.dec.plus($.x),
    g: $.big.dividedBy(2),
    h: $.n.times(1.0),
    i: $.n.plus(Number('7')),
  })),
);
eq<{ a: BOOLEAN; b: BOOLEAN | null; c: BOOLEAN; d: BOOLEAN | null }>()(
  t.select(($) => ({
    a: $.n.isEqual(1),
    b: $.big.isGreater($.n),
    c: $.big.isNull(),
    d: $.n.isLess(3).and($.url.like('a%')),
  })),
);
eq<{ a: STRING; b: BIGINT | null; c: BIGINT; d: STRING | null; e: INT; f: STRING | null }>()(
  t.select(($) => ({
    a: $.url.ifNull('none'),
    b: $.n.cast(D.BIGINT()).ifNull($.big),
    c: $.n.cast(D.BIGINT()),
    d: ifThenElse($.n.isGreater(1), $.url, 'x'),
    e: ifThenElse($.n.isGreater(1), 1, 2),
    f: $.user.regexpExtract('a'),
  })),
);
t.select(($) => ({
  // @ts-expect-error
  a: $.user.plus(1),
  // @ts-expect-error
  b: $.n.upperCase(),
  // @ts-expect-error
  c: $.n.plus('1'),
  // @ts-expect-error
  d: $.user.isEqual(1),
  // @ts-expect-error
  e: $.ts.isEqual($.n),
  // @ts-expect-error
  f: ifThenElse($.n, 1, 2),
}));
const nested = tEnv.from(all);
eq<{ x: INT | null; y: STRING | null; z: INT | null; v: BIGINT | null; c: INT | null }>()(
  nested.select(($) => ({
    x: $.row.get('x'),
    y: $.row.get('y').at(1),
    z: $.arr.at(1),
    v: $.m.at('k'),
    c: $.arr.cardinality(),
  })),
);
nested.select(($) => ({
  // @ts-expect-error
  a: $.row.get('q'),
  // @ts-expect-error
  b: $.m.at(1),
  // @ts-expect-error
  c: $.arr.arrayContains('x'),
}));

// ---------------------------------------------------------------- where
eq<typeof clicks.schemaType>()(t.where(($) => $.n.isGreater(1)));
// @ts-expect-error not a boolean
t.where(($) => $.n);
// @ts-expect-error aggregate in where
t.filter(($) => $.n.sum().isGreater(1));

// ---------------------------------------------------------------- groupBy
eq<{ user: STRING; c: BIGINT; s: BIGINT | null; m: INT; a: INT }>()(
  t
    .groupBy('user')
    .select('user', ($) => ({ c: $.url.count(), s: $.big.sum(), m: $.n.max(), a: $.n.avg().distinct() })),
);
eq<{ u: STRING; c: BIGINT; s: INT }>()(
  t.groupBy($('user')).select(($) => [$.user.as('u'), $.url.count().as('c'), $.n.plus(1).sum().as('s')]),
);
eq<{ h: STRING | null; n: BIGINT }>()(
  t.groupBy(($) => $.url.upperCase().as('h')).select('h', ($) => ({ n: count($.user) })),
);
eq<{ user: STRING; url: STRING | null; h: INT; n: INT; r: DOUBLE | null }>()(
  t
    .groupBy('user', ($) => ({ url: $.url, h: $.n.mod(10) }))
    .select('user', 'url', ($) => ({
      h: $.h,
      n: max($.n),
      r: sum($.big).times(lit(1.0, D.DOUBLE())).dividedBy(sum($.n)),
    })),
);
eq<{ n: BIGINT }>()(t.select(($) => ({ n: $.user.count() })) as Table<{ n: BIGINT }>);
// @ts-expect-error neither grouped nor aggregated
t.groupBy('user').select('user', ($) => ({ url: $.url }));
// @ts-expect-error neither grouped nor aggregated, within an expression
t.groupBy('user').select('user', ($) => ({ x: $.n.plus($.big.sum()) }));
// @ts-expect-error not a key
t.groupBy('user').select('url', ($) => ({ c: $.url.count() }));
// @ts-expect-error mixed
t.select(($) => ({ n: $.n.sum(), user: $.user })).limit(1);
// @ts-expect-error
t.groupBy('nope');

// ---------------------------------------------------------------- columns
eq<{ a: INT; b: STRING; c: BIGINT }>()(
  t.select(($) => ({ a: $.n, b: $.user })).addColumns(($) => ({ c: $.a.cast(D.BIGINT()) })),
);
eq<{ a: BIGINT; b: STRING }>()(
  t.select(($) => ({ a: $.n, b: $.user })).addOrReplaceColumns(($) => ({ a: $.a.cast(D.BIGINT()) })),
);
eq<{ b: STRING }>()(t.select(($) => ({ a: $.n, b: $.user })).dropColumns('a'));
eq<{ z: INT; b: STRING }>()(t.select(($) => ({ a: $.n, b: $.user })).renameColumns({ a: 'z' }));
// @ts-expect-error
t.addColumns(($) => ({ n: $.n.plus(1) }));
// @ts-expect-error
t.dropColumns('zzz');
// @ts-expect-error
t.renameColumns({ zzz: 'a' });

// ---------------------------------------------------------------- joins
const users = tEnv.from(
  defineTable(
    'users',
    { id: D.STRING().notNull(), country: D.STRING().notNull(), age: D.INT() },
    { with: { connector: 'jdbc' } },
  ),
);
const l = t.select('user', 'n', 'ts');
eq<{ user: STRING; n: INT; ts: TIMESTAMP | null; id: STRING; country: STRING; age: INT | null }>()(
  l.join(users, (l, r) => l.user.isEqual(r.id)),
);
eq<{ user: STRING; n: INT; ts: TIMESTAMP | null; id: STRING | null; country: STRING | null; age: INT | null }>()(
  l.leftOuterJoin(users, (l, r) => l.user.isEqual(r.id)),
);
eq<{ user: STRING | null; n: INT | null; ts: TIMESTAMP | null; id: STRING; country: STRING; age: INT | null }>()(
  l.rightOuterJoin(users, (l, r) => l.user.isEqual(r.id)),
);
eq<{
  user: STRING | null;
  n: INT | null;
  ts: TIMESTAMP | null;
  id: STRING | null;
  country: STRING | null;
  age: INT | null;
}>()(l.fullOuterJoin(users, (l, r) => l.user.isEqual(r.id)));
// @ts-expect-error both have 'user'
l.join(users.renameColumns({ id: 'user' }));
// @ts-expect-error compared types
l.join(users, (l, r) => l.n.isEqual(r.country));

// ---------------------------------------------------------------- union
eq<{ user: STRING | null; n: BIGINT }>()(
  t.select(($) => ({ user: $.user, n: $.n.cast(D.BIGINT()) })).unionAll(t.select(($) => ({ user: $.url, n: $.n }))),
);
// @ts-expect-error type mismatch
t.select('user').union(t.select(($) => ({ user: $.n })));
// @ts-expect-error different columns
t.select('user').union(t.select('url'));

// ---------------------------------------------------------------- sinks
const sink = defineTable(
  'sink',
  { user: D.STRING().notNull(), total: D.BIGINT(), ratio: D.DOUBLE() },
  { with: { connector: 'print' } },
);
const good = t.groupBy('user').select('user', ($) => ({ total: $.n.sum(), ratio: $.x.avg() }));
good.executeInsert(sink);
good.executeInsert('untyped');
t.groupBy('user')
  .select(($) => ({ ratio: $.x.avg(), user: $.user, total: $.big.sum() }))
  .executeInsert(sink);
// @ts-expect-error missing column
good.dropColumns('ratio').executeInsert(sink);
// @ts-expect-error extra column
good.addColumns(() => ({ z: lit(1) })).executeInsert(sink);
// @ts-expect-error integer into DOUBLE
good.addOrReplaceColumns(($) => ({ ratio: $.total })).executeInsert(sink);
// @ts-expect-error nullable into NOT NULL
good.addOrReplaceColumns(() => ({ user: lit('x').regexpExtract('y') })).executeInsert(sink);

// ---------------------------------------------------------------- rows
async () => {
  for await (const row of (await good.execute()).collect())
    expectTypeOf(row).toEqualTypeOf<{ user: string; total: number; ratio: number | null }>();
};
async () => {
  for await (const { kind, row } of (await good.execute()).collectChangelog()) {
    expectTypeOf(kind).toEqualTypeOf<'+I' | '-U' | '+U' | '-D'>();
    row.user.length;
  }
};

// ---------------------------------------------------------------- functions
const ip = udf({ name: 'f', args: [D.STRING()], returns: D.STRING() }, (s) => {
  expectTypeOf(s).toEqualTypeOf<string | null>();
  return s;
});
const strict = udf(
  { name: 'f', args: [D.STRING(), D.BIGINT()], returns: D.STRING(), onNull: 'return-null' },
  (s, n) => {
    expectTypeOf(s).toEqualTypeOf<string>();
    expectTypeOf(n).toEqualTypeOf<bigint>();
    return s.repeat(Number(n));
  },
);
const dated = udf(
  {
    name: 'f',
    args: [D.TIMESTAMP_LTZ(3).bridgedTo('Date'), D.BIGINT().notNull().bridgedTo('number')],
    returns: D.DOUBLE(),
  },
  (d, n) => {
    expectTypeOf(d).toEqualTypeOf<Date | null>();
    expectTypeOf(n).toEqualTypeOf<number>();
    return n;
  },
);
const named = udf({ name: 'named', args: { s: D.STRING(), n: D.INT().notNull() }, returns: D.STRING() }, ({ s, n }) => {
  expectTypeOf(s).toEqualTypeOf<string | null>();
  expectTypeOf(n).toEqualTypeOf<number>();
  return s;
});
eq<{ a: STRING | null; b: STRING | null; c: DOUBLE | null; g: STRING | null; h: STRING | null }>()(
  tEnv.from(all).select(($) => ({
    a: ip($.s),
    b: strict($.vc, $.i),
    c: dated($.ltz, $.i),
    g: strict($.s, 5n),
    h: named({ s: $.s, n: 5 }),
  })),
);
t.select(($) => ({
  // @ts-expect-error argument type
  a: ip($.n),
  // @ts-expect-error argument count
  b: ip($.user, $.user),
  // @ts-expect-error argument count
  c: ip(),
  // @ts-expect-error nullable into NOT NULL parameter
  d: dated(new Date(), $.big),
}));
// @ts-expect-error a UDF's scope counts: url is not grouped
t.groupBy('user').select(($) => ({ x: ip($.url) }));
t.groupBy('user').select(($) => ({ x: ip($.user), y: ip($.url.max()) }));
// @ts-expect-error wrong return
udf({ name: 'f', args: [D.STRING()], returns: D.INT() }, (s) => s);
// @ts-expect-error named arguments: one is missing
t.select(($) => ({ x: named({ s: $.user }) }));
// @ts-expect-error named arguments: type
t.select(($) => ({ x: named({ s: $.n, n: 1 }) }));
// @ts-expect-error named arguments: scope
t.groupBy('user').select(($) => ({ x: named({ s: $.url, n: 1 }) }));
// @ts-expect-error no such bridge
D.BIGINT().bridgedTo('Date');
// @ts-expect-error no such bridge
D.BYTES().bridgedTo('string');
udf(
  {
    name: 'forms',
    args: [
      D.BYTES().bridgedTo('Buffer'),
      D.INTERVAL(D.DAY()).bridgedTo('number'),
      D.TIMESTAMP(6).bridgedTo('epochMicros'),
    ],
    returns: D.INTERVAL(D.MONTH()).notNull().bridgedTo('string'),
  },
  (bytes, millis, micros) => {
    expectTypeOf({ bytes, millis, micros }).toEqualTypeOf<{
      bytes: Buffer | null;
      millis: number | null;
      micros: bigint | null;
    }>();
    return 'P1M';
  },
);

// ---------------------------------------------------------------- untyped and SQL
const u = tEnv.from('created_by_sql');
expectTypeOf<Schema_<typeof u>>().toBeAny();
const u2 = u.select('a', ($) => ({ b: $.whatever.plus(1), n: $.x.cast(D.BIGINT()) })).where(($) => $.b.isGreater(1));
u.groupBy('a')
  .select('a', ($) => ({ n: $.b.count() }))
  .executeInsert('out');
u.groupBy($('a'))
  .select($('a'), ($) => ({ n: $.b.count() }))
  .executeInsert('x');
u.executeInsert(sink);
// @ts-expect-error names are known after a select, even if types are not
u.select('a').executeInsert(sink);
u.select('user', 'total', 'ratio').executeInsert(sink);
u.join(t, (l, r) => l.x.isEqual(r.user)).select('anything');
u2.select('a', 'b');
eq<{ a: BIGINT; s: STRING | null }>()(
  tEnv.sqlQuery<{
    a: bigint;
    s: string | null;
  }>`SELECT COUNT(*) a, ${ip}(s) FROM ${t} WHERE x > ${5} AND y = ${"it's"} AND ${sql.id('weird col')} IS NULL`,
);
eq<{ a: BIGINT | null; s: STRING }>()(
  tEnv.sqlQuery({ a: D.BIGINT(), s: D.STRING().notNull() })`SELECT a, s FROM ${clicks}`,
);
expectTypeOf<Schema_<ReturnType<typeof raw>>>().toBeAny();
function raw() {
  return tEnv.sqlQuery('SELECT 1');
}
// @ts-expect-error only tables, functions, fragments and literals
tEnv.sqlQuery`SELECT ${{ a: 1 }}`;
call<BOOLEAN>('my_fn', col('x')).and(true);
callSql('a + 1').plus(1);
eq<{ a: INT; b: STRING | null }>()(tEnv.fromValues({ a: D.INT().notNull(), b: D.STRING() }, [{ a: 1, b: null }]));

// ---------------------------------------------------------------- functions over tables of any schema with given columns
function withProvince<S extends { client_ip: STRING | null }>(t: Table<S>) {
  return t;
}
const kept = withProvince(
  tEnv.from(defineTable('x', { client_ip: D.STRING(), z: D.INT() }, { with: { connector: 'x' } })),
);
eq<{ client_ip: STRING | null; z: INT | null }>()(kept);

// ---------------------------------------------------------------- tables known by name
declare module 'tsflink' {
  interface KnownTables {
    known_by_name: { a: BIGINT; b: STRING | null };
  }
}
eq<{ a: BIGINT }>()(tEnv.from('known_by_name').select('a'));
// @ts-expect-error no such column
tEnv.from('known_by_name').select('c');
