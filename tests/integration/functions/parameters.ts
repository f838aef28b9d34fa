import { DataTypes, optional, udf, varargs } from 'tsflink';

const { BIGINT, INT, STRING } = DataTypes;

/** Optional arguments by name. */
export const greet = udf(
  { name: 'greet', args: { name: STRING(), greeting: optional(STRING()), times: optional(INT()) }, returns: STRING() },
  ({ name, greeting, times }) => `${`${greeting ?? 'Hello'} `.repeat(times ?? 1)}${name}`,
);

/** An optional argument at the end of a list; what is left out does not count as NULL. */
export const pad = udf(
  { name: 'pad', args: [STRING(), optional(INT())], returns: STRING(), onNull: 'return-null' },
  (text, width) => text.padEnd(width ?? 4, '.'),
);

/** Any number of arguments. */
export const join = udf(
  { name: 'join_all', args: [STRING().notNull(), varargs(STRING())], returns: STRING() },
  (separator, ...parts) => parts.map((part) => part ?? 'NULL').join(separator),
);

/** Any number of columns. */
export const total = udf(
  { name: 'total', args: [varargs(BIGINT().notNull())], returns: BIGINT().notNull(), vectorised: true },
  (...columns) => {
    const sums = new BigInt64Array(columns[0]?.length ?? 0);
    return columns.reduce((sum, column) => sum.map((n, i) => n + (column[i] as bigint)), sums);
  },
);
