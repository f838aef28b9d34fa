import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { noSpace } from '../errors/no-space.js';
import { cacheDirectory, packagePath } from './cache.js';
import { readChecksums, verifyChecksums } from './checksums.js';
import { copyDependencies } from './maven.js';

/** The servers whose jars are pinned in `checksums/` and listed in `maven/`. */
export type Artifact = 'kafka' | 'mariadb' | 'model-openai' | 'sql-client';

/**
 * The directory with the verified jars of a server; fetches them with Maven if they are not in the cache.
 * `prepare` may turn the verified jars into what is to be kept (it gets their directory and one to fill).
 *
 * @throws ServerError `DOWNLOAD_FAILED`, `CHECKSUM_MISMATCH`, `NO_SPACE`, `MAVEN_NOT_FOUND`
 */
export async function fetchArtifact(
  artifact: Artifact,
  prepare?: (jars: string, target: string) => Promise<void>,
): Promise<string> {
  const list = packagePath(`checksums/${artifact}.sha256`);
  const checksums = await readChecksums(list);
  const version = createHash('sha256')
    .update(await readFile(list))
    .digest('hex')
    .slice(0, 12);
  const cache = cacheDirectory();
  const target = join(cache, `${artifact}-${version}`);
  if (await exists(target)) {
    if (!prepare) await verifyChecksums(target, checksums, `Delete ${target} and try again.`);
    return target;
  }

  try {
    await mkdir(cache, { recursive: true });
    const work = await mkdtemp(join(cache, `${artifact}-fetching-`));
    try {
      const jars = join(work, 'jars');
      await copyDependencies(packagePath(`maven/${artifact}/pom.xml`), jars);
      await verifyChecksums(jars, checksums, 'Delete that jar from the local Maven repository (~/.m2) and try again.');
      const prepared = prepare ? join(work, 'prepared') : jars;
      await prepare?.(jars, prepared);
      await rename(prepared, target).catch(async (error) => {
        // Another process was faster: its files have passed the same checks.
        if (!(await exists(target))) throw error;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  } catch (error) {
    throw noSpace(error, cache) ?? error;
  }
  return target;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
