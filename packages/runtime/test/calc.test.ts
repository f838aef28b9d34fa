import { describe, expect, it } from 'vitest';
import type { ArgumentSpec, CalcSpec, CallSpec } from '../src/calc/calc-spec.js';
import type { TypeNode } from '../src/codec/index.js';
import { FunctionError } from '../src/function/function-error.js';
import type { FunctionSpec } from '../src/function/function-spec.js';
import { fields } from './support/batch.js';
import { runCalc } from './support/run-calc.js';

const BIGINT: TypeNode = { root: 'BIGINT', nullable: true };
const NUMBER: TypeNode = { ...BIGINT, bridgedTo: 'number' };
const STRING: TypeNode = { root: 'VARCHAR', length: 2147483647, nullable: true };

const CODE = `
  let calls = 0;
  const udf = (fn) => ({ udf: { fn } });
  exports.plus1 = udf((n) => n + 1n);
  exports.half = udf((n) => n / 2);
  exports.shout = udf((s) => s.toUpperCase() + '!');
  exports.calls = udf(() => BigInt(++calls));
  exports.fails = udf((s) => { throw new TypeError('bad ' + s); });
`;

function fn(exportName: string, returns: TypeNode, parameters: TypeNode[], more: Partial<FunctionSpec> = {}) {
  const spec = { name: exportName, artifact: 'a', exportName, parameters: fields(parameters), returns, onNull: 'call' };
  return { ...spec, ...more } as FunctionSpec;
}

/** Runs a spec of these functions. */
const run = (spec: CalcSpec, rows: readonly unknown[][], constants: readonly unknown[] = [], capacity = 1 << 16) =>
  runCalc(CODE, spec, rows, constants, capacity);

const call = (index: number, ...args: ArgumentSpec[]): CallSpec => ({ function: index, arguments: args });
const field = (index: number): ArgumentSpec => ({ field: index });

describe('a calc program', () => {
  it('runs several and nested calls in one crossing, each argument in the form its parameter declares', () => {
    const functions = [fn('plus1', BIGINT, [BIGINT]), fn('half', { root: 'DOUBLE', nullable: true }, [NUMBER])];
    const spec: CalcSpec = {
      program: 'calc',
      input: [STRING, BIGINT],
      constants: [BIGINT],
      results: [BIGINT, { root: 'DOUBLE', nullable: true }, { root: 'DOUBLE', nullable: true }],
      functions,
      calls: [call(0, field(1)), call(1, { call: call(0, { call: call(0, field(1)) }) }), call(1, { constant: 0 })],
    };
    const { results, crossings } = run(
      spec,
      [
        ['x', 1n],
        ['y', 3n],
      ],
      [7n],
    );
    expect(results).toEqual([
      [2n, 1.5, 3.5],
      [4n, 2.5, 3.5],
    ]);
    expect(crossings).toBe(1);
  });

  it('does not call a function with NULL that does not want it', () => {
    const functions = [fn('plus1', BIGINT, [BIGINT], { onNull: 'return-null' })];
    const spec: CalcSpec = {
      program: 'calc',
      input: [BIGINT],
      constants: [],
      results: [BIGINT],
      functions,
      calls: [call(0, field(0))],
    };
    expect(run(spec, [[1n], [null]]).results).toEqual([[2n], [null]]);
  });

  it('decodes text ahead only where all of it is ASCII', () => {
    const functions = [fn('shout', STRING, [STRING])];
    const spec: CalcSpec = {
      program: 'calc',
      input: [STRING],
      constants: [],
      results: [STRING],
      functions,
      calls: [call(0, field(0))],
    };
    const rows = Array.from({ length: 200 }, (_, i) => [i % 7 === 0 ? `é number ${i}` : `number ${i}${'-'.repeat(i)}`]);
    rows.push(['x'.repeat(10_000)]);
    expect(run(spec, rows).results).toEqual(rows.map(([text]) => [`${(text as string).toUpperCase()}!`]));
  });

  it('resumes after the output buffer was full, and calls no function twice for a row', () => {
    const functions = [fn('shout', STRING, [STRING]), fn('calls', BIGINT, [])];
    const calls = [call(0, field(0)), call(1)];
    const spec: CalcSpec = {
      program: 'calc',
      input: [STRING],
      constants: [],
      results: [STRING, BIGINT],
      functions,
      calls,
    };
    const rows = Array.from({ length: 50 }, (_, i) => ['x'.repeat(i * 10)]);
    const { results, crossings } = run(spec, rows, [], 256);
    expect(results).toEqual(rows.map(([text], i) => [`${(text as string).toUpperCase()}!`, BigInt(i + 1)]));
    expect(crossings).toBeGreaterThan(5);
  });

  it('tells which function failed, and with what', () => {
    const functions = [fn('fails', STRING, [STRING], { source: 'src/job.ts:3' })];
    const spec: CalcSpec = {
      program: 'calc',
      input: [STRING],
      constants: [],
      results: [STRING],
      functions,
      calls: [call(0, field(0))],
    };
    const { failure } = run(spec, [['text']]);
    expect(failure).toMatchObject({ code: 'FUNCTION_FAILED', functionName: 'fails', detail: 'TypeError: bad text' });
    expect(failure.row).toBe("f0 = 'text'");
    expect(failure.frame).toContain('tsflink-bundle:functions-a.cjs:8');
  });

  it('cuts what would flood a log', () => {
    const functions = [fn('fails', STRING, [STRING])];
    const spec: CalcSpec = {
      program: 'calc',
      input: [STRING],
      constants: [],
      results: [STRING],
      functions,
      calls: [call(0, field(0))],
    };
    const { failure } = run(spec, [['x'.repeat(1_000_000)]]);
    expect(failure.detail).toMatch(/^TypeError: bad x+… \(1000015 characters\)$/);
    expect(JSON.stringify(failure).length).toBeLessThan(30_000);
  });

  it('refuses an argument that its form cannot hold, and a result of the wrong type', () => {
    const functions = [fn('half', BIGINT, [NUMBER])];
    const spec: CalcSpec = {
      program: 'calc',
      input: [BIGINT],
      constants: [],
      results: [BIGINT],
      functions,
      calls: [call(0, field(0))],
    };
    expect(run(spec, [[2n ** 60n]]).failure).toMatchObject({ code: 'FUNCTION_FAILED' });
    expect(run(spec, [[2n ** 60n]]).failure.detail).toContain('take it as bigint');
    expect(run(spec, [[1n]]).failure).toMatchObject({ code: 'FUNCTION_RESULT_TYPE' });
  });

  it('refuses an export that is not there', () => {
    const spec: CalcSpec = {
      program: 'calc',
      input: [],
      constants: [],
      results: [],
      functions: [fn('no', STRING, [])],
      calls: [],
    };
    expect(() => run(spec, [])).toThrow(FunctionError);
    expect(() => run(spec, [])).toThrow('export no does not exist; the bundle exports: plus1, half, shout');
  });
});
