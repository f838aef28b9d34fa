// The functions of the Java tests; bundled with their source map by `npm run build -w @tsflink/runtime`.
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { BigNumber } from 'bignumber.js';
import { Temporal } from 'temporal-polyfill';
import { lookUp } from './library.js';

/** The shape that udf() gives an export; parameters and result are described by the tests. */
function udf<F extends (...values: never[]) => unknown>(fn: F) {
  return { udf: { kind: 'scalar', fn } };
}

let calls = 0;

export const plus1 = udf((n: bigint | null) => (n === null ? null : n + 1n));
export const upper = udf((text: string | null) => text?.toUpperCase() ?? null);
export const add = udf((a: bigint, b: bigint) => a + b);
export const half = udf((n: number) => n / 2);
export const identity = udf((value: unknown) => value);
export const repeat = udf((text: string, times: number) => text.repeat(times));
export const count = udf(() => ++calls);
export const positive = udf((n: bigint) => {
  if (n === 0n) throw new RangeError('zero is not positive', { cause: new Error('the root of it') });
  return n > 0n;
});
export const throwsText = udf(() => {
  throw 'just text';
});
export const deep = udf((ip: string) => lookUp(ip));
export const later = udf(async (n: bigint) => n);
export const nothing = udf(() => undefined);
export const twice = udf((value: BigNumber) => value.times(2));
export const sameTemporal = udf((value: unknown) => value instanceof Temporal.Instant);
export const normalize = udf((text: string) => text.normalize('NFD'));
export const german = udf((n: number) => n.toLocaleString('de'));
export const loop = udf(() => {
  for (;;);
});
export const slow = udf((n: bigint) => {
  const end = Date.now() + 100;
  while (Date.now() < end);
  return n;
});
export const exit = udf((how: string) => {
  const go = process[how as 'abort'] as (code: number) => never;
  return go.call(process, 1);
});
export const hoard = udf(() => {
  const kept: number[][] = [];
  for (;;) kept.push(new Array(1000).fill(Math.random()));
});
export const hoardBuffers = udf(() => {
  const kept: Buffer[] = [];
  for (;;) kept.push(Buffer.alloc(10 << 20, 1));
});
const leaked: Buffer[] = [];
export const leak = udf((n: bigint) => {
  leaked.push(Buffer.alloc(10 << 20, 1));
  return n;
});
const others: Worker[] = [];
export const leakElsewhere = udf((n: bigint) => {
  const code = 'globalThis.kept = Buffer.alloc(400 << 20, 1); setInterval(() => {}, 1000)';
  if (others.length === 0) others.push(new Worker(code, { eval: true }));
  return n;
});
export const failLater = udf((n: bigint) => {
  setTimeout(() => {
    throw new Error('too late');
  }, 0);
  setInterval(() => undefined, 10);
  void Promise.reject(new Error('nobody listens'));
  return n;
});
export const logs = udf((text: string) => {
  console.log('hello %s', text);
  console.error('oh', text);
  process.stdout.write('raw');
  return text;
});
export const notAFunction = 42;

export const split = udf(function* (text: string) {
  for (const word of text.split(' ')) yield { word, size: word.length };
});
export const upTo = udf(function* (n: bigint) {
  for (let i = 0n; i < n; i++) yield i;
});
export const texts = udf((n: bigint) => Array.from({ length: Number(n) }, (_, i) => 'x'.repeat(i)));
export const endless = udf(function* () {
  for (let i = 0n; ; i++) yield i;
});
export const stuck = udf(function* (n: bigint) {
  yield n;
  for (;;);
});
export const hoardWhileYielding = udf(function* () {
  const kept: number[][] = [];
  for (let i = 0n; ; i++) {
    kept.push(new Array(1000).fill(Math.random()));
    yield i;
  }
});
export const slowly = udf(function* (n: bigint) {
  for (let i = 0n; i < n; i++) {
    const end = Date.now() + 100;
    while (Date.now() < end);
    yield i;
  }
});
export const failsAfter = udf(function* (n: bigint) {
  yield n;
  throw new RangeError('no more');
});
export const exitsAfter = udf(function* (n: bigint) {
  yield n;
  process.exit(1);
});
export const wrongRow = udf(() => [{ word: 'a', size: 1 }, { word: 'b' }]);
export const tooLarge = udf((n: bigint) => [n * n]);
export const pid = udf(() => BigInt(process.pid));
export const floodRaw = udf((megabytes: bigint) => {
  const piece = 'x'.repeat(1 << 16);
  for (let left = 16n * megabytes; left > 0n; left--) {
    try {
      writeSync(2, piece);
    } catch {
      // The pipe is full.
    }
  }
  return megabytes;
});
export const flood = udf((n: bigint) => {
  for (let i = 0n; i < n; i++) {
    console.log('line', i);
    try {
      writeSync(2, `native ${i}\n`);
    } catch {
      // The pipe is full.
    }
  }
  return n;
});
