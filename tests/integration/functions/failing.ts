import { DataTypes, udf } from 'tsflink';

const { STRING, INT, BIGINT } = DataTypes;

function parse(text: string): number {
  if (!/^\d+$/.test(text)) throw new TypeError(`'${text}' is not a number`);
  return Number(text);
}

export const throwing = udf({ name: 'throwing', args: [STRING(), INT()], returns: INT() }, (text) =>
  text === null ? null : parse(text),
);

export const wrongType = udf(
  { name: 'wrong_type', args: [STRING()], returns: BIGINT() },
  (text) => text as unknown as bigint,
);

export const fraction = udf({ name: 'fraction', args: [INT()], returns: INT() }, (n) => (n ?? 0) / 2);

export const overflow = udf({ name: 'overflow', args: [INT()], returns: BIGINT() }, (n) => 2n ** 63n + BigInt(n ?? 0));

export const nullResult = udf(
  { name: 'null_result', args: [INT()], returns: INT().notNull() },
  () => null as unknown as number,
);

export const promising = udf(
  { name: 'promising', args: [INT()], returns: INT() },
  (async (n: number) => n) as unknown as (n: number | null) => number,
);

export const looping = udf({ name: 'looping', args: [INT()], returns: INT() }, (n) => {
  for (let i = 0; ; i++) if (i < 0) return n;
});

export const exiting = udf({ name: 'exiting', args: [INT()], returns: INT() }, () => process.exit(3));

export const hoarding = udf({ name: 'hoarding', args: [INT()], returns: INT() }, () => {
  const hoard: number[][] = [];
  for (;;) hoard.push(new Array(1000).fill(Math.random()));
});

export const hoardingBuffers = udf({ name: 'hoarding_buffers', args: [INT()], returns: INT() }, () => {
  const hoard: Buffer[] = [];
  for (let i = 0; i < 400; i++) hoard.push(Buffer.alloc(10 * 1024 * 1024, 1));
  return hoard.length;
});

/** Results that their types cannot hold: the type, the value, and what the error says. */
const WRONG = {
  tiny_overflow: [DataTypes.TINYINT(), 128, /TINYINT.*128/],
  small_overflow: [DataTypes.SMALLINT(), -32769, /SMALLINT.*-32769/],
  int_nan: [INT(), Number.NaN, /INT.*NaN/],
  int_infinity: [INT(), Number.POSITIVE_INFINITY, /INT.*Infinity/],
  bigint_fraction: [BIGINT(), 1.5, /BIGINT \(bigint\), got number 1\.5/],
  bigint_unsafe: [BIGINT().bridgedTo('number'), 2 ** 53, /BIGINT.*9007199254740992/],
  float_overflow: [DataTypes.FLOAT(), 1e39, /FLOAT.*1e\+39/],
  decimal_digits: [DataTypes.DECIMAL(4, 2).bridgedTo('string'), '123.45', /DECIMAL\(4, 2\).*too many digits/],
  decimal_nan: [DataTypes.DECIMAL(4, 2).bridgedTo('number'), Number.NaN, /DECIMAL\(4, 2\).*NaN/],
  char_length: [DataTypes.CHAR(2), 'abc', /CHAR\(2\).*'abc'/],
  varchar_length: [DataTypes.VARCHAR(2), '😀😀😀', /VARCHAR\(2\).*3 characters/],
  lone_surrogate: [STRING(), 'a\ud800', /STRING.*lone surrogate/],
  binary_length: [DataTypes.BINARY(2), new Uint8Array(3), /BINARY\(2\)/],
  invalid_date: [DataTypes.DATE().bridgedTo('string'), '2023-02-29', /DATE.*2023-02-29/],
  boolean_number: [DataTypes.BOOLEAN(), 1, /BOOLEAN.*number 1/],
  nested_value: [DataTypes.ROW({ xs: DataTypes.ARRAY(INT()) }), { xs: [1, 'two'] }, /at xs\[1\]: expected INT.*'two'/],
} as const;

/** Functions of rows and of columns that return them. */
export const wrongResults = Object.entries(WRONG).flatMap(([name, [returns, result, said]]) =>
  [false, true].map((vectorised) => {
    const code = vectorised ? (columns: { length: number }) => Array(columns.length).fill(result) : () => result;
    const options = { name: `${name}${vectorised ? '_column' : ''}`, args: [INT().notNull()], returns, vectorised };
    return { fn: udf(options as never, code as never), said };
  }),
);

export const loopingColumn = udf(
  { name: 'looping_column', args: [INT()], returns: INT(), vectorised: true },
  ({ values }) => {
    for (let i = 0; ; i++) if (i < 0) return values;
  },
);
