import { DataTypes, udaf, udf, udtf } from 'tsflink';

const { BIGINT, STRING } = DataTypes;

/** Functions that SQL creates by the name of this module. */
const suffix = '!';

export const exclaim = udf({ name: 'exclaim', args: [STRING()], returns: STRING() }, (text) =>
  text === null ? null : text + suffix,
);

export const letters = udtf({ name: 'letters', args: [STRING()], returns: { letter: STRING() } }, function* (text) {
  for (const letter of text ?? '') yield { letter };
});

export const length_sum = udaf(
  { name: 'length_sum', args: [STRING()], accumulator: { sum: BIGINT() }, returns: BIGINT() },
  {
    createAccumulator: () => ({ sum: 0n }),
    accumulate: (accumulator, text) => {
      accumulator.sum = (accumulator.sum ?? 0n) + BigInt(text?.length ?? 0);
    },
    getValue: ({ sum }) => sum,
  },
);

export default length_sum;
