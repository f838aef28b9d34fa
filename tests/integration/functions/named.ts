import { DataTypes, optional, ptf, tableArg, udaf, udf, udtf } from 'tsflink';

const { BIGINT, DECIMAL, DOUBLE, INT, STRING } = DataTypes;

const said = (...values: readonly unknown[]) => values.map((value) => `${typeof value} ${value}`).join(', ');

// What each of them is given, by type and value.
export const given = udf({ name: 'given', args: { n: BIGINT(), d: DOUBLE() }, returns: STRING() }, ({ n, d }) =>
  said(n, d),
);
export const same = udf({ name: 'same', args: [INT()], returns: INT() }, (n) => n);
export const givenRows = udtf(
  { name: 'given_rows', args: { n: BIGINT(), d: DECIMAL(5, 2) }, returns: { s: STRING() } },
  ({ n, d }) => [{ s: said(n, d?.toFixed(2)) }],
);
export const givenAll = udaf(
  { name: 'given_all', args: { n: BIGINT() }, accumulator: STRING().notNull(), returns: STRING() },
  {
    createAccumulator: () => '',
    accumulate: (all, { n }) => `${all}${said(n)};`,
    getValue: (all) => all,
  },
);
export const givenSome = udaf(
  {
    name: 'given_some',
    args: { n: BIGINT(), d: optional(DOUBLE()) },
    accumulator: STRING().notNull(),
    returns: STRING(),
  },
  {
    createAccumulator: () => '',
    accumulate: (all, { n, d }) => `${all}${said(n)}, ${d};`,
    getValue: (all) => all,
  },
);
export const givenTable = ptf(
  {
    name: 'given_table',
    args: { input: tableArg({ semantics: 'row', columns: { i: BIGINT() } }), n: BIGINT(), d: DOUBLE() },
    returns: { s: STRING() },
  },
  (_, { input, n, d }) => [{ s: said(input.i, n, d) }],
);
