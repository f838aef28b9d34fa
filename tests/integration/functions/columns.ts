import { DataTypes, type FunctionContext, udf } from 'tsflink';

const { BIGINT, DOUBLE, INT, STRING } = DataTypes;

/** Typed arrays in and out. */
export const plusAll = udf(
  { name: 'plus_all', args: [BIGINT().notNull(), BIGINT().notNull()], returns: BIGINT().notNull(), vectorised: true },
  (a, b) => a.map((x, i) => x + (b[i] as bigint)),
);

/** NULLs beside the values. */
export const halves = udf(
  { name: 'halves', args: [DOUBLE()], returns: DOUBLE(), vectorised: true },
  ({ values, nulls }) => ({ values: values.map((x) => x / 2), nulls }),
);

/** Without the rows that have NULLs; an array of values. */
export const lengths = udf(
  { name: 'lengths', args: { text: STRING() }, returns: INT(), vectorised: true, onNull: 'return-null' },
  ({ text }) => text.map((t) => t.length),
);

/** A class, whose instances count their batches. */
export const shoutAll = udf(
  { name: 'shout_all', args: [STRING()], returns: STRING(), vectorised: true },
  class ShoutAll {
    #mark = '';
    open({ getJobParameter }: FunctionContext): void {
      this.#mark = getJobParameter('mark', '!');
    }
    eval(texts: readonly (string | null)[]): (string | null)[] {
      return texts.map((text) => (text === null ? null : text.toUpperCase() + this.#mark));
    }
  },
);

export const tooFew = udf(
  { name: 'too_few', args: [BIGINT().notNull()], returns: BIGINT().notNull(), vectorised: true },
  (n) => n.subarray(1),
);

export const oddFraction = udf(
  { name: 'odd_fraction', args: [BIGINT().notNull().bridgedTo('number')], returns: INT(), vectorised: true },
  (n) => n.map((x) => x / 2),
);
