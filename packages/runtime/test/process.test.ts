import { describe, expect, it } from 'vitest';
import { rowReader, rowWriter, type TypeNode } from '../src/codec/index.js';
import { Artifacts } from '../src/function/artifacts.js';
import type { FunctionSpec } from '../src/function/function-spec.js';
import { SourcePositions } from '../src/function/source-positions.js';
import { TaskFunctions } from '../src/function/task-functions.js';
import { Item, ON_TIMER, Progress } from '../src/process/process-buffers.js';
import { ProcessProgram, TIMER } from '../src/process/process-program.js';
import type { ProcessSpec } from '../src/process/process-spec.js';
import { TIMER_CHANGE } from '../src/process/timer-changes.js';
import { Operation } from '../src/state/host-exchange.js';

const BIGINT: TypeNode = { root: 'BIGINT', nullable: true };
const STRING: TypeNode = { root: 'VARCHAR', length: 2147483647, nullable: true };
const row = (fields: Record<string, TypeNode>): TypeNode => ({
  root: 'ROW',
  nullable: true,
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
});
const INPUT = row({ user: STRING, n: BIGINT });
const SEEN = row({ count: BIGINT, text: STRING });

const CODE = `
  const udf = (fn) => ({ udf: { fn } });
  exports.counting = udf({
    *eval(ctx, { input, prefix }, { seen, names }) {
      seen.count = (seen.count ?? 0n) + input.n;
      if (input.n === 0n) ctx.clearState('seen');
      if (input.n < 0n) throw new RangeError('negative');
      if (input.n > 100n) for (let i = 0n; i < input.n; i++) yield { text: String(i) };
      ctx.timeContext('epochMillis').registerOnTime('later', 5000);
      yield ctx.ofKind(ctx.getRowKind(input), { text: prefix + input.user + seen.count + names.get().join() });
    },
    onTimer(ctx, { seen }) {
      return [{ text: ctx.currentTimer() + seen.count + String(ctx.timeContext().time()) }];
    },
  });
  exports.timed = udf((ctx) => {
    const [time, local] = [ctx.timeContext('epochMillis'), ctx.timeContext('PlainDateTime')];
    return [{ text: [time.time(), local.tableWatermark(), ctx.timeContext().currentWatermark()].join(' ') }];
  });
  exports.wrong = udf((ctx, { input }, { seen }) => { if (input.n > 1n) seen.count = 1.5; });
  exports.silent = udf((ctx, args, state) => { state.seen.text = 'é'.repeat(70000); });
`;

