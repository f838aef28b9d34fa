import { setTimeout as delay } from 'node:timers/promises';
import { asyncUdtf, DataTypes, type FunctionContext, optional, udtf } from 'tsflink';

const { BIGINT, INT, STRING } = DataTypes;

/** The users of an id: none of 3, two of 4; how often it was called counts too. */
export const userOf = asyncUdtf(
  {
    name: 'user_of',
    args: { id: INT(), country: optional(STRING()) },
    returns: { country: STRING(), name: STRING(), calls: INT() },
  },
  class {
    #calls = 0;

    async eval({ id, country }: { id: number | null; country: string | null }) {
      const calls = ++this.#calls;
      await delay((id ?? 0) % 3);
      if (id === 3) return null;
      return (id === 4 ? ['Zoë', 'Zed'] : [`user ${id}`]).map((name) => ({
        country,
        name: `${name}@${country}`,
        calls,
      }));
    }
  },
);

/** The same at once, by position. */
export const userNow = udtf(
  { name: 'user_now', args: [INT(), STRING()], returns: { name: STRING() } },
  (id, country) => (id === 3 ? null : [{ name: `${id}@${country}` }]),
);

/** Fails for one id, hangs for another one. */
export const troubled = asyncUdtf(
  { name: 'troubled', args: { id: INT() }, returns: { name: STRING() } },
  async ({ id }) => {
    if (id === 1) throw new RangeError('the service is away');
    if (id === 2) await new Promise(() => undefined);
    return [{ name: `user ${id}` }];
  },
);

/** Fails once, in the middle of the first attempt of the job. */
export const squareFailingOnce = asyncUdtf(
  { name: 'square_failing_once', args: { n: BIGINT() }, returns: { square: BIGINT() } },
  class {
    #first = false;

    open(context: FunctionContext): void {
      this.#first = context.taskInfo.attemptNumber === 0;
    }

    async eval({ n }: { n: bigint | null }) {
      const of = n ?? 0n;
      await delay(Number(of % 10n));
      if (this.#first && of === 600n) throw new Error('the first attempt fails');
      return [{ square: of * of }];
    }
  },
);
