import { describe, expect, it } from 'vitest';
import type { ArgumentSpec, CalcSpec, CallSpec } from '../src/calc/calc-spec.js';
import type { TypeNode } from '../src/codec/index.js';
import type { FunctionSpec } from '../src/function/function-spec.js';
import { runCalc } from './support/run-calc.js';

const BIGINT: TypeNode = { root: 'BIGINT', nullable: true };
const INT: TypeNode = { root: 'INTEGER', nullable: true };
const DOUBLE: TypeNode = { root: 'DOUBLE', nullable: true };
const STRING: TypeNode = { root: 'VARCHAR', length: 2147483647, nullable: true };
const notNull = (type: TypeNode): TypeNode => ({ ...type, nullable: false });

const CODE = `
  let batches = 0;
  const udf = (fn) => ({ udf: { fn } });
  const name = (column) => column.constructor.name;
  exports.forms = udf((a, b, c, d) =>
    c.map(() => [name(a), name(b.values) + '/' + name(b.nulls), name(c), name(d)].join(' ')));
  exports.plus = udf((a, b) => a.map((x, i) => x + b[i]));
  exports.sum = udf((a, b) => ({ values: a.values.map((x, i) => x + b.values[i]), nulls: a.nulls.map((x, i) => x | b.nulls[i]) }));
  exports.shout = udf((s) => s.map((text) => text === null ? null : text.toUpperCase() + '!'));
  exports.length = udf((s) => Float64Array.from(s, (text) => text.length));
  exports.size = udf((a) => Array.from(a, () => a.length));
  exports.plus1 = udf((n) => n === null ? null : n + 1n);
  exports.first = udf(() => ++batches);
  exports.named = udf({ eval({ x, y }) { return x.map((v, i) => v * y[i]); } });
  exports.same = udf((column) => column.values ? column : column);
  exports.short = udf((a) => a.slice(1));
  exports.half = udf((a) => Float64Array.from(a, (x) => x / 2));
  exports.scalar = udf(() => 7);
  exports.async = udf(async (a) => a);
  exports.throws = udf((a) => { throw new RangeError('no ' + a.length); });
`;

function fn(exportName: string, returns: TypeNode, parameters: TypeNode[], more: Partial<FunctionSpec> = {}) {
  const named = parameters.map((type, i) => ({ name: ['x', 'y', 'z', 'w'][i] as string, type }));
  const spec = { name: exportName, artifact: 'a', exportName, parameters: named, returns, onNull: 'call' };
  return { ...spec, vectorised: true, ...more } as FunctionSpec;
}
const call = (index: number, ...args: ArgumentSpec[]): CallSpec => ({ function: index, arguments: args });
const field = (index: number): ArgumentSpec => ({ field: index });
const inner = (index: number, ...args: ArgumentSpec[]): ArgumentSpec => ({ call: call(index, ...args) });

/** Calls of functions over rows of the given types. */
function run(
  input: TypeNode[],
  functions: FunctionSpec[],
  calls: CallSpec[],
  rows: unknown[][],
  constants: [TypeNode, unknown][] = [],
  capacity?: number,
) {
  const results = calls.map(({ function: i }) => (functions[i] as FunctionSpec).returns);
  const spec: CalcSpec = { program: 'calc', input, constants: constants.map(([t]) => t), results, functions, calls };
  const values = constants.map(([, value]) => value);
  return runCalc(CODE, spec, rows, values, capacity);
}

