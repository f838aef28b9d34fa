import { setImmediate } from 'node:timers/promises';
import {
  asyncUdf,
  asyncUdtf,
  DataTypes,
  listView,
  mapView,
  ptf,
  tableArg,
  udaf,
  udf,
  udtaf,
  udtf,
  value,
} from 'tsflink';
import { probe } from './probe.js';

const { BIGINT, DOUBLE, INT, ROW, STRING } = DataTypes;

/** Functions of each kind, each called in a query of its own: SQL over `source(n BIGINT, k BIGINT, ts TIMESTAMP_LTZ(3))`. */
const plain = udf({ name: 'plain', args: [BIGINT()], returns: BIGINT() }, (n) => {
  probe();
  return n === null ? null : n + 1n;
});

const names = new Map([[0n, 'even']]);
const text = udf({ name: 'text', args: { n: BIGINT() }, returns: STRING() }, ({ n }) => {
  probe();
  return n === null ? null : `${names.get(n % 2n) ?? 'odd'} ${n}`;
});

class Counting {
  #calls = 0n;
  open(): void {
    this.#calls = 0n;
  }
  eval(n: bigint | null) {
    probe();
    return { n, calls: ++this.#calls };
  }
}
const counting = udf(
  { name: 'counting', args: [BIGINT()], returns: ROW({ n: BIGINT(), calls: BIGINT() }), deterministic: false },
  Counting,
);

const halved = udf(
  { name: 'halved', args: [BIGINT().notNull()], returns: DOUBLE().notNull(), vectorised: true },
  (numbers) => {
    probe(numbers.length);
    return Float64Array.from(numbers, (n) => Number(n) / 2);
  },
);

const pair = udtf({ name: 'pair', args: [BIGINT()], returns: { s: STRING() } }, function* (n) {
  probe();
  yield { s: `${n}` };
  yield { s: null };
});

const total = udaf(
  { name: 'total', args: [BIGINT()], accumulator: { sum: BIGINT().notNull() }, returns: BIGINT() },
  {
    createAccumulator: () => ({ sum: 0n }),
    accumulate(accumulator, n) {
      probe();
      accumulator.sum = BigInt.asIntN(62, accumulator.sum + (n ?? 0n));
    },
    getValue: ({ sum }) => sum,
  },
);

const seen = ptf(
  {
    name: 'seen',
    args: { numbers: tableArg({ semantics: 'set' }) },
    state: { counts: mapView(STRING(), BIGINT()) },
    returns: { s: STRING() },
  },
  function* (_, __, { counts }) {
    probe();
    const count = (counts.get('all') ?? 0n) + 1n;
    counts.put('all', count);
    yield { s: `${count}` };
  },
);

/** Values, a list that stays short, and timers by name and without one. */
const timed = ptf(
  {
    name: 'timed',
    args: { numbers: tableArg({ semantics: 'set' }) },
    state: { seen: value({ count: BIGINT(), text: STRING() }), last: listView(BIGINT()) },
    returns: { s: STRING() },
  },
  {
    *eval(ctx, { numbers: { n } }, { seen, last }) {
      probe();
      seen.count = (seen.count ?? 0n) + 1n;
      seen.text = `${n}`;
      if (seen.count % 100n === 0n) {
        last.set([n]);
        const time = ctx.timeContext('epochMillis');
        time.registerOnTime('later', (time.currentWatermark() ?? 0) + 50);
        time.registerOnTime((time.currentWatermark() ?? 0) + 100);
      }
      yield { s: seen.text };
    },
    *onTimer(ctx, { seen, last }) {
      if (ctx.currentTimer() === null) ctx.clearState('seen');
      yield { s: `${last.get().length} ${seen.count}` };
    },
  },
);

const remembering = udaf(
  {
    name: 'remembering',
    args: [BIGINT()],
    accumulator: { rows: BIGINT().notNull(), remainders: mapView(BIGINT(), BIGINT().notNull()) },
    returns: BIGINT(),
  },
  {
    createAccumulator: () => ({ rows: 0n }),
    accumulate(accumulator, n) {
      probe();
      accumulator.rows++;
      accumulator.remainders.put((n ?? 0n) % 10n, accumulator.rows);
    },
    getValue: ({ rows }) => rows,
  },
);

const middle = udaf({ name: 'middle', args: [DOUBLE().notNull()], returns: DOUBLE(), vectorised: true }, (numbers) => {
  probe(numbers.length);
  return numbers.sort()[numbers.length >> 1] ?? null;
});

/** The two largest of a group. */
export const largest = udtaf(
  {
    name: 'largest',
    args: [BIGINT()],
    accumulator: { first: BIGINT(), second: BIGINT() },
    returns: ROW({ n: BIGINT(), rank: INT() }),
  },
  {
    createAccumulator: () => ({ first: null, second: null }),
    accumulate(accumulator, n) {
      probe();
      if (n === null) return;
      const { first, second } = accumulator;
      if (first === null || n > first) Object.assign(accumulator, { first: n, second: first });
      else if (second === null || n > second) accumulator.second = n;
    },
    *emitValue({ first, second }) {
      yield { n: first, rank: 1 };
      yield { n: second, rank: 2 };
    },
  },
);

const later = asyncUdf({ name: 'later', args: [BIGINT()], returns: STRING() }, async (n) => {
  probe();
  await setImmediate();
  return `${n}`;
});

const laterPair = asyncUdtf({ name: 'later_pair', args: [BIGINT()], returns: { s: STRING() } }, async (n) => {
  probe();
  await setImmediate();
  return [{ s: `${n}` }, { s: null }];
});

export const functions = {
  ...{ plain, text, counting, halved, pair, total, seen },
  ...{ timed, remembering, middle, later, laterPair },
};

/** The queries, by kind; each reads all of `source` once. */
export const queries: Readonly<Record<string, string>> = {
  'scalar, BIGINT': 'SELECT CAST(plain(n) AS STRING) FROM source',
  'scalar, STRING': 'SELECT text(n) FROM source',
  'scalar, a class, ROW': 'SELECT CAST(counting(n).calls AS STRING) FROM source',
  'asynchronous scalar': 'SELECT later(n) FROM source',
  vectorised: 'SELECT CAST(halved(COALESCE(n, 0)) AS STRING) FROM source',
  table: 'SELECT t.s FROM source CROSS JOIN LATERAL TABLE(pair(n)) AS t',
  'asynchronous table': 'SELECT t.s FROM source CROSS JOIN LATERAL TABLE(laterPair(n)) AS t',
  aggregate: 'SELECT CAST(total(n) AS STRING) FROM source GROUP BY k',
  'aggregate with a view': 'SELECT CAST(remembering(n) AS STRING) FROM source GROUP BY k',
  'aggregate, vectorised, in windows':
    "SELECT CAST(middle(CAST(COALESCE(n, 0) AS DOUBLE)) AS STRING) FROM TABLE(TUMBLE(TABLE source, DESCRIPTOR(ts), INTERVAL '1' SECOND)) GROUP BY k, window_start, window_end",
  'table aggregate': 'SELECT CAST(n AS STRING) FROM largest_two',
  'process table, a view': 'SELECT s FROM seen(numbers => TABLE source PARTITION BY k)',
  'process table, values, timers': 'SELECT s FROM timed(numbers => TABLE source PARTITION BY k)',
};