function start(exportName: string, { capacity = 1 << 16, most = 100 } = {}) {
  const positions = new SourcePositions();
  const artifacts = new Artifacts(positions);
  artifacts.load('a', 'functions', CODE, '');
  const fn = {
    name: exportName,
    artifact: 'a',
    exportName,
    parameters: [],
    returns: row({ text: STRING }),
    onNull: 'call',
  } as unknown as FunctionSpec;
  const spec: ProcessSpec = {
    program: 'process',
    functions: [fn],
    constants: [],
    arguments: [
      { name: 'input', type: INPUT },
      { name: 'prefix', type: STRING },
    ],
    tables: ['input'],
    values: [{ name: 'seen', type: SEEN }],
    views: [{ name: 'names', value: STRING }],
  };
  const asked: [number, number][] = [];
  const exchange = new Uint8Array(64);
  const names = rowWriter([{ name: 'v', type: { root: 'ARRAY', nullable: false, children: [STRING] } }]).write({
    v: ['x', 'a name that is longer than what the exchange holds at once, so that it comes in pieces'],
  });
  let toSend = new Uint8Array(0);
  const host = {
    ask: () => null,
    call(operation: number, number: number) {
      asked.push([operation, number]);
      if (operation === Operation.RECEIVE) {
        const piece = toSend.subarray(0, exchange.length);
        toSend = toSend.subarray(piece.length);
        exchange.set(piece);
        return piece.length;
      }
      if (operation === Operation.LIST_GET) toSend = new Uint8Array(names);
      return toSend.length;
    },
  };
  const tasks = new TaskFunctions(host, () => undefined);
  const program = new ProcessProgram(spec, {
    artifacts,
    positions,
    constants: new Uint8Array(0),
    host,
    contextOf: (called) => tasks.contextOf(called),
  });
  const [owners, ends] = [new Int32Array(most), new Int32Array(most)];
  const state: unknown[] = [];
  /** Makes calls in one batch, until all is taken, as the JVM does. */
  const run = (...calls: Call[]) => {
    const partitions = Math.max(...calls.map(({ partition = 0 }) => partition)) + 1;
    const { input, items } = layOut(calls, state);
    const progress = new Int32Array([0, calls.length, 0]);
    let out = new Uint8Array(capacity);
    const results: unknown[] = [];
    let crossings = 0;
    for (let from = 0; from < calls.length + partitions; crossings++) {
      const memory = [items.buffer, owners.buffer, ends.buffer, exchange.buffer, progress.buffer] as const;
      program.bind(input.buffer, out.buffer, ...memory);
      const next = program.run(from, calls.length + partitions);
      if (next < 0) return { failure: JSON.parse(program.failure()) as Record<string, string>, results, crossings };
      const found = progress[Progress.OUTPUTS] as number;
      const stored = Math.max(next - Math.max(from, calls.length), 0);
      for (let i = 0, begin = 0; i < found; begin = ends[i++] as number) {
        const size = (ends[i] as number) - begin;
        const read = (name: string, type: TypeNode) => rowReader([{ name, type }]).read(out, begin, size)[name];
        const owner = owners[i] as number;
        if (i >= found - stored) {
          const number = Math.max(from - calls.length, 0) + i - (found - stored);
          state[number] = size === 0 ? null : rowReader(SEEN.fields ?? []).read(out, begin, size);
        } else if (owner < 0) results.push([~owner, ...Object.values(rowReader(TIMER_CHANGE).read(out, begin, size))]);
        else results.push(`${owner} ${out[begin]} ${read('text', STRING)}`);
      }
      if (found === 0 && next === from) out = new Uint8Array(out.length * 4);
      from = next;
    }
    return { results, crossings };
  };
  return { run, asked, state };
}

interface Call {
  readonly input?: Readonly<Record<string, unknown>>;
  readonly prefix?: string;
  readonly timer?: string | null;
  readonly kind?: number;
  readonly partition?: number;
}

/** Lays calls out as the JVM does: scalars and state, then each call behind its item. */
function layOut(calls: readonly Call[], state: readonly unknown[]) {
  const input = new Uint8Array(1 << 16);
  const view = new DataView(input.buffer);
  let at = 0;
  const put = (bytes: Uint8Array) => {
    input.set(bytes, at);
    at += bytes.length;
    return at - bytes.length;
  };
  const items = calls.map(({ input: row, prefix = '', timer = null, kind = 0, partition = 0 }) => {
    const scalars = put(rowWriter([{ name: 'prefix', type: STRING }]).write({ prefix }));
    const before = state[partition] as Record<string, unknown> | null | undefined;
    const value = before ? put(rowWriter(SEEN.fields ?? []).write(before)) : -1;
    view.setInt32(at, value, true);
    const begin = at + 8;
    view.setInt32(begin + Item.TABLE, row ? 0 : ON_TIMER, true);
    view.setInt32(begin + Item.PARTITION, partition, true);
    view.setInt32(begin + Item.SCALARS, scalars, true);
    view.setInt32(begin + Item.STATE, at, true);
    view.setBigInt64(begin + Item.TIME, 7000n, true);
    view.setBigInt64(begin + Item.WATERMARK, 2n ** 63n - 1n, true);
    at = begin + Item.ROW;
    if (row) input[put(rowWriter(INPUT.fields ?? []).write(row))] = kind;
    else put(rowWriter([TIMER]).write({ timer }));
    return begin;
  });
  return { input, items: new Int32Array(items) };
}

