import { ServerError } from './server-error.js';

/** The error to show when the disk is full; `undefined` when that is not what went wrong. */
export function noSpace(error: unknown, directory: string): ServerError | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && !/No space left on device/.test(message)) return undefined;
  return new ServerError(
    'NO_SPACE',
    `There is no space left on the disk of ${directory}.`,
    'About 1 GB is needed: free some, or set TSFLINK_CACHE to a directory on another disk.',
    { cause: error },
  );
}
