// Table functions and process table functions: what must compile, with the types it has, and what must not.
import {
  asyncUdtf,
  type BIGINT,
  DataTypes,
  type INT,
  listView,
  lit,
  mapView,
  optional,
  ptf,
  type STRING,
  type Table,
  TableEnvironment,
  tableArg,
  udtf,
} from 'tsflink';
import { expectTypeOf } from 'vitest';

const D = DataTypes;
const tEnv = TableEnvironment.create();
type SchemaIn<T> = T extends Table<infer S> ? S : never;
const lines = tEnv.fromValues({ id: D.BIGINT().notNull(), line: D.STRING() }, []);

// ── table functions ──────────────────────────────────────────────────────────────────────────────────────────────────

const split = udtf(
  { name: 'split', args: [D.STRING()], returns: { word: D.STRING(), n: D.INT().notNull() } },
  function* (text) {
    expectTypeOf(text).toEqualTypeOf<string | null>();
    for (const word of text?.split(' ') ?? []) yield { word, n: word.length };
  },
);
const upTo = udtf({ name: 'up_to', args: { n: D.BIGINT() }, returns: D.BIGINT(), onNull: 'return-null' }, ({ n }) => {
  expectTypeOf(n).toEqualTypeOf<bigint>();
  return [n];
});

const joined = lines.joinLateral(($) => split($.line));
expectTypeOf<SchemaIn<typeof joined>>().toEqualTypeOf<{
  id: BIGINT;
  line: STRING | null;
  word: STRING | null;
  n: INT;
}>();
const left = lines.leftOuterJoinLateral(($) => split($.line));
expectTypeOf<SchemaIn<typeof left>['n']>().toEqualTypeOf<INT | null>();
const named = lines.joinLateral(($) => upTo({ n: $.id }).as('i'));
expectTypeOf<SchemaIn<typeof named>['i']>().toEqualTypeOf<BIGINT | null>();
const flat = lines.flatMap(($) => split($.line));
expectTypeOf<SchemaIn<typeof flat>>().toEqualTypeOf<{ word: STRING | null; n: INT }>();

// an asynchronous one
const later = asyncUdtf(
  { name: 'later', args: [D.STRING()], returns: { word: D.STRING(), n: D.INT().notNull() } },
  async (text) => {
    expectTypeOf(text).toEqualTypeOf<string | null>();
    return text === null ? null : [{ word: text, n: 1 }];
  },
);
const joinedLater = lines.joinLateral(($) => later($.line));
expectTypeOf<SchemaIn<typeof joinedLater>>().toEqualTypeOf<SchemaIn<typeof joined>>();
asyncUdtf({ name: 'f', args: [D.INT()], returns: D.STRING() }, async function* (n) {
  yield String(n);
});
// @ts-expect-error: its rows come at once
asyncUdtf({ name: 'f', args: [D.INT()], returns: D.STRING() }, (n) => [String(n)]);
// @ts-expect-error: a row of another type
asyncUdtf({ name: 'f', args: [D.INT()], returns: D.STRING() }, async (n) => [n]);

// an object and a class
udtf({ name: 'f', args: [D.INT()], returns: D.STRING() }, { eval: (n) => [String(n)] });
udtf(
  { args: [D.INT()], returns: D.STRING() },
  class Repeat {
    *eval(n: number | null) {
      yield String(n);
    }
  },
);

// methods as fields
udtf(
  { args: [D.INT().notNull()], returns: D.STRING() },
  class Repeat {
    eval = (n: number) => [String(n)];
  },
);

// @ts-expect-error not a bigint
lines.joinLateral(($) => split($.id));
// @ts-expect-error a missing argument
lines.joinLateral(() => split());
// @ts-expect-error a field is missing
udtf({ name: 'f', args: [D.STRING()], returns: { word: D.STRING(), n: D.INT() } }, () => [{ word: 'a' }]);
// @ts-expect-error a value that is not of the type
udtf({ name: 'f', args: [D.STRING()], returns: D.INT() }, () => ['a']);
// @ts-expect-error text is no row
udtf({ name: 'f', args: [D.STRING()], returns: D.STRING() }, (text) => text);
// @ts-expect-error async
udtf({ name: 'f', args: [D.STRING()], returns: D.STRING() }, async () => ['a']);

// ── process table functions ──────────────────────────────────────────────────────────────────────────────────────────

const tally = ptf(
  {
    name: 'tally',
    args: {
      input: tableArg({ semantics: 'set', columns: { user: D.STRING(), n: D.INT().notNull() } }),
      limit: D.BIGINT().notNull(),
      from: optional(D.STRING()),
    },
    state: {
      seen: { count: D.INT().notNull() },
      names: listView(D.STRING()),
      times: mapView(D.STRING(), D.BIGINT().notNull()),
    },
    returns: { total: D.INT() },
  },
  {
    *eval(ctx, { input, limit, from }, { seen, names, times }) {
      expectTypeOf(input).toEqualTypeOf<{ user: string | null; n: number }>();
      expectTypeOf(limit).toEqualTypeOf<bigint>();
      expectTypeOf(from).toEqualTypeOf<string | null>();
      expectTypeOf(seen.count).toEqualTypeOf<number | null>();
      expectTypeOf(names.get()).toEqualTypeOf<string[]>();
      // @ts-expect-error elements of lists are not null
      names.add(null);
      expectTypeOf(times.get('a')).toEqualTypeOf<bigint | null>();
      seen.count = input.n;
      ctx.timeContext('epochMillis').registerOnTime('end', 1);
      // @ts-expect-error a time in another form
      ctx.timeContext().registerOnTime('end', 1);
      yield { total: seen.count };
    },
    *onTimer(ctx, { seen }) {
      expectTypeOf(ctx.currentTimer()).toEqualTypeOf<string | null>();
      yield { total: seen.count };
    },
  },
);
lines.partitionBy('id').process(tally, lit(1n));

const rowByRow = ptf(
  { name: 'row_by_row', args: { input: tableArg({ semantics: 'row' }) }, returns: { total: D.INT() } },
  () => [{ total: 1 }],
);
const processed = lines.process(rowByRow);
expectTypeOf<SchemaIn<typeof processed>>().toEqualTypeOf<{ total: INT | null }>();

ptf(
  {
    name: 'two',
    args: {
      a: tableArg({ semantics: 'set', columns: { x: D.INT() } }),
      b: tableArg({ semantics: 'set', columns: { y: D.INT() } }),
    },
    returns: D.INT(),
  },
  (_, { a, b }) => {
    expectTypeOf(a).toEqualTypeOf<{ x: number | null } | null>();
    return [a?.x ?? b?.y ?? null];
  },
);

// @ts-expect-error a row that is not of the type
ptf({ name: 'f', args: { input: tableArg({ semantics: 'row' }) }, returns: { total: D.INT() } }, () => [
  { total: 'a' },
]);
// @ts-expect-error semantics must be said
tableArg({ columns: { x: D.INT() } });
