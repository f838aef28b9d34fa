import { setTimeout as delay } from 'node:timers/promises';
import { FlinkError } from 'tsflink';

/** How long savepoints and ends of jobs may take, in milliseconds. */
const TIMEOUT = 600_000;
const PAUSE = 200;

/** Asks again until there is an answer. Throws TIMEOUT. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + TIMEOUT;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await delay(PAUSE);
  }
  throw new FlinkError('TIMEOUT', `It took more than ${TIMEOUT / 60_000} minutes until ${what}`, {
    hint: 'It goes on in the cluster: see tsflink jobs show.',
  });
}
