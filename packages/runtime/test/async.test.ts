import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AsyncProgram } from '../src/async/async-program.js';
import { collectRows } from '../src/async/collect-rows.js';
import { rowReader, type TypeNode } from '../src/codec/index.js';
import { Artifacts } from '../src/function/artifacts.js';
import type { FunctionSpec } from '../src/function/function-spec.js';
import { SourcePositions } from '../src/function/source-positions.js';
import { TaskFunctions } from '../src/function/task-functions.js';
import { batchOf, fields } from './support/batch.js';

const INT: TypeNode = { root: 'INTEGER', nullable: true };
const STRING: TypeNode = { root: 'VARCHAR', length: 2147483647, nullable: true };

const gates = new Map<number, () => void>();
const open = (n: number) => gates.get(n)?.();
const asUdf = (fn: unknown) => ({ udf: { fn } });
const FUNCTIONS = {
  gated: asUdf((n: number) => new Promise((settle) => gates.set(n, () => settle(n * 10)))),
  refusing: asUdf(async (n: number) => {
    if (n === 2) throw new RangeError(`no ${n}`);
    return n;
  }),
  upTo: asUdf(async function* (n: number) {
    for (let i = 0; i < n; i++) yield 'x'.repeat(i * 20);
  }),
  wrong: asUdf(async (n: number) => ['a', n, 'b']),
  never: asUdf(() => new Promise(() => undefined)),
};

/** A program as the JVM runs it: `cross` begins the calls of rows, and gives what has settled as `[call, result]`. */
function start(
  exportName: string,
  returns: TypeNode,
  { rows = 0 as 0 | 1, capacity = 1 << 12, timeoutMillis = 60_000 } = {},
) {
  const positions = new SourcePositions();
  const artifacts = new Artifacts(positions);
  artifacts.add('a', FUNCTIONS);
  const fn = { name: exportName, artifact: 'a', exportName, parameters: fields([INT]), returns, onNull: 'call' };
  const host = { call: () => 0, ask: () => null };
  const tasks = new TaskFunctions(host, () => undefined);
  const program = new AsyncProgram(
    {
      program: 'async',
      input: [INT],
      constants: [],
      results: [returns],
      functions: [fn as FunctionSpec],
      calls: [{ function: 0, arguments: [{ field: 0 }] }],
      timeoutMillis,
      rows,
    },
    { artifacts, positions, constants: new Uint8Array(), host, contextOf: (of) => tasks.contextOf(of) },
  );
  let told = 0;
  program.onSettled(() => told++);
  const [ends, owners, progress] = [new Int32Array(16), new Int32Array(16), new Int32Array(4)];
  const out = new Uint8Array(capacity);
  const reader = rowReader(fields([returns]));
  let number = 0;
  const cross = (...values: number[]) => {
    const { input, offsets } = batchOf(
      [INT],
      values.map((value) => [value]),
    );
    const calls = Int32Array.from(values, () => number++);
    const memory = [input, out, offsets, calls, ends, owners, progress];
    program.bind(...(memory.map(({ buffer }) => buffer) as Parameters<AsyncProgram['bind']>));
    expect(program.run(0, values.length)).toBe(values.length);
    return Array.from({ length: progress[2] as number }, (_, i) => {
      const begin = i === 0 ? 0 : (ends[i - 1] as number);
      const bytes = out.subarray(begin, ends[i]);
      const owner = owners[i] as number;
      if (owner < 0) return [~owner, JSON.parse(Buffer.from(bytes).toString())];
      return bytes.length === 0 ? [owner] : [owner, reader.read(out, begin, bytes.length).f0];
    });
  };
  return { cross, told: () => told, waiting: () => progress[3] };
}

describe('an asynchronous program', () => {
  it('gives values as they settle, and tells of it once before it is asked', async () => {
    const { cross, told } = start('gated', INT);
    expect(cross(1, 2, 3)).toEqual([]);
    expect(told()).toBe(0);
    open(3);
    open(1);
    await delay(0);
    expect(told()).toBe(1);
    expect(cross(4)).toEqual([
      [2, 30],
      [0, 10],
    ]);
    open(2);
    await delay(0);
    expect(told()).toBe(2);
    expect(cross()).toEqual([[1, 20]]);
  });

  it('gives the failure of a call that fails, and the others', async () => {
    const { cross } = start('refusing', INT);
    cross(1, 2, 3);
    await delay(0);
    expect(cross()).toEqual([
      [0, 1],
      [1, expect.objectContaining({ code: 'FUNCTION_FAILED', functionName: 'refusing', row: 'f0 = 2' })],
      [2, 3],
    ]);
  });

  it('gives up what does not settle in time', () => {
    const { cross } = start('never', INT, { timeoutMillis: 0 });
    const [[call, failure] = []] = [...cross(7), ...cross()];
    expect(call).toBe(0);
    expect(failure).toMatchObject({ code: 'FUNCTION_TIMEOUT', row: 'f0 = 7' });
  });

  it('gives all rows of a call and then its end, in as many portions as they need', async () => {
    const { cross, waiting } = start('upTo', STRING, { rows: 1, capacity: 128 });
    cross(4, 0);
    await delay(0);
    const portions = [cross()];
    while (waiting() !== 0) portions.push(cross());
    expect(portions.length).toBeGreaterThan(1);
    expect(portions.flat().filter(([call]) => call === 0)).toEqual([
      ...[0, 20, 40, 60].map((length) => [0, 'x'.repeat(length)]),
      [0],
    ]);
    expect(portions.flat().filter(([call]) => call === 1)).toEqual([[1]]);
  });

  it('fails a call of whose rows one is wrong', async () => {
    const { cross } = start('wrong', STRING, { rows: 1 });
    cross(5);
    await delay(0);
    const [first, second] = cross();
    expect(first).toEqual([0, 'a']);
    expect(second).toEqual([0, expect.objectContaining({ code: 'FUNCTION_RESULT_TYPE' })]);
  });
});

describe('rows that come later', () => {
  it('are those of a promise of rows, of NULL, of a generator, or of a promise of one', async () => {
    async function* generated() {
      yield 1;
      yield null;
    }
    expect(await collectRows(Promise.resolve([1, null]))).toEqual([1, null]);
    expect(await collectRows(Promise.resolve(null))).toEqual([]);
    expect(await collectRows(null)).toEqual([]);
    expect(await collectRows(generated())).toEqual([1, null]);
    expect(await collectRows(Promise.resolve(generated()))).toEqual([1, null]);
    await expect(collectRows(Promise.resolve('text'))).rejects.toThrow(/expected rows, got .*text/);
  });
});
