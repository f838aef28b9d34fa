import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAtEnd } from './watchdog.js';

/** A new directory for the data of servers; it goes when this process ends, or before by `removeWorkDirectory`. */
export async function createWorkDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tsflink-'));
  removeAtEnd(directory);
  return directory;
}

/** Removes a work directory; the servers that used it must have stopped. */
export async function removeWorkDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
}
