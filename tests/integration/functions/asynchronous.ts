import { setTimeout as delay } from 'node:timers/promises';
import { asyncUdf, DataTypes, type FunctionContext, optional } from 'tsflink';

const { BIGINT, INT, STRING } = DataTypes;

/** Asks a service; what it cannot say is 'UnKnow'. */
export const lookUp = asyncUdf(
  { name: 'look_up', args: [STRING().notNull(), INT().notNull()], returns: STRING().notNull() },
  async (ip, port) => {
    const response = await fetch(`http://127.0.0.1:${port}/?ip=${ip}`);
    return response.ok ? await response.text() : 'UnKnow';
  },
);

export const later = asyncUdf(
  { name: 'later', args: { n: INT(), plus: optional(INT()) }, returns: INT() },
  async ({ n, plus }) => {
    await delay((7 * (n ?? 0)) % 5);
    return n === null ? null : n + (plus ?? 100);
  },
);

export const parity = asyncUdf(
  { name: 'parity', args: [INT()], returns: STRING(), onNull: 'return-null' },
  async (n) => (n % 2 === 0 ? 'even' : 'odd'),
);

export const rejecting = asyncUdf({ name: 'rejecting', args: [INT()], returns: INT() }, async (n) => {
  await delay(1);
  if (n === 2) throw new RangeError(`${n} is refused`);
  return n;
});

export const throwingAtOnce = asyncUdf({ name: 'throwing_at_once', args: [INT()], returns: INT() }, (n) => {
  throw new RangeError(`${n} is refused at once`);
});

export const wrongPromise = asyncUdf(
  { name: 'wrong_promise', args: [INT()], returns: INT() },
  async () => 'text' as unknown as number,
);

export const neverSettling = asyncUdf(
  { name: 'never_settling', args: [INT()], returns: INT() },
  () => new Promise<number>(() => undefined),
);

export const loopingFirst = asyncUdf({ name: 'looping_first', args: [INT()], returns: INT() }, async (n) => {
  for (let i = 0; ; i++) if (i < 0) return n;
});

export const loopingLater = asyncUdf({ name: 'looping_later', args: [INT()], returns: INT() }, async (n) => {
  await delay(1);
  for (let i = 0; ; i++) if (i < 0) return n;
});

/** How many calls are under way, this one included. */
export const underWay = asyncUdf(
  { name: 'under_way', args: [BIGINT().notNull()], returns: INT().notNull() },
  class {
    #calls = 0;

    async eval(): Promise<number> {
      const calls = ++this.#calls;
      await delay(2);
      this.#calls--;
      return calls;
    }
  },
);

/** Fails at the first two attempts for each row. */
export const thirdTime = asyncUdf(
  { name: 'third_time', args: [INT().notNull()], returns: INT().notNull() },
  class {
    readonly #attempts = new Map<number, number>();

    async eval(n: number): Promise<number> {
      const attempts = (this.#attempts.get(n) ?? 0) + 1;
      this.#attempts.set(n, attempts);
      await delay(1);
      if (attempts < 3) throw new Error(`attempt ${attempts}`);
      return attempts;
    }
  },
);

/** Fails once, in the middle of the first attempt of the job. */
export const failingOnce = asyncUdf(
  { name: 'failing_once', args: [BIGINT().notNull()], returns: BIGINT().notNull() },
  class {
    #first = false;

    open(context: FunctionContext): void {
      this.#first = context.taskInfo.attemptNumber === 0;
    }

    async eval(n: bigint): Promise<bigint> {
      await delay(Number(n % 10n));
      if (this.#first && n === 600n) throw new Error('the first attempt fails');
      return n * 2n;
    }
  },
);
