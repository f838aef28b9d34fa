import { isBuiltin } from 'node:module';
import { compileFunction } from 'node:vm';
import { BigNumber } from 'bignumber.js';
import { format } from 'date-fns';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { JOB_ONLY, SHIPPED_AS } from '../src/capture/marks.js';
import { type CapturedFunctions, type CaptureLimits, captureFunctions } from '../src/index.js';

type Shipped = { udf: { fn: (...args: unknown[]) => unknown } };

/** Loads a bundle as Flink's tasks do. */
function load({ code }: CapturedFunctions): Record<string, Shipped> {
  const module = { exports: {} as Record<string, Shipped> };
  const require = (id: string): unknown => {
    if (isBuiltin(id)) return process.getBuiltinModule(id);
    throw new Error(`${id} is not in the bundle`);
  };
  compileFunction(Buffer.from(code).toString(), ['exports', 'require', 'module'])(module.exports, require, module);
  return module.exports;
}

describe('captureFunctions', () => {
  it('names an export for each function', async () => {
    const factor = 3;
    const bundle = await captureFunctions([
      { name: 'scale', fn: (x: number) => x * factor },
      { name: 'shift', fn: (x: number) => x + factor },
    ]);
    expect(bundle.functions).toEqual([
      { name: 'scale', export: 'f0' },
      { name: 'shift', export: 'f1' },
    ]);
    const { f0, f1 } = load(bundle);
    expect([f0?.udf.fn(2), f1?.udf.fn(2)]).toEqual([6, 5]);
  });

  it('lets functions share what they share here', async () => {
    const counts = new Map<string, number>();
    const bundle = await captureFunctions([
      { name: 'add', fn: (k: string) => counts.set(k, (counts.get(k) ?? 0) + 1).size },
      { name: 'get', fn: (k: string) => counts.get(k) },
    ]);
    const { f0, f1 } = load(bundle);
    f0?.udf.fn('a');
    f0?.udf.fn('a');
    expect(f1?.udf.fn('a')).toBe(2);
    expect(counts.size).toBe(0);
  });

  it('gives the same content the same hash, and other values another', async () => {
    const scale = (factor: number) => captureFunctions([{ name: 'scale', fn: (x: number) => x * factor }]);
    const [a, b, c] = [await scale(2), await scale(2), await scale(3)];
    expect(a.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(b.hash).toBe(a.hash);
    expect(c.hash).not.toBe(a.hash);
  });

  it('bundles the same functions once', async () => {
    const table = new Map([['a', 1]]);
    const capture = () => captureFunctions([{ name: 'get', fn: (k: string) => table.get(k) }]);
    const [a, b] = [await capture(), await capture()];
    expect(b.code).toBe(a.code);
    table.set('b', 2);
    expect(load(await capture()).f0?.udf.fn('b')).toBe(2);
  });

  it('maps positions to the TypeScript source', async () => {
    const { sourceMap } = await captureFunctions([{ name: 'f', fn: (x: number) => x + 1 }]);
    const { version, sources } = JSON.parse(Buffer.from(sourceMap).toString());
    expect(version).toBe(3);
    expect(sources).toContain('packages/closure/test/capture.test.ts');
  });

  it('explains what goes in, and how large it is', async () => {
    const table = new Map(Array.from({ length: 1000 }, (_, i) => [`key ${i}`, i]));
    const get = (k: string) => table.get(k);
    const bundle = await captureFunctions([{ name: 'f', fn: (k: string) => get(k) }]);
    expect(bundle.explain).toMatchObject([
      {
        name: 'f',
        captured: [
          { name: 'get', how: 'value', what: 'function' },
          { name: 'table', how: 'value', what: 'Map', at: { file: expect.stringMatching(/capture\.test\.ts$/) } },
        ],
      },
    ]);
    expect(bundle.explain[0]?.captured[1]?.bytes).toBeGreaterThan(10_000);
    expect(bundle.warnings).toEqual([]);
  });

  it('warns of what is copied twice', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({ i }));
    const first = rows[0];
    const { warnings } = await captureFunctions([{ name: 'f', fn: () => [rows, first] }]);
    expect(warnings).toEqual([expect.stringContaining("'first'")]);
  });

  it('ships in place of an object what it names', async () => {
    const call = Object.assign(() => 'expression', { [SHIPPED_AS]: (x: number) => x + 1 });
    const bundle = await captureFunctions([{ name: 'f', fn: (x: number) => (call as (x: number) => unknown)(x) }]);
    expect(load(bundle).f0?.udf.fn(1)).toBe(2);
  });

  it('refuses what lives only in the job, with the variable and the line', async () => {
    class Table {
      readonly [JOB_ONLY] = true;
    }
    const orders = { table: new Table() };
    await expect(captureFunctions([{ name: 'f', fn: () => orders.table }])).rejects.toMatchObject({
      name: 'BundleError',
      code: 'FUNCTION_NOT_SHIPPABLE',
      message: expect.stringMatching(
        /^Function f cannot be shipped: a Table lives only in the job program\n {2}by captured variable 'orders' \(packages\/closure\/test\/capture\.test\.ts:\d+:\d+\)\n {4}property 'table'$/,
      ),
      hint: expect.any(String),
      position: { file: expect.stringMatching(/capture\.test\.ts$/), line: expect.any(Number) },
    });
  });

  it('names the function that is refused, of several', async () => {
    const never = new Promise(() => {});
    const refused = captureFunctions([
      { name: 'fine', fn: () => 1 },
      { name: 'waits', fn: () => never },
    ]);
    await expect(refused).rejects.toThrow(/^Function waits cannot be shipped: it is a pending promise/);
  });

  it('refuses more than the limits, and names what is largest', async () => {
    const bytes = new Uint8Array(1 << 20);
    const small = [1, 2, 3];
    const fn = (i: number) => (bytes[i] ?? 0) + (small[i] ?? 0);
    const refused = (limits: CaptureLimits) => captureFunctions([{ name: 'f', fn }], limits);
    const line = expect.objectContaining({ file: expect.stringMatching(/capture\.test\.ts$/) });
    await expect(refused({ capturedBytes: 1 << 20 })).rejects.toMatchObject({
      code: 'FUNCTION_TOO_LARGE',
      message: expect.stringMatching(
        /^The values that the functions capture are 1\.3 MB, more than the limit of 1\.0 MB\. The largest is variable 'bytes' \(.*capture\.test\.ts:\d+\), 1\.3 MB\.$/,
      ),
      hint: expect.stringContaining("raise 'tsflink.shipping.max-captured-size'"),
      position: line,
    });
    await expect(refused({ scriptBytes: 1 << 20 })).rejects.toMatchObject({
      code: 'FUNCTION_TOO_LARGE',
      message: expect.stringMatching(/^The functions with all they need are 1\.3 MB.*variable 'bytes'/),
      hint: expect.stringContaining("raise 'tsflink.shipping.max-script-size'"),
    });
    const year = (x: number) => format(new Date(x), 'yyyy');
    await expect(captureFunctions([{ name: 'f', fn: year }], { scriptBytes: 1000 })).rejects.toMatchObject({
      code: 'FUNCTION_TOO_LARGE',
      message: expect.stringMatching(/The largest is .*node_modules\/date-fns\/.*\.js, \d+\.\d KB\.$/),
    });
  });

  it('says which import is missing', async () => {
    const missing = 'no-such-package';
    const fn = new Function(`return import(${JSON.stringify(missing)})`);
    await expect(captureFunctions([{ name: 'f', fn }])).rejects.toMatchObject({
      code: 'FUNCTION_IMPORT_NOT_FOUND',
      message: expect.stringContaining("'no-such-package'"),
    });
  });

  it('leaves the debugger off', async () => {
    await captureFunctions([{ name: 'f', fn: () => 1 }]);
    const started = process.cpuUsage();
    for (let i = 0; i < 100_000; i++) await i;
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});

it('ships the values of packages that Flink types map to', async () => {
  const since = Temporal.PlainDate.from('2024-02-29');
  const price = new BigNumber('12345678901234567890.5');
  const rates = { at: Temporal.Instant.from('2024-01-01T00:00:00Z'), list: [new BigNumber('1.1')] };
  const days = () => [
    since.add({ days: 1 }).toString(),
    price.plus(1).toFixed(),
    rates.at.toString(),
    rates.list[0]?.plus(price).toFixed(),
    rates.at instanceof Temporal.Instant,
  ];
  const bundle = await captureFunctions([{ name: 'f', fn: days }]);
  expect(load(bundle).f0?.udf.fn()).toEqual(days());
});
