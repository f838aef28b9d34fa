import { DataTypes, udf } from 'tsflink';

const { INT } = DataTypes;

export const nullResult = udf(
  { name: 'null_result', args: [INT()], returns: INT().notNull() },
  () => null as unknown as number,
);

export const promising = udf(
  { name: 'promising', args: [INT()], returns: INT() },
  (async (n: number) => n) as unknown as (n: number | null) => number,
);

export const hoardingBuffers = udf({ name: 'hoarding_buffers', args: [INT()], returns: INT() }, () => {
  const hoard: Buffer[] = [];
  for (let i = 0; i < 400; i++) hoard.push(Buffer.alloc(10 * 1024 * 1024, 1));
  return hoard.length;
});
