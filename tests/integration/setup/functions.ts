import { DataTypes, udf } from 'tsflink';

const { BIGINT, DECIMAL, INT, STRING } = DataTypes;

export const shout = udf({ name: 'shout', args: [STRING()], returns: STRING() }, (s) =>
  s === null ? null : `${s.toUpperCase()}!`,
);
export const half = udf(
  { name: 'half', args: { n: BIGINT() }, returns: BIGINT(), onNull: 'return-null' },
  ({ n }) => n / 2n,
);
export const cents = udf({ name: 'cents', args: [DECIMAL(10, 2).bridgedTo('number')], returns: INT() }, (amount) =>
  amount === null ? null : Math.round(amount * 100),
);
export const failing = udf({ name: 'failing', args: [INT()], returns: INT() }, (n) => {
  if (n === 3) throw new RangeError(`cannot take ${n}`); // here: throw
  return n;
});