describe('a vectorised function', () => {
  it('gets typed arrays for numbers, NULLs beside them, and arrays for all else', () => {
    const forms = fn('forms', STRING, [notNull(BIGINT), DOUBLE, STRING, { ...notNull(BIGINT), bridgedTo: 'number' }]);
    const { results, crossings } = run(
      [notNull(BIGINT), DOUBLE, STRING],
      [forms],
      [call(0, field(0), field(1), field(2), field(0))],
      [
        [1n, 1.5, 'a'],
        [2n, null, null],
      ],
    );
    expect(results).toEqual(Array(2).fill(['BigInt64Array Float64Array/Uint8Array Array Float64Array']));
    expect(crossings).toBe(1);
  });

  it('keeps every bit of a BIGINT, and every character of a text', () => {
    const longs = [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 4_294_967_296n, -4_294_967_297n];
    const texts = ['', 'a', 'Zürich', '😀', null, 'x'.repeat(9_000)];
    const rows = longs.map((long, i) => [long, texts[i]]);
    const functions = [fn('same', notNull(BIGINT), [notNull(BIGINT)]), fn('same', STRING, [STRING])];
    const { results } = run(
      [notNull(BIGINT), STRING],
      functions,
      [call(0, field(0)), call(1, field(1))],
      rows,
      [],
      1 << 10,
    );
    expect(results).toEqual(rows);
  });

  it('returns NULLs with its values, or in an array', () => {
    const { results } = run(
      [BIGINT, STRING],
      [fn('sum', BIGINT, [BIGINT, BIGINT]), fn('shout', STRING, [STRING])],
      [call(0, field(0), field(0)), call(1, field(1))],
      [
        [1n, 'a'],
        [null, null],
        [3n, 'c'],
      ],
    );
    expect(results).toEqual([
      [2n, 'A!'],
      [null, null],
      [6n, 'C!'],
    ]);
  });

  it('does not see rows with NULLs that it does not want', () => {
    const plus = fn('plus', BIGINT, [BIGINT, BIGINT], { onNull: 'return-null' });
    const size = fn('size', INT, [STRING], { onNull: 'return-null' });
    const rows = [
      [1n, 10n, 'a'],
      [null, 20n, null],
      [3n, null, 'c'],
      [4n, 40n, null],
    ];
    const calls = [call(0, field(0), field(1)), call(1, field(2)), call(0, field(0), { constant: 0 })];
    const { results } = run([BIGINT, BIGINT, STRING], [plus, size], calls, rows, [[BIGINT, 100n]]);
    expect(results).toEqual([
      [11n, 2, 101n],
      [null, null, null],
      [null, 2, 103n],
      [44n, null, 104n],
    ]);
    const none = run([BIGINT, BIGINT, STRING], [plus, size], calls, [[null, null, null]], [[BIGINT, null]]);
    expect(none.results).toEqual([[null, null, null]]);
  });

  it('nests with others, and with functions that take rows, in one crossing', () => {
    const functions = [
      fn('plus1', BIGINT, [BIGINT], { vectorised: false }),
      fn('plus', notNull(BIGINT), [notNull(BIGINT), notNull(BIGINT)]),
      fn('length', DOUBLE, [STRING], { onNull: 'return-null' }),
      fn('shout', STRING, [STRING]),
    ];
    const { results, crossings } = run(
      [notNull(BIGINT), STRING],
      functions,
      [
        call(0, inner(1, inner(0, field(0)), inner(1, field(0), { constant: 0 }))),
        call(2, inner(3, inner(3, field(1)))),
      ],
      [
        [1n, 'ab'],
        [2n, null],
      ],
      [[notNull(BIGINT), 100n]],
    );
    expect(results).toEqual([
      [104n, 4],
      [106n, null],
    ]);
    expect(crossings).toBe(1);
  });

  it('may be an object that takes columns by name', () => {
    const named = fn('named', notNull(DOUBLE), [notNull(DOUBLE), notNull(DOUBLE)], { namedArguments: true });
    const { results } = run([notNull(DOUBLE)], [named], [call(0, field(0), field(0))], [[3], [4]]);
    expect(results).toEqual([[9], [16]]);
  });

  it('is not called again after the output buffer was full', () => {
    const functions = [fn('shout', STRING, [STRING]), fn('first', INT, [], { vectorised: false })];
    const rows = Array.from({ length: 40 }, (_, i) => ['x'.repeat(i * 10)]);
    const { results, crossings } = run([STRING], functions, [call(0, field(0)), call(1)], rows, [], 64);
    expect(crossings).toBeGreaterThan(3);
    expect(results).toEqual(rows.map(([text], i) => [`${(text as string).toUpperCase()}!`, i + 1]));
  });

  it.each([
    ['short', 'wrong result: 1 values were returned for 2 rows', 'a batch of rows, from x = 3 to x = 4'],
    [
      'scalar',
      'wrong result: expected a column of 2 values (an array, a typed array or { values, nulls }), got 7',
      'a batch of rows, from x = 3 to x = 4',
    ],
    ['half', 'wrong result: expected INT NOT NULL (number), got number 1.5', 'x = 3'],
  ])('fails with a wrong column: %s', (name, detail, row) => {
    const { failure } = run([notNull(INT)], [fn(name, notNull(INT), [notNull(INT)])], [call(0, field(0))], [[3], [4]]);
    expect(failure).toMatchObject({ code: 'FUNCTION_RESULT_TYPE', functionName: name, detail, row });
  });

  it('names the row of a wrong value, the batch of a throw, and an async function', () => {
    const types = [notNull(INT)];
    const half = run(types, [fn('half', notNull(INT), types)], [call(0, field(0))], [[4], [6], [7]]);
    expect(half.failure).toMatchObject({ row: 'x = 7', detail: expect.stringContaining('3.5') });
    const throws = run(types, [fn('throws', notNull(INT), types)], [call(0, field(0))], [[4], [6]]);
    expect(throws.failure).toMatchObject({
      code: 'FUNCTION_FAILED',
      detail: 'RangeError: no 2',
      row: 'a batch of rows, from x = 4 to x = 6',
    });
    const later = run(types, [fn('async', notNull(INT), types)], [call(0, field(0))], [[4]]);
    expect(later.failure.detail).toMatch(/cannot be async/);
  });
});
