import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownDirectory } from '../source/own-directory.js';

/** The version of this package. */
export function version(): string {
  return JSON.parse(readFileSync(join(ownDirectory(), '..', 'package.json'), 'utf8')).version;
}
