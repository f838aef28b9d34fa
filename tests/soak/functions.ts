import { DataTypes, mapView, ptf, tableArg, udaf, udf, udtf } from 'tsflink';

const { BIGINT, DOUBLE, ROW, STRING } = DataTypes;

/** Functions of each kind, each called in a query of its own: SQL over `source(n BIGINT, k BIGINT)`. */
const plain = udf({ name: 'plain', args: [BIGINT()], returns: BIGINT() }, (n) => (n === null ? null : n + 1n));

const names = new Map([[0n, 'even']]);
const text = udf({ name: 'text', args: { n: BIGINT() }, returns: STRING() }, ({ n }) =>
  n === null ? null : `${names.get(n % 2n) ?? 'odd'} ${n}`,
);

class Counting {
  #calls = 0n;
  open(): void {
    this.#calls = 0n;
  }
  eval(n: bigint | null) {
    return { n, calls: ++this.#calls };
  }
}
const counting = udf(
  { name: 'counting', args: [BIGINT()], returns: ROW({ n: BIGINT(), calls: BIGINT() }), deterministic: false },
  Counting,
);

const halved = udf(
  { name: 'halved', args: [BIGINT().notNull()], returns: DOUBLE().notNull(), vectorised: true },
  (numbers) => Float64Array.from(numbers, (n) => Number(n) / 2),
);

const pair = udtf({ name: 'pair', args: [BIGINT()], returns: { s: STRING() } }, function* (n) {
  yield { s: `${n}` };
  yield { s: null };
});

const total = udaf(
  { name: 'total', args: [BIGINT()], accumulator: { sum: BIGINT().notNull() }, returns: BIGINT() },
  {
    createAccumulator: () => ({ sum: 0n }),
    accumulate(accumulator, n) {
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
    const count = (counts.get('all') ?? 0n) + 1n;
    counts.put('all', count);
    yield { s: `${count}` };
  },
);

export const functions = { plain, text, counting, halved, pair, total, seen };

/** The queries, by kind; each reads all of `source` once. */
export const queries: Readonly<Record<string, string>> = {
  'scalar, BIGINT': 'SELECT CAST(plain(n) AS STRING) FROM source',
  'scalar, STRING': 'SELECT text(n) FROM source',
  'scalar, a class, ROW': 'SELECT CAST(counting(n).calls AS STRING) FROM source',
  vectorised: 'SELECT CAST(halved(COALESCE(n, 0)) AS STRING) FROM source',
  table: 'SELECT t.s FROM source CROSS JOIN LATERAL TABLE(pair(n)) AS t',
  aggregate: 'SELECT CAST(total(n) AS STRING) FROM source GROUP BY k',
  'process table': 'SELECT s FROM seen(numbers => TABLE source PARTITION BY k)',
};
