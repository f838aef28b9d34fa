import { DataTypes, udf } from 'tsflink';

const { BIGINT, ROW, STRING } = DataTypes;

/** Functions of each kind, each called in a query of its own: SQL over `source(n BIGINT)`. */
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

export const functions = { plain, text, counting };

/** The queries, by kind; each reads all of `source` once. */
export const queries: Readonly<Record<string, string>> = {
  'scalar, BIGINT': 'SELECT CAST(plain(n) AS STRING) FROM source',
  'scalar, STRING': 'SELECT text(n) FROM source',
  'scalar, a class, ROW': 'SELECT CAST(counting(n).calls AS STRING) FROM source',
};
