import { describe, expect, it } from 'vitest';
import { explain } from '../src/artifacts/maven.js';

const POM =
  '[ERROR] Failed to execute goal on project servers-kafka: Could not resolve dependencies for project x:y:pom:1: ';

describe("Maven's failures", () => {
  it.each([
    [
      '[ERROR] Plugin p could not be resolved: Failed to read artifact descriptor for org.a:b:jar:1.0: Could not transfer artifact org.a:b:pom:1.0 from/to central (…): Connect to 127.0.0.1:1 failed: Connection refused',
      'DOWNLOAD_FAILED',
      'Maven could not fetch org.a:b:jar:1.0: the connection was refused.',
    ],
    [
      `${POM}Could not transfer artifact org.a:b:jar:1.0 from/to central (…): Connect to 127.0.0.1:1 failed: Connection refused`,
      'DOWNLOAD_FAILED',
      'Maven could not fetch org.a:b:jar:1.0: the connection was refused.',
    ],
    [
      `${POM}Could not transfer artifact org.a:b:jar:1.0 from/to central (…): repo.example: Unknown host repo.example: Name or service not known`,
      'DOWNLOAD_FAILED',
      'Maven could not fetch org.a:b:jar:1.0: the host repo.example cannot be found.',
    ],
    [
      `${POM}Could not find artifact org.a:b:jar:1.0 in central (…) -> [Help 1]`,
      'DOWNLOAD_FAILED',
      'Maven could not fetch org.a:b:jar:1.0: it is not in the registry.',
    ],
    [
      `${POM}Cannot access central (…) in offline mode and the artifact org.a:b:jar:1.0 has not been downloaded from it before.`,
      'DOWNLOAD_FAILED',
      'Maven could not fetch org.a:b:jar:1.0: Maven is in offline mode.',
    ],
    [
      `${POM}Could not transfer artifact org.a:b:jar:1.0 from/to central (…): Checksum validation failed, expected 'x' (REMOTE_EXTERNAL) but is actually 'y'`,
      'CHECKSUM_MISMATCH',
      'org.a:b:jar:1.0 was not fetched whole: Checksum validation failed',
    ],
    [`${POM}/cache/b.jar: No space left on device`, 'NO_SPACE', 'There is no space left on the disk of /cache.'],
    ['[ERROR] Something else\n[ERROR] entirely', 'DOWNLOAD_FAILED', 'Maven failed.\n  | [ERROR] Something else'],
  ])('are one sentence and what to do: %#', (output, code, message) => {
    const error = explain(output, '/cache');
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(error.hint).not.toBe('');
  });
});
