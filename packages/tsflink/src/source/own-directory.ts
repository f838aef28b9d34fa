import { dirname } from 'node:path';
import { parseFrame } from './frame.js';

let own: string | undefined;

/**
 * The directory of this package's code, as stack traces name it: with source maps that is its sources. (Not from
 * `import.meta`, which has no meaning in the bundles of functions.)
 */
export function ownDirectory(): string {
  if (own === undefined) {
    const here = new Error().stack?.split('\n').map(parseFrame).find(Boolean)?.file ?? '';
    own = dirname(dirname(here));
  }
  return own;
}
