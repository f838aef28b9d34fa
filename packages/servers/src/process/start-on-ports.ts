import { ServerError } from '../errors/server-error.js';
import { freePorts, isFree } from './free-ports.js';

const ATTEMPTS = 3;

/**
 * Starts a server on free loopback ports; tries others when another process was faster to take one.
 * It is given two: that of its clients and one for its own use. A port that the user asked for is the first, and the only one tried.
 *
 * @throws ServerError `PORT_TAKEN`, and what `start` throws
 */
export async function startOnPorts<T>(
  name: string,
  port: number | undefined,
  start: (ports: readonly [number, number]) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    if (port !== undefined && !(await isFree(port))) {
      throw new ServerError(
        'PORT_TAKEN',
        `Port ${port}, asked for ${name}, is taken by another process.`,
        'Choose another port, or none: a free one is found then.',
      );
    }
    const [first, second] = (await freePorts(2)) as [number, number];
    try {
      return await start([port ?? first, second]);
    } catch (error) {
      const taken = error instanceof ServerError && error.code === 'PORT_TAKEN';
      if (!taken || port !== undefined || attempt === ATTEMPTS) throw error;
    }
  }
}
