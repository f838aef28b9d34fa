import { describe, expect, it } from 'vitest';
import { AggregateProgram } from '../src/aggregate/aggregate-program.js';
import { Instruction as I } from '../src/aggregate/instruction.js';
import { type Field, rowReader, rowWriter, type TypeNode } from '../src/codec/index.js';
import { Artifacts } from '../src/function/artifacts.js';
import type { FunctionSpec } from '../src/function/function-spec.js';
import { SourcePositions } from '../src/function/source-positions.js';
import { TaskFunctions } from '../src/function/task-functions.js';
import { Operation } from '../src/state/host-exchange.js';

const BIGINT: TypeNode = { root: 'BIGINT', nullable: true };
const STRING: TypeNode = { root: 'VARCHAR', length: 2147483647, nullable: true };
const ACCUMULATOR: TypeNode = {
  root: 'ROW',
  nullable: false,
  fields: [{ name: 'sum', type: { ...BIGINT, nullable: false } }],
};

const CODE = `
  exports.sum = { udf: { fn: {
    createAccumulator: () => ({ sum: 0n }),
    accumulate(a, n) { if (n === 13n) throw new RangeError('unlucky'); a.sum += n; },
    retract(a, n) { a.sum = n === 13n ? Number(n) : a.sum - n; },
    merge(a, others) { for (const b of others) a.sum += b.sum; },
    getValue: (a) => (a.sum === 99n ? 'many' : a.sum),
  } } };
  let values = 0;
  exports.join = { udf: { fn: class {
    createAccumulator() { return ''; }
    accumulate(text, { part }) { return text + part; }
    getValue(text) { return text + '#' + ++values; }
  } } };
  exports.seen = { udf: { fn: {
    createAccumulator: () => ({}),
    accumulate(a, text) {
      a.texts.add(text);
      if (text === 'replace') a.texts = [];
      return text === 'other' ? {} : undefined;
    },
    merge(a, others) { for (const { texts } of others) a.texts.clear(); },
    getValue: (a) => { if (a.counts.isEmpty()) throw new RangeError('empty'); return 'some'; },
  } } };
  exports.columns = { udf: { fn: (n) => {
    if (!(n.values instanceof BigInt64Array)) throw new TypeError('no column');
    let sum = 0n;
    for (let i = 0; i < n.length; i++) sum += n.nulls[i] ? 1000n : n.values[i];
    return sum;
  } } };
`;

const fn = (name: string, accumulator: TypeNode, type: TypeNode, more: Partial<FunctionSpec> = {}): FunctionSpec => ({
  name,
  artifact: 'a',
  exportName: name,
  parameters: [{ name: 'part', type }],
  accumulator,
  returns: type,
  onNull: 'return-null',
  ...more,
});
const SUM = fn('sum', ACCUMULATOR, BIGINT);
const COLUMNS = fn(
  'columns',
  {
    root: 'ARRAY',
    nullable: false,
    children: [{ root: 'ROW', nullable: false, fields: [{ name: 'part', type: BIGINT }] }],
  },
  BIGINT,
  { vectorised: true, onNull: 'call' },
);
const SEEN = fn('seen', { root: 'ROW', nullable: false, fields: [] }, STRING, {
  views: [
    { name: 'texts', value: STRING },
    { name: 'counts', key: STRING, value: BIGINT },
  ],
});
const JOIN = fn('join', STRING, STRING, { namedArguments: true });

/** What an instruction works on: nothing, a row of the one argument, or an accumulator as it was stored. */
type Step = readonly [kind: number, call?: number, input?: unknown];

