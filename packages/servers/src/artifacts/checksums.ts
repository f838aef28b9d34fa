import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ServerError } from '../errors/server-error.js';

/** SHA-256 sums in hexadecimal by file name. */
export type Checksums = ReadonlyMap<string, string>;

/** Reads a list in the format of `sha256sum`: `<sum>  <file name>` a line. */
export async function readChecksums(file: string): Promise<Checksums> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/**
 * Checks that a directory holds exactly the pinned files.
 *
 * @throws ServerError `CHECKSUM_MISMATCH` when a file differs, is missing, or is not in the list.
 */
export async function verifyChecksums(directory: string, checksums: Checksums, hint: string): Promise<void> {
  const files = await readdir(directory);
  const refuse = (message: string) => new ServerError('CHECKSUM_MISMATCH', message, hint);
  for (const file of files) {
    if (!checksums.has(file)) throw refuse(`${join(directory, file)} is not among the pinned files.`);
  }
  for (const [file, expected] of checksums) {
    if (!files.includes(file)) throw refuse(`${join(directory, file)} is missing.`);
    const actual = await sha256(join(directory, file));
    if (actual !== expected) {
      throw refuse(`${join(directory, file)} is not the pinned file: its SHA-256 is ${actual}, expected ${expected}.`);
    }
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
