import { DataTypes, udtf, varargs } from 'tsflink';

const { ARRAY, BIGINT, INT, MAP, STRING } = DataTypes;

/** The words of a text, and their lengths. */
export const split = udtf(
  { name: 'split', args: [STRING(), STRING().notNull()], returns: { word: STRING().notNull(), size: INT().notNull() } },
  function* (text, separator) {
    for (const word of text?.split(separator) ?? []) yield { word, size: word.length };
  },
);

/** As many numbers, from 0 on. */
export const upTo = udtf(
  { args: { n: BIGINT() }, returns: BIGINT().notNull(), onNull: 'return-null' },
  class UpTo {
    private calls = 0;

    eval({ n }: { n: bigint }) {
      this.calls++;
      return Array.from({ length: Number(n) }, (_, i) => BigInt(i));
    }
  },
);

/** Values with nothing flat about them. */
export const nested = udtf(
  { name: 'nested', args: [STRING()], returns: { tags: ARRAY(STRING()), counts: MAP(STRING().notNull(), INT()) } },
  (text) => (text === null ? null : [{ tags: [...text, null], counts: new Map([[text, text.length]]) }]),
);

/** What is not null of any number of texts, one by one. */
export const eachOf = udtf(
  { name: 'each_of', args: [STRING().notNull(), varargs(STRING())], returns: { word: STRING().notNull(), n: INT() } },
  (prefix, ...texts) => texts.flatMap((text, n) => (text === null ? [] : [{ word: prefix + text, n }])),
);

/** Rows until the third, which it cannot make. */
export const failing = udtf({ name: 'failing', args: [BIGINT().notNull()], returns: BIGINT() }, function* (n) {
  yield n;
  if (n === 3n) throw new RangeError(`cannot take ${n}`); // here: throw
});

/** A class with a method as field. */
export const twice = udtf(
  { args: [STRING().notNull()], returns: STRING().notNull() },
  class Twice {
    eval = (text: string) => [text, text];
  },
);
