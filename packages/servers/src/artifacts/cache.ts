import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path inside this package, from its sources as well as from its compiled form. */
export function packagePath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Where fetched servers are kept: `TSFLINK_CACHE`, or `.cache` in the repository. */
export function cacheDirectory(): string {
  return resolve(process.env.TSFLINK_CACHE ?? packagePath('../../.cache'), 'servers');
}
