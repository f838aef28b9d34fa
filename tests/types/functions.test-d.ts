// What the functions of expressions take and give; what they must not take.
import {
  $,
  type ARRAY,
  and,
  array,
  arraySort,
  type BIGINT,
  type BOOLEAN,
  coalesce,
  concat,
  currentTimestamp,
  DataTypes,
  type DECIMAL,
  type DOUBLE,
  defineTable,
  greatest,
  type INT,
  type INTERVAL,
  ifThenElse,
  jsonObject,
  lag,
  lit,
  type MAP,
  map,
  nullOf,
  parseJson,
  type ROW,
  row,
  type STRING,
  TableEnvironment,
  type TIMESTAMP,
  TimeIntervalUnit,
  timestampDiff,
  toTimestampLtz,
  type Untyped,
  type VARIANT,
} from 'tsflink';
import { expectTypeOf } from 'vitest';

const { ARRAY: array_, BIGINT: bigint, DOUBLE: double, INT: int, MAP: map_, ROW: row_, STRING: string } = DataTypes;
const t = TableEnvironment.create().from(
  defineTable(
    't',
    {
      s: string(),
      t: string().notNull(),
      i: int(),
      n: int().notNull(),
      b: bigint(),
      d: double(),
      dec: DataTypes.DECIMAL(10, 2).notNull(),
      ts: DataTypes.TIMESTAMP(3).notNull(),
      date: DataTypes.DATE(),
      ints: array_(int()),
      m: map_(string().notNull(), bigint()),
      r: row_({ x: int().notNull(), y: string() }).notNull(),
      v: DataTypes.VARIANT(),
      bits: DataTypes.BITMAP().notNull(),
    },
    { with: { connector: 'datagen' } },
  ),
);
const c = t.$;
// NULL where an argument may be, and not otherwise
const made = t.select(($) => ({
  a: $.t.upperCase(),
  b: $.t.concat($.s),
  c: $.t.replace('a', 'b'),
  d: $.t.substring($.i),
  e: $.t.regexpExtract('x'),
  f: $.n.mod(7n),
  g: $.dec.mod($.n),
  h: $.d.round(2),
  i: $.n.sin(),
  j: $.ints.at(1),
  k: $.ints.arrayAppend(5),
  l: $.m.mapEntries().at(1).get('value'),
  m: $.r.get('x'),
  n: $.ts.plus(lit(3).days()),
  o: $.date.extract('YEAR'),
  p: lit(1).day().times($.i),
  q: timestampDiff('DAY', $.date, $.ts),
  r: toTimestampLtz($.b, 3).extract(TimeIntervalUnit.HOUR),
  s: and($.t.isEqual('x'), $.i.isGreater(1)),
  t: coalesce($.i, $.n),
  u: greatest($.n, $.b, 1),
  v: ifThenElse($.n.isGreater(0), $.n, 0.5),
  w: array($.n, null),
  x: map('k', $.b, 'l', 5),
  y: row($.n, 'x'),
  z: concat($.t, '-', $.t),
}));
type Made = typeof made.schemaType;
expectTypeOf<Pick<Made, 'a' | 'b' | 'c' | 'd' | 'e'>>().toEqualTypeOf<{
  a: STRING;
  b: STRING | null;
  c: STRING;
  d: STRING | null;
  e: STRING | null;
}>();
expectTypeOf<Pick<Made, 'f' | 'g' | 'h' | 'i'>>().toEqualTypeOf<{
  f: BIGINT;
  g: DECIMAL;
  h: DOUBLE | null;
  i: DOUBLE;
}>();
expectTypeOf<Pick<Made, 'j' | 'k' | 'l' | 'm'>>().toEqualTypeOf<{
  j: INT | null;
  k: ARRAY<INT | null> | null;
  l: BIGINT | null;
  m: INT;
}>();
expectTypeOf<Pick<Made, 'n' | 'o' | 'p' | 'q' | 'r'>>().toEqualTypeOf<{
  n: TIMESTAMP;
  o: BIGINT | null;
  p: INTERVAL | null;
  q: INT | null;
  r: BIGINT | null;
}>();
expectTypeOf<Pick<Made, 's' | 't' | 'u' | 'v'>>().toEqualTypeOf<{
  s: BOOLEAN | null;
  t: INT;
  u: BIGINT | null;
  v: DOUBLE;
}>();
expectTypeOf<Pick<Made, 'w' | 'x' | 'y' | 'z'>>().toEqualTypeOf<{
  w: ARRAY<INT | null>;
  x: MAP<STRING, BIGINT | null>;
  y: ROW<{ f0: INT; f1: STRING }>;
  z: STRING;
}>();
const more = t.select(($) => ({ a: parseJson($.t).at('k'), b: $.bits.bitmapToArray(), c: nullOf(bigint()) }));
expectTypeOf(more.schemaType).toEqualTypeOf<{ a: VARIANT | null; b: ARRAY<INT | null>; c: BIGINT | null }>();

// untyped columns have every method
expectTypeOf(t.select(() => ({ x: $('r').get('x').plus(1) })).schemaType.x).toEqualTypeOf<Untyped>();
expectTypeOf(t.select(() => ({ x: $('m').at('k') })).schemaType.x).toEqualTypeOf<Untyped>();
t.select(() => ({ x: $('s').jsonValue('$.a', int(), 'DEFAULT', 1, 'NULL', null) }));

// @ts-expect-error of text only
c.b.upperCase();
// @ts-expect-error an option of another enumeration
c.s.jsonQuery('$.a', 'ABSENT');
// @ts-expect-error an interval is no number
lit(1).day().isLess(c.n);
// @ts-expect-error months are no number either
c.ts.plus(5);
// @ts-expect-error text where a number is wanted
c.s.substring('1');
// @ts-expect-error the elements are of INT
c.ints.arrayContains('x');
// @ts-expect-error a bitmap is no array
c.bits.cardinality();
// @ts-expect-error DOUBLE has no remainder in Flink
c.d.mod(2);
// @ts-expect-error hexadecimal digits are of integers and of text
c.dec.hex();
// @ts-expect-error no such field
c.r.get('z');
// @ts-expect-error no such unit
c.ts.floor('HOURS');
// @ts-expect-error VARIANT has no order
c.v.isGreater(c.v);
// @ts-expect-error the option comes first
jsonObject('k', c.s);
// @ts-expect-error an array is sorted, a map is not
arraySort(c.m);
// @ts-expect-error text and numbers have no type in common
t.select(() => ({ x: array(c.n, c.s) }));
// @ts-expect-error nor have a text and a timestamp
t.select(() => ({ x: coalesce(c.s, currentTimestamp()) }));
// @ts-expect-error a function of windows is of no use without one
t.select(($) => ({ x: lag($.s) }));
