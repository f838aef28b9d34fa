import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packagePath } from '../artifacts/cache.js';
import { ServerError } from '../errors/server-error.js';

/**
 * The directory of the distribution: `TSFLINK_HOME`, or where the repository's build puts it.
 *
 * @throws ServerError `DISTRIBUTION_NOT_FOUND`
 */
export function distribution(): string {
  const home = resolve(process.env.TSFLINK_HOME ?? packagePath('../../jvm/dist/target/tsflink'));
  if (!existsSync(join(home, 'lib', 'flink'))) {
    throw new ServerError('DISTRIBUTION_NOT_FOUND', `There is no Flink in ${home}.`, 'Build it: npm run build');
  }
  return home;
}
