import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagePath } from '../src/artifacts/cache.js';
import { readChecksums, verifyChecksums } from '../src/artifacts/checksums.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('checksums', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tsflink-checksums-'));
    await writeFile(join(directory, 'a.jar'), 'a');
    await writeFile(join(directory, 'b.jar'), 'b');
  });
  afterEach(() => rm(directory, { recursive: true }));

  const pinned = new Map([
    ['a.jar', sha256('a')],
    ['b.jar', sha256('b')],
  ]);

  it('accept the pinned files', async () => {
    await expect(verifyChecksums(directory, pinned, 'hint')).resolves.toBeUndefined();
  });

  it('refuse a file that differs, naming it, both sums and what to do', async () => {
    await writeFile(join(directory, 'b.jar'), 'B');
    await expect(verifyChecksums(directory, pinned, 'Delete it.')).rejects.toMatchObject({
      code: 'CHECKSUM_MISMATCH',
      message: `${join(directory, 'b.jar')} is not the pinned file: its SHA-256 is ${sha256('B')}, expected ${sha256('b')}.\n  Delete it.`,
    });
  });

  it('refuse a missing file, and one that is not pinned', async () => {
    await rm(join(directory, 'a.jar'));
    await expect(verifyChecksums(directory, pinned, '')).rejects.toThrow('a.jar is missing');
    await writeFile(join(directory, 'c.jar'), 'c');
    await expect(verifyChecksums(directory, pinned, '')).rejects.toThrow('c.jar is not among the pinned files');
  });

  it.each(['kafka', 'mariadb'])('are pinned for every jar of %s', async (artifact) => {
    const checksums = await readChecksums(packagePath(`checksums/${artifact}.sha256`));
    expect(checksums.size).toBeGreaterThan(0);
    for (const [file, sum] of checksums) {
      expect(file).toMatch(/^[\w.-]+\.jar$/);
      expect(sum).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
