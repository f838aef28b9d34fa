import {
  asyncUdf,
  type DataType,
  DataTypes,
  listView,
  mapView,
  ptf,
  tableArg,
  type Untyped,
  udaf,
  udf,
  udtaf,
  udtf,
} from 'tsflink';

const D = DataTypes;
const N = D.INT().notNull();

/** What a function does in place of giving a value, for the row whose number is 2. */
type Fault = () => Untyped;

export const throws: Fault = () => {
  throw new RangeError('cannot do it'); // here: throws
};
export const loops: Fault = () => {
  for (let i = 0; ; i++) if (i < 0) return i;
};
export const exits: Fault = () => process.exit(3);
export const hoards: Fault = () => {
  const hoard: number[][] = [];
  for (;;) hoard.push(new Array(1000).fill(Math.random()));
};

/** Results that their types cannot hold: the type, the value, and what the error says. */
export const WRONG = {
  bigint_overflow: [D.BIGINT(), 2n ** 63n, /BIGINT.*9223372036854775808/],
  bigint_fraction: [D.BIGINT(), 1.5, /BIGINT \(bigint\), got number 1\.5/],
  bigint_unsafe: [D.BIGINT().bridgedTo('number'), 2 ** 53, /BIGINT.*9007199254740992/],
  tiny_overflow: [D.TINYINT(), 128, /TINYINT.*128/],
  small_overflow: [D.SMALLINT(), -32769, /SMALLINT.*-32769/],
  int_fraction: [D.INT(), 0.5, /INT.*0\.5/],
  int_nan: [D.INT(), Number.NaN, /INT.*NaN/],
  int_infinity: [D.INT(), Number.POSITIVE_INFINITY, /INT.*Infinity/],
  int_text: [D.INT(), '7', /INT.*string '7'/],
  int_nothing: [D.INT(), undefined, /INT.*undefined; return null for NULL/],
  float_overflow: [D.FLOAT(), 1e39, /FLOAT.*1e\+39/],
  decimal_digits: [D.DECIMAL(4, 2).bridgedTo('string'), '123.45', /DECIMAL\(4, 2\).*too many digits/],
  decimal_nan: [D.DECIMAL(4, 2).bridgedTo('number'), Number.NaN, /DECIMAL\(4, 2\).*NaN/],
  char_length: [D.CHAR(2), 'abc', /CHAR\(2\).*'abc'/],
  varchar_length: [D.VARCHAR(2), '😀😀😀', /VARCHAR\(2\).*3 characters/],
  lone_surrogate: [D.STRING(), 'a\ud800', /STRING.*lone surrogate/],
  binary_length: [D.BINARY(2), new Uint8Array(3), /BINARY\(2\)/],
  invalid_date: [D.DATE().bridgedTo('string'), '2023-02-29', /DATE.*2023-02-29/],
  boolean_number: [D.BOOLEAN(), 1, /BOOLEAN.*number 1/],
  nested_value: [D.ROW({ xs: D.ARRAY(D.INT()) }), { xs: [1, 'two'] }, /at (x\.)?xs\[1\]: expected INT.*'two'/],
} as const satisfies Record<string, readonly [DataType, unknown, RegExp]>;

/** A function of each kind, whose result for the row 2 is that of the fault: how it is made, and called in SQL. */
export interface Kind {
  readonly make: (name: string, type: DataType, fault: Fault) => Untyped;
  /** A query of `numbers`; none where SQL cannot call it. */
  readonly sql: (name: string) => string;
  /** The row that the error names. */
  readonly row: string;
  readonly streamingOnly?: true;
}

const args = [N] as const;
const input = tableArg({ semantics: 'row', columns: { n: N } });
const partition = tableArg({ semantics: 'set', columns: { n: N } });
const keep = { createAccumulator: () => 0, accumulate: (_: number, n: number) => n };

