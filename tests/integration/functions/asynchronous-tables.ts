import { setTimeout as delay } from 'node:timers/promises';
import { asyncUdtf, DataTypes, type FunctionContext, optional } from 'tsflink';

const { BIGINT, INT, STRING } = DataTypes;
const WORD = { word: STRING(), size: INT().notNull() };

/** The words of a text, of which longer ones are known sooner. */
export const wordsLater = asyncUdtf({ name: 'words_later', args: [STRING()], returns: WORD }, async (text) => {
  await delay(10 - (text?.length ?? 0));
  return text?.split(' ').map((word) => ({ word: word || null, size: word.length })) ?? null;
});

/** Numbers from 1 on, one after the other. */
export const countUp = asyncUdtf(
  { name: 'count_up', args: { to: INT(), from: optional(INT()) }, returns: INT(), onNull: 'call' },
  async function* ({ to, from }) {
    for (let i = from ?? 1; i <= (to ?? 0); i++) {
      await delay(1);
      yield i % 4 === 0 ? null : i;
    }
  },
);

/** Gives a thousand rows of a kilobyte, more than the memory of a crossing holds. */
export const many = asyncUdtf({ name: 'many', args: [], returns: { i: INT(), text: STRING() } }, async () =>
  Array.from({ length: 1_000 }, (_, i) => ({ i, text: `${i}`.padStart(1_024) })),
);

/** Gives a row, and then what its argument says. */
export const spoilt = asyncUdtf({ name: 'spoilt', args: [STRING()], returns: WORD }, async function* (how) {
  yield { word: how, size: 1 };
  await delay(1);
  if (how === 'fail') throw new RangeError('the second row fails');
  if (how === 'wrong') yield { word: 'a', size: 'b' as unknown as number };
  if (how === 'hang') await new Promise(() => undefined);
  yield { word: 'last', size: 4 };
});

export const noRows = asyncUdtf(
  { name: 'no_rows', args: [STRING()], returns: WORD },
  async () => 5 as unknown as readonly { word: string; size: number }[],
);

/** Fails at the first attempt for each number, and gives no rows for even ones. */
export const secondTime = asyncUdtf(
  { name: 'second_time', args: [INT().notNull()], returns: { attempts: INT().notNull() } },
  class {
    readonly #attempts = new Map<number, number>();

    async eval(n: number) {
      const attempts = (this.#attempts.get(n) ?? 0) + 1;
      this.#attempts.set(n, attempts);
      await delay(1);
      if (attempts === 1) throw new Error('the first attempt');
      if (attempts > 2) throw new Error('what gives no rows was tried again');
      return n % 2 === 0 ? [] : [{ attempts }];
    }
  },
);

/** Gives a number twice; fails once, in the middle of the first attempt of the job. */
export const twiceFailingOnce = asyncUdtf(
  {
    name: 'twice_failing_once',
    args: [BIGINT().notNull()],
    returns: { copy: INT().notNull(), of: BIGINT().notNull() },
  },
  class {
    #first = false;

    open(context: FunctionContext): void {
      this.#first = context.taskInfo.attemptNumber === 0;
    }

    async *eval(of: bigint) {
      yield { copy: 1, of };
      await delay(Number(of % 10n));
      if (this.#first && of === 600n) throw new Error('the first attempt fails');
      yield { copy: 2, of };
    }
  },
);
