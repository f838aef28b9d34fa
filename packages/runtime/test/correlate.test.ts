import { describe, expect, it } from 'vitest';
import type { ArgumentSpec, CallSpec } from '../src/calc/calc-spec.js';
import { rowReader, rowWriter, type TypeNode } from '../src/codec/index.js';
import { CorrelateProgram } from '../src/correlate/correlate-program.js';
import type { CorrelateSpec } from '../src/correlate/correlate-spec.js';
import { Artifacts } from '../src/function/artifacts.js';
import type { FunctionSpec } from '../src/function/function-spec.js';
import { SourcePositions } from '../src/function/source-positions.js';
import { TaskFunctions } from '../src/function/task-functions.js';
import { batchOf, fields, record } from './support/batch.js';

const BIGINT: TypeNode = { root: 'BIGINT', nullable: true };
const STRING: TypeNode = { root: 'VARCHAR', length: 2147483647, nullable: true };
const WORDS: TypeNode = {
  root: 'ROW',
  nullable: true,
  fields: [
    { name: 'word', type: STRING },
    { name: 'n', type: { root: 'INTEGER', nullable: false } },
  ],
};

const CODE = `
  const udf = (fn) => ({ udf: { fn } });
  exports.split = udf(function* (s) { if (s !== null) for (const word of s.split(' ')) yield { word, n: word.length }; });
  exports.upTo = udf(function* (n) { for (let i = 1n; i <= n; i++) yield i; });
  exports.list = udf((n) => Array.from({ length: Number(n) }, (_, i) => 'x'.repeat(i)));
  exports.set = udf((s) => new Set(s));
  exports.none = udf(() => null);
  exports.plus1 = udf((n) => n + 1n);
  exports.text = udf((s) => s);
  exports.later = udf(async function* () { yield 1n; });
  exports.undef = udf(() => undefined);
  exports.fails = udf(function* (n) { yield n; throw new Error('after one'); });
  exports.wrong = udf(function* (n) { yield { word: 'a', n: 1 }; yield { word: 'b' }; });
  exports.tuple = udf(() => [['a', 1]]);
  exports.endless = udf(function* endless() { try { for (;;) yield 1n; } finally { endless.ended = true; } });
  exports.Repeat = udf(class {
    open(ctx) { this.name = ctx.functionName; }
    *eval(n) { for (let i = 0n; i < n; i++) yield this.name; }
  });
`;

function fn(exportName: string, returns: TypeNode, parameters: TypeNode[], more: Partial<FunctionSpec> = {}) {
  const spec = { name: exportName, artifact: 'a', exportName, parameters: fields(parameters), returns, onNull: 'call' };
  return { ...spec, ...more } as FunctionSpec;
}
const call = (index: number, ...args: ArgumentSpec[]): CallSpec => ({ function: index, arguments: args });
const field = (index: number): ArgumentSpec => ({ field: index });

/** A program over a batch, taken portion by portion as the JVM does. */
function start(
  functions: FunctionSpec[],
  input: TypeNode[],
  rows: readonly unknown[][],
  {
    capacity = 1 << 16,
    most = 1000,
    outer = call(0, field(0)),
    constants = [] as [TypeNode, unknown][],
    timeoutMillis = 60_000,
  } = {},
) {
  const positions = new SourcePositions();
  const artifacts = new Artifacts(positions);
  artifacts.load('a', 'functions', CODE, '');
  const host = { call: () => 0, ask: () => null };
  const tasks = new TaskFunctions(host, () => undefined);
  const types = constants.map(([type]) => type);
  const spec: CorrelateSpec = {
    program: 'correlate',
    timeoutMillis,
    input,
    constants: types,
    results: [],
    functions,
    calls: [outer],
  };
  const program = new CorrelateProgram(spec, {
    artifacts,
    positions,
    constants: rowWriter(fields(types)).write(record(constants.map(([, value]) => value))),
    host,
    contextOf: (fn) => tasks.contextOf(fn),
  });
  const batch = batchOf(input, rows);
  const ends = new Int32Array(most);
  const owners = new Int32Array(most);
  const progress = new Int32Array(4);
  let out = new Uint8Array(capacity);
  const bind = () =>
    program.bind(batch.input.buffer, out.buffer, batch.offsets.buffer, ends.buffer, owners.buffer, progress.buffer);
  bind();
  const { returns } = functions[outer.function] as FunctionSpec;
  const reader = rowReader(returns.root === 'ROW' ? (returns.fields ?? []) : fields([returns]));
  let from = 0;
  /** One crossing: the results as `[row, ...values]`. */
  const cross = (): unknown[][] | { failure: Record<string, string> } => {
    const next = program.run(from, rows.length);
    if (next < 0) return { failure: JSON.parse(program.failure()) };
    const count = progress[3] as number;
    if (next === from && count === 0) {
      out = new Uint8Array(out.length * 4);
      bind();
    }
    from = next;
    return Array.from({ length: count }, (_, i) => {
      const begin = i === 0 ? 0 : (ends[i - 1] as number);
      return [owners[i], ...Object.values(reader.read(out, begin, (ends[i] as number) - begin))];
    });
  };
  return { program, cross, done: () => from === rows.length, artifacts };
}

