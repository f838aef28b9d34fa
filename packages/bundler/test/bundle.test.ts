import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundleFunctions, type FunctionBundle } from '../src/index.js';

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url));
type Shipped = { udf: { fn: (...args: unknown[]) => unknown } };

/** Loads a bundle as Flink's tasks do: as a CommonJS script. */
function load(bundle: FunctionBundle): Record<string, Shipped> {
  const module = { exports: {} as Record<string, Shipped> };
  const script = new Function('module', 'exports', 'require', Buffer.from(bundle.code).toString());
  script(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

describe('bundleFunctions', () => {
  it('ships a function with its imports, its data and the modules of Node.js', async () => {
    const bundle = await bundleFunctions([
      { name: 'greet', file: fixture('plain') },
      { name: 'is_address', file: fixture('plain') },
    ]);
    expect(bundle.functions).toEqual([
      { name: 'greet', export: 'f0' },
      { name: 'is_address', export: 'f1' },
    ]);
    const { f0, f1 } = load(bundle);
    expect(f0?.udf.fn('a')).toBe('HELLO ADA!');
    expect(f1?.udf.fn('10.0.0.1')).toBe(true);
    expect(bundle.inputs.map((input) => input.file.replace(/.*\//, '')).sort()).toEqual([
      'helper.ts',
      'names.json',
      'plain.ts',
    ]);
  });

  it('names the same content the same', async () => {
    const entry = { name: 'greet', file: fixture('plain') };
    const [a, b] = [await bundleFunctions([entry]), await bundleFunctions([entry])];
    expect(a.hash).toBe(b.hash);
    expect(a.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('maps positions to the TypeScript sources', async () => {
    const bundle = await bundleFunctions([{ name: 'greet', file: fixture('plain') }]);
    const map = JSON.parse(Buffer.from(bundle.sourceMap).toString());
    expect(map.version).toBe(3);
    expect(map.sources.some((source: string) => source.endsWith('fixtures/plain.ts'))).toBe(true);
  });

  it.each([
    ['hidden', 'plain', 'FUNCTION_NOT_EXPORTED', /Function hidden is not exported from .*plain\.ts/],
    ['f', 'missing-import', 'FUNCTION_IMPORT_NOT_FOUND', /Cannot find 'no-such-package'/],
    ['f', 'throws', 'FUNCTION_LOAD_FAILED', /fails when it is loaded: no configuration/],
    ['f', 'exits', 'FUNCTION_LOAD_FAILED', /exit status 3/],
    ['f', 'top-level-await', 'FUNCTION_NOT_SHIPPABLE', /top-level await/],
    ['f', 'beside', 'FUNCTION_NOT_SHIPPABLE', /import\.meta/],
    ['f', 'addon', 'FUNCTION_NOT_SHIPPABLE', /native addon/],
    ['f', 'no-such-file', 'FUNCTION_IMPORT_NOT_FOUND', /Cannot find '.*no-such-file\.ts'/],
  ])('refuses %s of %s: %s', async (name, module, code, message) => {
    const refused = bundleFunctions([{ name, file: fixture(module) }]);
    await expect(refused).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      hint: expect.any(String),
    });
  });

  it('says where an import is that cannot be found', async () => {
    const refused = bundleFunctions([{ name: 'f', file: fixture('missing-import') }]);
    await expect(refused).rejects.toMatchObject({
      position: { file: expect.stringMatching(/missing-import\.ts$/), line: 1 },
    });
  });
});
