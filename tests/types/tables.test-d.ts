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
  call,
  DataTypes,
  type DOUBLE,
  defineTable,
  type INT,
  lit,
  Over,
  proctime,
  type ROW,
  type ROWTIME,
  Session,
  type STRING,
  type Table,
  TableEnvironment,
  type TIMESTAMP,
  Tumble,
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
