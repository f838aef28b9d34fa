// Windows, lateral joins, calls on tables: the types they have.
import type {
  Table as ArrowTable,
  Dictionary,
  Float64,
  Int32,
  List,
  Struct,
  TimestampMillisecond,
  Utf8,
} from 'apache-arrow';
import {
  type ARRAY,
  type BIGINT,
  type BOOLEAN,
  call,
  DataTypes,
  type DOUBLE,
  defineTable,
  type INT,
  lit,
  type MAP,
  ModelDescriptor,
  max,
  Over,
  proctime,
  type ROW,
  type ROWTIME,
  range,
  row,
  Schema,
  Session,
  type STRING,
  type Table,
  TableEnvironment,
  type TIMESTAMP,
  type TIMESTAMP_LTZ,
  Tumble,
  withAllColumns,
  withColumns,
  withoutColumns,
} from 'tsflink';
import { expectTypeOf } from 'vitest';

const D = DataTypes;
const clicks = defineTable(
  'clicks',
  { user: D.STRING().notNull(), ts: D.TIMESTAMP(3), n: D.INT().notNull(), tags: D.ARRAY(D.STRING()) },
  { with: { connector: 'datagen' }, watermark: { column: 'ts' }, computed: () => ({ pt: proctime() }) },
);
const tEnv = TableEnvironment.create();
const t = tEnv.from(clicks);

const windowed = t
  .window(Tumble.over(lit(5).minutes()).on('ts').as('w'))
  .groupBy('w', 'user')
  .select('user', ($) => ({ from: $.w.start(), at: $.w.rowtime(), total: $.n.sum() }));
expectTypeOf(windowed.schemaType).toEqualTypeOf<{ user: STRING; from: TIMESTAMP; at: ROWTIME; total: INT }>();
// what a window gives as a time attribute can be windowed again
windowed.window(Session.withGap(lit(1).hours()).on('at').as('v')).groupBy('v');
// @ts-expect-error the plain start cannot
windowed.window(Session.withGap(lit(1).hours()).on('from').as('v'));

const over = t
  .window(Over.partitionBy('user').orderBy('ts').preceding(lit(1).hours()).as('w'))
  .select('user', 'ts', ($) => ({ c: $.n.count().over($.w) }));
expectTypeOf(over.schemaType).toEqualTypeOf<{ user: STRING; ts: ROWTIME | null; c: BIGINT }>();

// a whole table may have no rows, where a group has some
const whole = t.select(($) => ({
  c: $.n.count(),
  s: $.n.sum(),
  s0: $.n.sum0(),
  m: $.user.max(),
  p: $.n.avg().plus(1),
}));
expectTypeOf(whole.schemaType).toEqualTypeOf<{
  c: BIGINT;
  s: INT | null;
  s0: INT;
  m: STRING | null;
  p: INT | null;
}>();
expectTypeOf(t.select(($) => ({ m: max($.n) })).schemaType).toEqualTypeOf<{ m: INT | null }>();
const perUser = t.groupBy('user').select(($) => ({ c: $.n.count(), s: $.n.sum().distinct(), m: max($.n) }));
expectTypeOf(perUser.schemaType).toEqualTypeOf<{ c: BIGINT; s: INT; m: INT }>();
const byFunction = t.groupBy('user').aggregate(($) => $.n.max().as('most'));
expectTypeOf(byFunction.select('user', 'most').schemaType).toEqualTypeOf<{ user: STRING; most: INT }>();
const allByFunction = t.aggregate(($) => $.n.max().as('most'));
expectTypeOf(allByFunction.select('most').schemaType).toEqualTypeOf<{ most: INT | null }>();

// columns that are named keep their types
const plain = t.select('user', 'n', 'tags');
expectTypeOf(plain.select(withColumns('n', 'user')).schemaType).toEqualTypeOf<{ n: INT; user: STRING }>();
expectTypeOf(plain.select(withoutColumns('tags'), ($) => ({ twice: $.n.times(2) })).schemaType).toEqualTypeOf<{
  user: STRING;
  n: INT;
  twice: INT;
}>();
expectTypeOf(plain.select(withAllColumns()).schemaType).toEqualTypeOf<typeof plain.schemaType>();
// the compiler knows no order of columns, but their names
plain.select(withColumns(range('user', 'n')), withColumns(3)).select(($) => ({ twice: $.n.times(2) }));
// @ts-expect-error no such column
plain.select(withColumns('usr'));
// @ts-expect-error no such column
plain.select(withoutColumns('usr'));
// @ts-expect-error no such column
plain.select(withColumns(range('user', 'm')));

