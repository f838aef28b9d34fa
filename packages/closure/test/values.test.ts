import { BigNumber } from 'bignumber.js';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { captureFunctions } from '../src/index.js';

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, -0, Number.NaN, Number.POSITIVE_INFINITY, ''),
  fc.double(),
  fc.bigInt(),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: false }),
  fc.uint8Array(),
  fc.float64Array(),
  fc.bigInt64Array(),
  fc.constantFrom(/a+"\/`\n/giu, Symbol.for('shared'), Symbol.iterator, new URL('https://example.org/?a=b')),
  fc.string().map((message) => new RangeError(message)),
  fc.integer().map((n) => new BigNumber(n).div(7)),
  fc.integer({ min: 0, max: 1e9 }).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)),
);

/** Values of all kinds that functions capture, nested. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 5 }),
    fc.dictionary(fc.constantFrom('__proto__', 'then', 'constructor', '0', 'ü'), tie('value'), {
      noNullPrototype: true,
    }),
    fc.uniqueArray(leaf, { maxLength: 4, selector: (key) => key }).map((keys) => new Set(keys)),
    fc.array(fc.tuple(leaf, tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
    tie('value').map((inner) => Object.freeze({ inner })),
  ),
}));

/** What a captured function returns where it was shipped to. */
async function shipped(fn: () => unknown): Promise<unknown> {
  const { code, functions } = await captureFunctions([{ name: 'f', fn }]);
  const module = { exports: {} as Record<string, { udf: { fn: () => unknown } }> };
  const load = new Function('module', 'exports', 'require', Buffer.from(code).toString());
  load(module, module.exports, process.getBuiltinModule);
  return module.exports[functions[0]?.export ?? '']?.udf.fn();
}

it('captured values of all kinds are the same where they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 20, maxLength: 30 }), async (values) => {
      expect(await shipped(() => values)).toEqual(values);
    }),
    { numRuns: 5 },
  );
});

it('values that are the same object, and those in circles, stay so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 5 }), async (values) => {
      const object: Record<string, unknown> = { values };
      object.self = object;
      const pair = [object, new Map([[object, object]])] as const;
      const [first, map] = (await shipped(() => pair)) as typeof pair;
      expect(first.self).toBe(first);
      expect(map.get(first)).toBe(first);
      expect(first.values).toEqual(values);
    }),
    { numRuns: 3 },
  );
});
