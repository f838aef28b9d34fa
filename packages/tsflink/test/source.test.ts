import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { CallSite, formatPosition } from '../src/source/call-site.js';
import { original } from '../src/source/original.js';
import { lineOf } from './support/line-of.js';

const directory = mkdtempSync(join(tmpdir(), 'tsflink-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('the place of a call', () => {
  it('is that in the sources, under vitest', () => {
    const { position } = new CallSite(); // here: call
    expect(position).toMatchObject({ file: import.meta.filename, line: lineOf(import.meta.filename, 'call') });
  });

  it('is that in the sources, under tsx', () => {
    const program = join(import.meta.dirname, 'fixtures', 'wrong-column.ts');
    const { stdout } = spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', program], {
      encoding: 'utf8',
      cwd: import.meta.dirname,
    });
    expect(JSON.parse(stdout)).toMatchObject({ file: program, line: 8 });
  }, 60_000);

  it.each(['external', 'inline'] as const)('is that of the %s source map of compiled code', async (sourcemap) => {
    const source = 'interface A { a: number }\n\nexport const a: A = { a: 1 };\n';
    const { code, map } = await transform(source, { loader: 'ts', sourcemap, sourcefile: 'job.ts' });
    const file = join(directory, `${sourcemap}.js`);
    writeFileSync(file, sourcemap === 'inline' ? code : `${code}//# sourceMappingURL=${sourcemap}.js.map\n`);
    writeFileSync(`${file}.map`, map);
    expect(original({ file, line: 1, column: 1 })).toEqual({ file: join(directory, 'job.ts'), line: 3, column: 8 });
  });

  it('is that in the compiled code, where there is no map', () => {
    const position = { file: join(directory, 'none.js'), line: 3, column: 4 };
    writeFileSync(position.file, '//# sourceMappingURL=nowhere.map\n');
    expect(original(position)).toEqual(position);
  });

  it('is told from the working directory', () => {
    expect(formatPosition({ file: join(process.cwd(), 'src', 'a.ts'), line: 1, column: 2 })).toBe('src/a.ts:1:2');
    expect(formatPosition({ file: '/elsewhere/a.ts', line: 1, column: 2 })).toBe('/elsewhere/a.ts:1:2');
  });
});