export const KINDS: Record<string, Kind> = {
  scalar: {
    make: (name, returns, fault) => udf({ name, args, returns }, (n) => (n === 2 ? fault() : null)),
    sql: (name) => `SELECT ${name}(n) AS x FROM numbers`,
    row: 'arg0 = 2',
  },
  row_by_row: {
    make: (name, returns, fault) => udf({ name, args, returns }, (n) => (n === 2 ? fault() : null)),
    sql: (name) => `SELECT CASE WHEN n > 0 THEN ${name}(n) END AS x FROM numbers`,
    row: 'arg0 = 2',
  },
  vectorised: {
    make: (name, returns, fault) =>
      udf({ name, args, returns, vectorised: true }, (column) =>
        Array.from(column, (n): Untyped => (n === 2 ? fault() : null)),
      ),
    sql: (name) => `SELECT ${name}(n) AS x FROM numbers`,
    row: 'arg0 = 2',
  },
  asynchronous: {
    make: (name, returns, fault) => asyncUdf({ name, args, returns }, async (n) => (n === 2 ? fault() : null)),
    sql: (name) => `SELECT ${name}(n) AS x FROM numbers`,
    row: 'arg0 = 2',
    streamingOnly: true,
  },
  table: {
    make: (name, type, fault) =>
      udtf({ name, args, returns: { x: type } }, function* (n): Untyped {
        yield { x: null };
        if (n === 2) yield { x: fault() };
      }),
    sql: (name) => `SELECT x FROM numbers, LATERAL TABLE(${name}(n))`,
    row: 'arg0 = 2',
  },
  aggregate: {
    make: (name, returns, fault) =>
      udaf(
        { name, args, accumulator: N, returns },
        { ...keep, merge: (_, others) => others[0], getValue: (n) => (n === 2 ? fault() : null) },
      ),
    sql: (name) => `SELECT ${name}(n) AS x FROM numbers GROUP BY n`,
    row: 'accumulator = 2',
  },
  vectorised_aggregate: {
    make: (name, returns, fault) =>
      udaf({ name, args, returns, vectorised: true }, (column): Untyped => (column.includes(2) ? fault() : null)),
    sql: (name) => `SELECT ${name}(n) AS x FROM numbers GROUP BY n`,
    row: 'accumulator = [ { arg0: 2 } ]',
  },
  table_aggregate: {
    make: (name, type, fault) =>
      udtaf(
        { name, args, accumulator: N, returns: D.ROW({ x: type }) },
        { ...keep, emitValue: (n): Untyped => [{ x: n === 2 ? fault() : null }] },
      ),
    sql: () => '',
    row: 'accumulator = 2',
    streamingOnly: true,
  },
  table_aggregate_update: {
    make: (name, type, fault) =>
      udtaf(
        { name, args, accumulator: N, returns: D.ROW({ x: type }) },
        { ...keep, emitUpdateWithRetract: (n, out) => out.collect({ x: n === 2 ? fault() : null } as Untyped) },
      ),
    sql: () => '',
    row: 'accumulator = 2',
    streamingOnly: true,
  },
  process_row: {
    make: (name, type, fault) =>
      ptf({ name, args: { input }, returns: { x: type } }, function* (_, { input: { n } }): Untyped {
        yield { x: null };
        if (n === 2) yield { x: fault() };
      }),
    sql: (name) => `SELECT x FROM ${name}(input => TABLE numbers)`,
    row: 'input = { n: 2 }',
    streamingOnly: true,
  },
  process_set: {
    make: (name, type, fault) =>
      ptf(
        { name, args: { input: partition }, returns: { x: type } },
        (_, { input: { n } }): Untyped => [{ x: n === 2 ? fault() : null }],
      ),
    sql: (name) => `SELECT x FROM ${name}(input => TABLE numbers PARTITION BY n)`,
    row: 'input = { n: 2 }',
    streamingOnly: true,
  },
  process_timer: {
    make: (name, type, fault) =>
      ptf(
        {
          name,
          args: { input: tableArg({ semantics: 'set', requireOnTime: true }) },
          state: { seen: { n: D.INT() } },
          returns: { x: type },
        },
        {
          eval(ctx, { input: row }, { seen }) {
            seen.n = row.n;
            ctx.timeContext('epochMillis').registerOnTime('end', 0);
          },
          onTimer: (_, { seen }): Untyped => [{ x: seen.n === 2 ? fault() : null }],
        },
      ),
    sql: (name) => `SELECT x FROM ${name}(input => TABLE timed PARTITION BY n, on_time => DESCRIPTOR(ts))`,
    row: 'timer = ',
    streamingOnly: true,
  },
};

function* forEver(): Generator<{ x: number }> {
  for (;;) yield { x: 1 };
}

/** Functions that yield for ever for the row 2, and queries that keep none of these rows. */
export const endless: readonly (Pick<Kind, 'sql' | 'streamingOnly'> & { readonly fn: Untyped })[] = [
  {
    fn: udtf({ name: 'endless_table', args, returns: { x: N } }, (n) => (n === 2 ? forEver() : null)),
    sql: (name) => `SELECT x FROM numbers, LATERAL TABLE(${name}(n)) WHERE x < 0`,
  },
  {
    fn: ptf({ name: 'endless_process', args: { input }, returns: { x: N } }, (_, { input: { n } }) =>
      n === 2 ? forEver() : null,
    ),
    sql: (name) => `SELECT x FROM ${name}(input => TABLE numbers) WHERE x < 0`,
    streamingOnly: true,
  },
  {
    fn: ptf(
      {
        name: 'endless_timer',
        args: { input: tableArg({ semantics: 'set', requireOnTime: true }) },
        returns: { x: N },
      },
      { eval: (ctx) => ctx.timeContext('epochMillis').registerOnTime('end', 0), onTimer: forEver },
    ),
    sql: (name) => `SELECT x FROM ${name}(input => TABLE timed PARTITION BY n, on_time => DESCRIPTOR(ts)) WHERE x < 0`,
    streamingOnly: true,
  },
];

