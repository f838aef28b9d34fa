/** A session, and whether a bot made it. */
export interface Session {
  /** A minute. */
  readonly requests: number;
  /** Their share that failed. */
  readonly errors: number;
  /** Their share of pages that were asked for the first time. */
  readonly distinct: number;
  readonly bot: boolean;
}

/**
 * Sessions that are made up, half of them of bots: these ask often, or for many pages that are not there, and hardly
 * twice for one. The same seed makes the same sessions.
 */
export function sessions(count: number, seed: number): Session[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, (_, i) => {
    const bot = i % 2 === 0;
    return bot
      ? { bot, requests: 20 + random() * 200, errors: 0.05 + random() * 0.5, distinct: 0.6 + random() * 0.4 }
      : { bot, requests: 1 + random() * 60, errors: random() * 0.1, distinct: 0.1 + random() * 0.7 };
  });
}
