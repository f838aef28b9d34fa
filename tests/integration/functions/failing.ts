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