/** One whose rows are gathered before they leave: time or memory ends it. */
export const endlessEmitting = udtaf(
  { name: 'endless_emitting', args, accumulator: N, returns: D.ROW({ x: N }) },
  { ...keep, emitValue: forEver },
);

/** Faults in methods of an aggregate: a query in which the method is called. */
export const METHODS = {
  createAccumulator: 'SELECT %(n) AS x FROM numbers GROUP BY n',
  accumulate: 'SELECT %(n) AS x FROM numbers GROUP BY n',
  retract: 'SELECT %(CAST(c AS INT)) AS x FROM (SELECT COUNT(*) AS c FROM numbers GROUP BY MOD(n, 2))',
  merge: 'SELECT %(n) AS x FROM numbers',
  getValue: 'SELECT %(n) AS x FROM numbers GROUP BY n',
} as const;

/** Queries in which merge is called in streaming mode: of groups in two phases, of slices of a window, of sessions. */
export const MERGING = {
  phases: 'SELECT %(n) AS x FROM timed',
  slices:
    "SELECT %(n) AS x FROM HOP(TABLE timed, DESCRIPTOR(ts), INTERVAL '1' SECOND, INTERVAL '3' SECOND) GROUP BY window_start, window_end",
  // 1 and 2 are sessions of their own until 3 comes between them.
  sessions:
    "SELECT %(n) AS x FROM SESSION(TABLE timed, DESCRIPTOR(ts), INTERVAL '10' SECOND) GROUP BY window_start, window_end",
} as const;

/** An aggregate function with a fault in a method; what the fault gives becomes the accumulator. */
export const faulty = (name: string, method: keyof typeof METHODS, fault: Fault): Untyped =>
  udaf(
    { name, args, accumulator: D.ROW({ sum: D.TINYINT() }), returns: D.TINYINT() },
    {
      createAccumulator: () => (method === 'createAccumulator' ? fault() : { sum: 0 }),
      accumulate: () => (method === 'accumulate' ? fault() : undefined),
      retract: () => (method === 'retract' ? fault() : undefined),
      merge: () => (method === 'merge' ? fault() : undefined),
      getValue: () => (method === 'getValue' ? fault() : null),
    },
  );

/** Faults in the state of a process table function, by what they do with it. */
const STATE_FAULTS: Record<string, readonly [(state: Untyped, ctx: Untyped) => unknown, RegExp]> = {
  value: [
    ({ seen }) => {
      seen.count = 1.5;
    },
    /wrong state: at seen\.count: expected INT.*1\.5/,
  ],
  list: [
    ({ list }) => list.add(null),
    /wrong state: in the view 'list', at values\[0\]: expected TINYINT NOT NULL.*null/,
  ],
  list_element: [
    ({ list }) => list.set([1, 128]),
    /wrong state: in the view 'list', at values\[1\]: expected TINYINT NOT NULL.*128/,
  ],
  map_key: [
    ({ map }) => map.put(1, 1n),
    /wrong state: in the view 'map', at keys\[0\]: expected STRING NOT NULL.*number 1/,
  ],
  map_value: [
    ({ map }) => map.put('a', 2n ** 63n),
    /wrong state: in the view 'map', at values\[0\]: expected BIGINT.*9223372036854775808/,
  ],
};

export const stateFaults = Object.entries(STATE_FAULTS).map(([name, [fault, said]]) => ({
  name: `state_${name}`,
  said,
  fn: ptf(
    {
      name: `state_${name}`,
      args: { input: partition },
      state: {
        seen: { count: D.INT() },
        list: listView(D.TINYINT()),
        map: mapView(D.STRING(), D.BIGINT()),
      },
      returns: { x: D.INT() },
    },
    (ctx: Untyped, { input: { n } }: Untyped, state: Untyped): Untyped => {
      if (n === 2) fault(state, ctx);
    },
  ),
}));

/** Functions that fail when they are closed: at the end of their input, and when they have failed before. */
export const [closing, failingTwice] = [3, 2].map((last) =>
  udf(
    { name: last === 3 ? 'closing' : 'failing_twice', args, returns: D.INT() },
    {
      eval: (n) => (n > last ? throws() : n),
      close() {
        throw new RangeError('cannot close');
      },
    },
  ),
);
