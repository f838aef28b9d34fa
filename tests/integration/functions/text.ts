import { DataTypes, udf } from 'tsflink';

const { STRING, INT, BIGINT, BOOLEAN } = DataTypes;

export const shout = udf({ name: 'shout', args: [STRING()], returns: STRING() }, (text) =>
  text === null ? 'nothing' : `${text.toUpperCase()}!`,
);

/** Counts code points, and leaves NULL to Flink. */
export const codePoints = udf(
  { name: 'code_points', args: { text: STRING() }, returns: INT(), onNull: 'return-null' },
  ({ text }) => [...text].length,
);

export const plusOne = udf({ name: 'plus_one', args: [BIGINT()], returns: BIGINT() }, (n) =>
  n === null ? null : n + 1n,
);

export const isPositive = udf({ name: 'is_positive', args: [BIGINT()], returns: BOOLEAN() }, (n) => {
  if (n === 0n) throw new RangeError('zero is not for me');
  return n === null ? null : n > 0n;
});

export const add = udf(
  { name: 'add', args: [BIGINT().notNull(), BIGINT().notNull()], returns: BIGINT().notNull() },
  (a, b) => a + b,
);

/** A class with methods as fields. */
export const fieldwise = udf(
  { args: [STRING().notNull()], returns: STRING().notNull(), deterministic: false },
  class Fieldwise {
    private opened = 0;
    open = () => {
      this.opened++;
    };
    eval = (text: string) => `${this.opened} ${text}`;
  },
);
