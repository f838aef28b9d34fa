import { describe, expect, it } from 'vitest';
import { rowReader, rowWriter, type TypeNode } from '../src/codec/index.js';
import { Artifacts } from '../src/function/artifacts.js';
import type { FunctionSpec } from '../src/function/function-spec.js';
import { SourcePositions } from '../src/function/source-positions.js';
import { TaskFunctions } from '../src/function/task-functions.js';
import { Call, Progress } from '../src/process/process-buffers.js';
import { ProcessProgram } from '../src/process/process-program.js';
import type { ProcessSpec } from '../src/process/process-spec.js';
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
  const time = rowWriter([{ name: 't', type: BIGINT }]).write({ t: 7000n });
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
      if (operation === Operation.TIME) toSend = new Uint8Array(time);
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
  const input = rowWriter([
    { name: 'arguments', type: row({ input: INPUT, prefix: STRING }) },
    { name: 'state', type: row({ seen: SEEN }) },
    { name: 'timer', type: STRING },
  ]);
  const progress = new Int32Array(4);
  const ends = new Int32Array(most);
  let state: unknown = null;
  /** Calls until the call is over, as the JVM does. */
  const call = (method: number, args: { input: unknown; prefix: unknown }, timer: string | null = null, kind = 0) => {
    const written = input.write({ arguments: args, state: { seen: state }, timer });
    let out = new Uint8Array(capacity);
    const bind = () =>
      program.bind(written.buffer.slice(0) as ArrayBuffer, out.buffer, ends.buffer, exchange.buffer, progress.buffer);
    bind();
    progress[Progress.ROW_KIND] = kind;
    const results: unknown[] = [];
    let crossings = 0;
    for (let from = 0, next = 0; next < 1; from = 1) {
      next = program.run(from, method);
      crossings++;
      if (next < 0) return { failure: JSON.parse(program.failure()) as Record<string, string>, results, crossings };
      let begin = 0;
      for (let i = 0; i < (progress[Progress.RESULTS] as number); i++) {
        const end = ends[i] as number;
        const { text } = rowReader([{ name: 'text', type: STRING }]).read(out, begin, end - begin);
        results.push(`${out[begin]} ${text}`);
        begin = end;
      }
      if (next === 1) {
        const size = progress[Progress.STATE_BYTES] as number;
        ({ seen: state } = rowReader([{ name: 'seen', type: SEEN }]).read(out, begin, size) as { seen: unknown });
      } else if (begin === 0) {
        out = new Uint8Array(out.length * 4);
        bind();
      }
    }
    return { results, crossings };
  };
  return { call, asked, state: () => state };
}

describe('a process program', () => {
  it('is given arguments and state, and gives rows and the state as it leaves it', () => {
    const { call, state, asked } = start('counting');
    const args = (user: string, n: bigint) => ({ input: { user, n }, prefix: '>' });
    const names = 'x,a name that is longer than what the exchange holds at once, so that it comes in pieces';
    expect(call(Call.EVAL, args('ada', 2n)).results).toEqual([`0 >ada2${names}`]);
    expect(state()).toEqual({ count: 2n, text: null });
    expect(call(Call.EVAL, args('ada', 3n), null, 3).results).toEqual([`3 >ada5${names}`]);
    expect(state()).toEqual({ count: 5n, text: null });
    expect(asked.some(([operation]) => operation === Operation.REGISTER_NAMED)).toBe(true);
    expect(call(Call.ON_TIMER, { input: null, prefix: null }, 'later')).toEqual({
      results: ['0 later51970-01-01T00:00:07Z'],
      crossings: 1,
    });
    call(Call.EVAL, args('ada', 0n));
    expect(state()).toBeNull();
  });

  it('gives rows in portions, and need not give any', () => {
    const many = start('counting', { most: 7, capacity: 1024 });
    const { results, crossings } = many.call(Call.EVAL, { input: { user: 'x', n: 200n }, prefix: '' });
    expect(results).toHaveLength(201);
    expect(results.slice(0, 200)).toEqual(Array.from({ length: 200 }, (_, i) => `0 ${i}`));
    expect(crossings).toBeGreaterThan(28);
    const silent = start('silent', { capacity: 256 });
    expect(silent.call(Call.EVAL, { input: { user: 'x', n: 1n }, prefix: '' }).results).toEqual([]);
    expect(silent.state()).toEqual({ count: null, text: 'é'.repeat(70_000) });
  });

  it('tells what failed, and with which row', () => {
    const { failure } = start('counting').call(Call.EVAL, { input: { user: 'x', n: -1n }, prefix: '' });
    expect(failure).toMatchObject({
      code: 'FUNCTION_FAILED',
      functionName: 'counting',
      detail: 'RangeError: negative',
    });
    expect(failure?.row).toBe("input = { user: 'x', n: -1n }, prefix = ''");
  });
});