const NAMES = 'x,a name that is longer than what the exchange holds at once, so that it comes in pieces';

describe('a process program', () => {
  it('is given arguments and state, and gives rows, timers and the state as it leaves it', () => {
    const { run, state } = start('counting');
    expect(run({ input: { user: 'ada', n: 2n }, prefix: '>' }).results).toEqual([
      `0 0 >ada2${NAMES}`,
      [0, 0, 'later', 5000],
    ]);
    expect(state).toEqual([{ count: 2n, text: null }]);
    expect(run({ timer: 'later' })).toEqual({ results: ['0 0 later21970-01-01T00:00:07Z'], crossings: 1 });
    run({ input: { user: 'ada', n: 0n } });
    expect(state).toEqual([null]);
  });

  it('makes the calls of a batch in order, each with what those before it left in its partition', () => {
    const { run, state, asked } = start('counting');
    const row = (n: bigint, partition: number, kind = 0) => ({ input: { user: 'u', n }, partition, kind });
    const { results, crossings } = run(row(1n, 0), row(10n, 1), row(2n, 0, 3), row(0n, 0), row(5n, 0), {
      timer: 'later',
      partition: 1,
    });
    expect(results.filter((result) => typeof result === 'string')).toEqual([
      `0 0 u1${NAMES}`,
      `1 0 u10${NAMES}`,
      `2 3 u3${NAMES}`,
      `3 0 u3${NAMES}`,
      `4 0 u5${NAMES}`,
      '5 0 later101970-01-01T00:00:07Z',
    ]);
    expect(crossings).toBe(1);
    expect(state).toEqual([
      { count: 5n, text: null },
      { count: 10n, text: null },
    ]);
    const lists = asked.filter(([operation]) => operation === Operation.LIST_GET).map(([, view]) => view);
    expect(lists).toEqual([0, 1, 0, 0, 0]);
  });

  it('knows the time of a call, and a watermark after all time', () => {
    const { run } = start('timed');
    expect(run({ input: { user: 'x', n: 1n } }).results).toEqual([
      '0 0 7000 1970-01-01T00:00:00 +275760-09-13T00:00:00Z',
    ]);
  });

  it('gives rows in portions, and need not give any', () => {
    const many = start('counting', { most: 7, capacity: 1024 });
    const { results, crossings } = many.run({ input: { user: 'x', n: 200n } });
    expect(results).toHaveLength(202);
    expect(results.slice(0, 200)).toEqual(Array.from({ length: 200 }, (_, i) => `0 0 ${i}`));
    expect(crossings).toBeGreaterThan(28);
    const silent = start('silent', { capacity: 256 });
    expect(silent.run({ input: { user: 'x', n: 1n } }).results).toEqual([]);
    expect(silent.state).toEqual([{ count: null, text: 'é'.repeat(70_000) }]);
  });

  it('tells what failed, and with which row', () => {
    const { failure } = start('counting').run({ input: { user: 'x', n: -1n } });
    expect(failure).toMatchObject({
      code: 'FUNCTION_FAILED',
      functionName: 'counting',
      detail: 'RangeError: negative',
    });
    expect(failure?.row).toBe("input = { user: 'x', n: -1n }, prefix = ''");
    const wrong = start('wrong').run({ input: { user: 'x', n: 1n } }, { input: { user: 'y', n: 2n }, partition: 1 });
    expect(wrong.failure).toMatchObject({ code: 'FUNCTION_RESULT_TYPE', functionName: 'wrong' });
    expect(wrong.failure?.detail).toContain('wrong state: at seen.count');
    expect(wrong.failure?.row).toContain("user: 'y'");
  });
});
