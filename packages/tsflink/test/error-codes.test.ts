import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const codesOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, code]) => code as string);

const client = [
  ...codesOf(read('packages/tsflink/src/errors/codes.ts'), /^ {2}\| '(\w+)'/gm),
  ...codesOf(read('packages/closure/src/errors.ts'), /^ {2}\| '(\w+)'/gm),
];

describe('the codes of errors', () => {
  it('are each there once', () => {
    expect(client.filter((code, i) => client.indexOf(code) !== i)).toEqual([]);
  });

  it('are all in the documentation, and no others', () => {
    const documented = codesOf(read('docs/table/errors.md'), /^\| `([A-Z_]+)` \|/gm);
    expect(documented.toSorted()).toEqual(client.toSorted());
  });

  it('are those that the gateway knows, and the client too', () => {
    const gateway = codesOf(
      read('jvm/gateway/src/main/java/org/tsflink/gateway/errors/ErrorCode.java'),
      /^ {4}([A-Z_]+)\(Status/gm,
    );
    expect(gateway.length).toBeGreaterThan(20);
    expect(gateway.filter((code) => !client.includes(code))).toEqual([]);
  });
});