const flat = t.select(($) => ({ r: row($.user, $.n) })).select(($) => $.r.flatten());
expectTypeOf(flat.schemaType).toEqualTypeOf<{ r$f0: STRING; r$f1: INT }>();
const places = TableEnvironment.create().fromValues(
  { id: D.INT(), at: D.ROW({ x: D.INT().notNull(), y: D.STRING() }) },
  [],
);
expectTypeOf(places.select('id', ($) => $.at.flatten()).schemaType).toEqualTypeOf<{
  id: INT | null;
  at$x: INT | null;
  at$y: STRING | null;
}>();
expectTypeOf(places.select(($) => [$.id, $.at.flatten()]).schemaType).toEqualTypeOf<{
  id: INT | null;
  at$x: INT | null;
  at$y: STRING | null;
}>();

const lateral = t
  .joinLateral(($) => call<ROW<{ word: STRING | null; length: INT }>>('split', $.user))
  .select('user', 'word', 'length');
expectTypeOf(lateral.schemaType).toEqualTypeOf<{ user: STRING; word: STRING | null; length: INT }>();
const outer = t.leftOuterJoinLateral(($) => call<ROW<{ length: INT }>>('split', $.user)).select('length');
expectTypeOf(outer.schemaType).toEqualTypeOf<{ length: INT | null }>();
// @ts-expect-error the table has such a column
t.joinLateral(($) => call<ROW<{ user: STRING }>>('split', $.user));

const changes = t.select('user', 'n').toChangelog();
expectTypeOf(changes.schemaType).toEqualTypeOf<{ user: STRING; n: INT; op: STRING }>();
expectTypeOf(changes.fromChangelog().schemaType).toEqualTypeOf<{ user: STRING; n: INT }>();

const versions = t.select('user', 'ts', 'n').renameColumns({ user: 'who' }).createTemporalTableFunction('ts', 'who');
expectTypeOf(versions.schemaType).toEqualTypeOf<{ who: STRING; ts: TIMESTAMP | null; n: INT }>();

expectTypeOf(t.select('user', 'ts').cache().schemaType).toEqualTypeOf<{ user: STRING; ts: TIMESTAMP | null }>();
expectTypeOf(t.partitionBy('user').keyNames).toEqualTypeOf<'user'>();
// @ts-expect-error no such column
t.partitionBy('usr');

t.where(($) => $.user.in(t.select('user')));
declare const known: Table<{ a: INT }>;
t.where(($) => $.n.in(known));

declare const arrow: ArrowTable<{
  n: Int32;
  s: Utf8;
  at: TimestampMillisecond;
  tags: List<Utf8>;
  code: Dictionary<Utf8, Int32>;
  place: Struct<{ x: Float64 }>;
}>;
const ofArrow = TableEnvironment.create().fromArrow(arrow);
expectTypeOf(ofArrow.select('n', 's', 'tags', 'code', 'place').schemaType).toEqualTypeOf<{
  n: INT | null;
  s: STRING | null;
  tags: ARRAY<STRING | null> | null;
  code: STRING | null;
  place: ROW<{ x: DOUBLE | null }> | null;
}>();
ofArrow.select(($) => ({ later: $.at.plus(lit(1).hours()) }));
// @ts-expect-error no such column
ofArrow.select('m');
// @ts-expect-error a number is no text
TableEnvironment.create().fromValues({ s: DataTypes.STRING() }, {} as AsyncIterable<{ s: number }>);
TableEnvironment.create().fromValues({ s: DataTypes.STRING() }, {} as AsyncIterable<{ s: string | null }>);

const sentiment = ModelDescriptor.forProvider('openai')
  .inputSchema(Schema.newBuilder().column('text', D.STRING()).build())
  .outputSchema(Schema.newBuilder().column('label', D.STRING()).build())
  .build();
const labelled = TableEnvironment.create().fromModel(sentiment).predict(plain, ['user']);
expectTypeOf(labelled.schemaType).toEqualTypeOf<{
  user: STRING;
  n: INT;
  tags: ARRAY<STRING | null> | null;
  label: STRING | null;
}>();
// @ts-expect-error the model takes a text
TableEnvironment.create().fromModel(sentiment).predict(plain, ['n']);
// @ts-expect-error no such column
TableEnvironment.create().fromModel('sentiment').predict(plain, ['usr']);
// @ts-expect-error both have a column of that name
TableEnvironment.create().fromModel(sentiment).predict(labelled, ['user']);

const inferred = TableEnvironment.create().fromValues([
  { id: 1n, n: 1, tags: ['a'], at: { x: 1, y: new Date() }, late: null },
  { id: 2n, n: null, late: true, m: new Map([['a', 1]]) },
]);
expectTypeOf(inferred.schemaType).toEqualTypeOf<{
  id: BIGINT | null;
  n: DOUBLE | null;
  tags: ARRAY<STRING | null> | null;
  at: ROW<{ x: DOUBLE | null; y: TIMESTAMP_LTZ | null }> | null;
  late: BOOLEAN | null;
  m: MAP<STRING | null, DOUBLE | null> | null;
}>();
// @ts-expect-error no such column
inferred.select('ids');
// @ts-expect-error rows that come later need declared columns
TableEnvironment.create().fromValues({} as AsyncIterable<{ s: number }>);