/** Carries instructions out as the JVM does, with an output buffer of the given size. */
function run(
  functions: readonly FunctionSpec[],
  steps: readonly Step[],
  capacity = 1 << 10,
  call: (operation: number, number: number, exchange: ArrayBuffer) => number = () => 0,
) {
  const positions = new SourcePositions();
  const artifacts = new Artifacts(positions);
  artifacts.load('a', 'functions', CODE, '');
  const exchange = new ArrayBuffer(64);
  const host = { call: (operation: number, number: number) => call(operation, number, exchange), ask: () => null };
  const tasks = new TaskFunctions(host, () => undefined);
  const input = functions.map(({ parameters }) => parameters[0]?.type as TypeNode);
  const program = new AggregateProgram(
    { program: 'aggregate', input, calls: functions.map((f, i) => ({ function: f, arguments: [i] })) },
    { artifacts, positions, constants: new Uint8Array(0), host, contextOf: (spec) => tasks.contextOf(spec) },
  );
  const fields: Field[] = input.map((type, i) => ({ name: `f${i}`, type }));
  const memory = new Uint8Array(1 << 12);
  const instructions = new Int32Array(steps.length * 2);
  let position = 0;
  steps.forEach(([kind, call = 0, value], i) => {
    instructions.set([kind + call * 16, position], i * 2);
    if (kind === I.SELECT) instructions[i * 2 + 1] = value as number;
    if (value === undefined || kind === I.SELECT) return;
    const row =
      value instanceof Uint8Array ? value : rowWriter(fields).write({ f0: null, f1: null, [`f${call}`]: value });
    memory.set(row, position);
    position += (row.length + 7) & ~7;
  });
  const ends = new Int32Array(steps.length);
  let out = new Uint8Array(capacity);
  const progress = new ArrayBuffer(8);
  const bind = () => program.bind(memory.buffer, out.buffer, instructions.buffer, ends.buffer, exchange, progress);
  bind();
  const written: Uint8Array[] = [];
  for (let done = 0; done < steps.length; ) {
    const next = program.run(done, steps.length);
    if (next < 0) return { failure: JSON.parse(program.failure()), written };
    if (next === done) {
      out = new Uint8Array(out.length * 2);
      bind();
    }
    for (let begin = 0; done < next; begin = ends[done++] as number) {
      if ((ends[done] as number) > begin) written.push(out.slice(begin, ends[done]));
    }
  }
  program.close();
  return { written };
}

const value = (type: TypeNode, bytes: Uint8Array | undefined) =>
  rowReader([{ name: 'v', type }]).read(bytes as Uint8Array, 0, (bytes as Uint8Array).length).v;