function all(...args: Parameters<typeof start>) {
  const { cross, done } = start(...args);
  const results: unknown[][] = [];
  let crossings = 0;
  let failure: Record<string, string> | undefined;
  while (!done() && !failure) {
    const portion = cross();
    if (Array.isArray(portion)) results.push(...portion);
    else failure = portion.failure;
    crossings++;
  }
  return { results, crossings, failure };
}

describe('a correlate program', () => {
  it('makes rows of what a generator yields, none or many, in one crossing', () => {
    const { results, crossings } = all([fn('split', WORDS, [STRING])], [STRING], [['to be'], [null], ['or é']]);
    expect(results).toEqual([
      [0, 'to', 2],
      [0, 'be', 2],
      [2, 'or', 2],
      [2, 'é', 1],
    ]);
    expect(crossings).toBe(1);
  });

  it('takes arrays, iterables and null, and values that are no rows as the only column', () => {
    expect(all([fn('list', STRING, [BIGINT])], [BIGINT], [[0n], [2n]]).results).toEqual([
      [1, ''],
      [1, 'x'],
    ]);
    expect(all([fn('set', STRING, [STRING])], [STRING], [['aab']]).results).toEqual([
      [0, 'a'],
      [0, 'b'],
    ]);
    expect(all([fn('none', STRING, [STRING])], [STRING], [['a']]).results).toEqual([]);
  });

  it('is an object of its own where it is a class', () => {
    const functions = [fn('Repeat', STRING, [BIGINT], { name: 'repeat' })];
    expect(all(functions, [BIGINT], [[2n]]).results).toEqual([
      [0, 'repeat'],
      [0, 'repeat'],
    ]);
  });

  it('computes nested calls and literals', () => {
    const functions = [fn('upTo', BIGINT, [BIGINT]), fn('plus1', BIGINT, [BIGINT])];
    const outer = call(0, { call: call(1, { constant: 0 }) });
    expect(all(functions, [], [[], []], { outer, constants: [[BIGINT, 1n]] }).results).toEqual([
      [0, 1n],
      [0, 2n],
      [1, 1n],
      [1, 2n],
    ]);
  });

  it('makes no rows of NULL where the function does not want it', () => {
    const functions = [fn('upTo', BIGINT, [BIGINT], { onNull: 'return-null' })];
    expect(all(functions, [BIGINT], [[null], [1n]]).results).toEqual([[1, 1n]]);
  });

  it('goes on where it stopped, for lack of bytes or of places, calling no function twice', () => {
    const rows = [[40n], [0n], [40n]];
    const expected = rows.flatMap(([n], row) => Array.from({ length: Number(n) }, (_, i) => [row, 'x'.repeat(i)]));
    const bytes = all([fn('list', STRING, [BIGINT])], [BIGINT], rows, { capacity: 64 });
    expect(bytes.results).toEqual(expected);
    expect(bytes.crossings).toBeGreaterThan(10);
    const places = all([fn('list', STRING, [BIGINT])], [BIGINT], rows, { most: 7 });
    expect(places.results).toEqual(expected);
    expect(places.crossings).toBe(12);
  });

  it('waits where an endless generator yields, and ends it when it is closed', () => {
    const endless = fn('endless', BIGINT, []);
    const { program, cross, artifacts } = start([endless], [], [[]], { outer: call(0), most: 10 });
    expect(cross()).toHaveLength(10);
    expect(cross()).toHaveLength(10);
    const implementation = artifacts.implementation(endless) as { ended?: boolean };
    expect(implementation.ended).toBeUndefined();
    program.close();
    expect(implementation.ended).toBe(true);
  });

  it('ends a generator that goes on for longer than it may, portion after portion', () => {
    const endless = fn('endless', BIGINT, []);
    const { program, cross } = start([endless], [], [[]], { outer: call(0), most: 10, timeoutMillis: 1 });
    let portion = cross();
    let rows = 0;
    for (; Array.isArray(portion); portion = cross()) rows += portion.length;
    expect(rows).toBeGreaterThan(10);
    expect(portion.failure).toMatchObject({
      code: 'FUNCTION_TIMEOUT',
      functionName: 'endless',
      detail: expect.stringContaining('did not end within 1 ms for one row'),
    });
    program.close();
  });

  it('tells how a function failed, with the rows before', () => {
    const { failure } = all([fn('fails', BIGINT, [BIGINT])], [BIGINT], [[7n]]);
    expect(failure).toMatchObject({ code: 'FUNCTION_FAILED', detail: 'Error: after one', row: 'f0 = 7n' });
  });

  it.each([
    ['text', STRING, /expected rows, got 'a'; yield them/],
    ['undef', STRING, /expected rows, got undefined; yield them/],
    ['later', BIGINT, /cannot be async/],
    ['wrong', WORDS, /at n: expected INT NOT NULL \(number\), got undefined/],
    ['tuple', WORDS, /expected ROW<word STRING, n INT NOT NULL> \(object\), got \[ 'a', 1 \]/],
  ])('refuses what %s gives', (name, returns, detail) => {
    const { failure } = all([fn(name, returns, [STRING])], [STRING], [['a']]);
    expect(failure).toMatchObject({ code: 'FUNCTION_RESULT_TYPE', functionName: name, row: "f0 = 'a'" });
    expect(failure?.detail).toMatch(detail);
  });
});