describe('an aggregate program', () => {
  it('creates, changes and stores accumulators, and goes on with stored ones', () => {
    const first = run([SUM], [[I.CREATE], [I.ACCUMULATE, 0, 5n], [I.ACCUMULATE, 0, null], [I.STORE], [I.VALUE]]);
    expect(value(ACCUMULATOR, first.written[0])).toEqual({ sum: 5n });
    expect(value(BIGINT, first.written[1])).toBe(5n);
    const second = run([SUM], [[I.LOAD, 0, first.written[0]], [I.RETRACT, 0, 2n], [I.VALUE]]);
    expect(value(BIGINT, second.written[0])).toBe(3n);
  });

  it('merges what was laid aside', () => {
    const { written } = run(
      [SUM],
      [
        [I.CREATE],
        [I.ACCUMULATE, 0, 1n],
        [I.SET_ASIDE],
        [I.CREATE],
        [I.ACCUMULATE, 0, 10n],
        [I.SET_ASIDE],
        [I.CREATE],
        [I.ACCUMULATE, 0, 100n],
        [I.MERGE],
        [I.VALUE],
        [I.CREATE],
        [I.MERGE],
        [I.VALUE],
      ],
    );
    expect(written.map((bytes) => value(BIGINT, bytes))).toEqual([111n, 0n]);
  });

  it('keeps the accumulators of several calls apart, and those that are values', () => {
    const { written } = run(
      [SUM, JOIN],
      [
        [I.CREATE, 0],
        [I.CREATE, 1],
        [I.ACCUMULATE, 1, 'a'],
        [I.ACCUMULATE, 0, 7n],
        [I.ACCUMULATE, 1, 'é'],
        [I.VALUE, 0],
        [I.VALUE, 1],
        [I.STORE, 1],
      ],
    );
    expect(value(BIGINT, written[0])).toBe(7n);
    expect(value(STRING, written[1])).toBe('aé#1');
    expect(value(STRING, written[2])).toBe('aé');
  });

  it('gives a vectorised function all rows of a group as columns', () => {
    const first = run([COLUMNS], [[I.CREATE], [I.ACCUMULATE, 0, 1n], [I.ACCUMULATE, 0, null], [I.VALUE], [I.STORE]]);
    expect(value(BIGINT, first.written[0])).toBe(1001n);
    const { written } = run(
      [COLUMNS],
      [
        [I.LOAD, 0, first.written[1]],
        [I.ACCUMULATE, 0, 20n],
        [I.RETRACT, 0, null],
        [I.SET_ASIDE],
        [I.CREATE],
        [I.ACCUMULATE, 0, 300n],
        [I.MERGE],
        [I.VALUE],
      ],
    );
    expect(value(BIGINT, written[0])).toBe(321n);
  });

  it('works on the accumulators of many groups in turn', () => {
    const { written } = run(
      [SUM],
      [
        [I.SELECT, 0, 0],
        [I.CREATE],
        [I.ACCUMULATE, 0, 1n],
        [I.SELECT, 0, 1],
        [I.CREATE],
        [I.ACCUMULATE, 0, 10n],
        [I.SELECT, 0, 0],
        [I.ACCUMULATE, 0, 2n],
        [I.VALUE],
        [I.SELECT, 0, 1],
        [I.VALUE],
      ],
    );
    expect(written.map((bytes) => value(BIGINT, bytes))).toEqual([3n, 10n]);
  });

  it('calls no method twice where the output is full', () => {
    const long = 'x'.repeat(300);
    const steps: Step[] = [[I.CREATE], [I.ACCUMULATE, 0, long], [I.VALUE], [I.STORE], [I.VALUE]];
    const { written } = run([JOIN], steps, 64);
    expect(written.map((bytes) => value(STRING, bytes))).toEqual([`${long}#1`, long, `${long}#2`]);
  });

  it('says in which method, and with what, a function failed', () => {
    const failure = (...steps: Step[]) => run([SUM], [[I.CREATE], ...steps]).failure;
    expect(failure([I.ACCUMULATE, 0, 13n])).toMatchObject({
      code: 'FUNCTION_FAILED',
      functionName: 'sum',
      detail: 'accumulate(): RangeError: unlucky',
      row: 'part = 13n',
    });
    expect(failure([I.RETRACT, 0, 13n], [I.VALUE], [I.STORE])).toMatchObject({
      code: 'FUNCTION_RESULT_TYPE',
      detail: 'getValue(): wrong result: expected BIGINT (bigint), got number 13',
      row: 'accumulator = { sum: 13 }',
    });
    expect(failure([I.RETRACT, 0, 13n], [I.STORE])).toMatchObject({
      code: 'FUNCTION_RESULT_TYPE',
      detail: 'retract(): wrong accumulator: at sum: expected BIGINT NOT NULL (bigint), got number 13',
      row: 'part = 13n',
    });
    expect(failure([I.ACCUMULATE, 0, 99n], [I.VALUE]).detail).toContain('getValue(): wrong result');
    expect(run([JOIN], [[I.CREATE], [I.RETRACT, 0, 'a']]).failure.detail).toContain('has no method retract()');
  });

  describe('with views', () => {
    /** The operations that are asked for, with the numbers of views. */
    function asked(steps: readonly Step[], isEmpty = 0) {
      const calls: [number, number][] = [];
      const { failure } = run([SEEN, SEEN], steps, 1 << 10, (operation, number) => {
        if (operation !== Operation.SEND) calls.push([operation, number]);
        return operation === Operation.MAP_IS_EMPTY ? isEmpty : 0;
      });
      return { calls, failure };
    }

    it('reads and writes those of the accumulator that is selected, call by call', () => {
      const { calls, failure } = asked([
        [I.CREATE, 0],
        [I.ACCUMULATE, 0, 'a'],
        [I.SELECT, 0, 3],
        [I.CREATE, 1],
        [I.ACCUMULATE, 1, 'other'],
        [I.ACCUMULATE, 1, 'b'],
        [I.VALUE, 1],
        [I.CLEAR, 1],
        [I.SELECT, 0, 0],
        [I.STORE, 0],
      ]);
      expect(failure).toBeUndefined();
      expect(calls).toEqual([
        [Operation.LIST_ADD, 0],
        [Operation.LIST_ADD, 3 * 4 + 2],
        [Operation.LIST_ADD, 3 * 4 + 2],
        [Operation.MAP_IS_EMPTY, 3 * 4 + 3],
        [Operation.VIEW_CLEAR, 3 * 4 + 2],
        [Operation.VIEW_CLEAR, 3 * 4 + 3],
      ]);
    });

    it('merges accumulators whose views are apart', () => {
      const { calls } = asked([
        [I.SELECT, 0, 1],
        [I.CREATE],
        [I.SET_ASIDE],
        [I.SELECT, 0, 0],
        [I.CREATE],
        [I.ACCUMULATE, 0, 'a'],
        [I.MERGE],
      ]);
      expect(calls).toEqual([
        [Operation.LIST_ADD, 0],
        [Operation.VIEW_CLEAR, 0],
      ]);
    });

    it('says what is wrong without reading them', () => {
      const { calls, failure } = asked([[I.CREATE], [I.VALUE]], 1);
      expect(failure).toMatchObject({ detail: 'getValue(): RangeError: empty', row: 'accumulator = {}' });
      expect(calls).toHaveLength(1);
      expect(asked([[I.CREATE], [I.ACCUMULATE, 0, 'replace']]).failure.detail).toContain("the view 'texts'");
    });
  });
});
