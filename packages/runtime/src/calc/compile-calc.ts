import { Code } from '../codec/code.js';
import {
  beginRow,
  compileRowReader,
  compileRowWriter,
  isNullField,
  readField,
  writeField,
} from '../codec/compile-row.js';
import { holdsText } from '../codec/holds-text.js';
import type { TypeNode } from '../codec/index.js';
import { RowInput } from '../codec/input.js';
import { isFixedSize, rowFixedSize, rowHeaderSize } from '../codec/layout.js';
import { OVERFLOW, RowOutput } from '../codec/output.js';
import type { Method } from '../function/function-instance.js';
import { parameterOf, skipsNull } from '../function/function-spec.js';
import { argumentType, batchOfOne } from '../vector/batch-of-one.js';
import { valueAt } from '../vector/column.js';
import { compileColumnReader } from '../vector/compile-column.js';
import { makeColumn, repeat } from '../vector/make-column.js';
import { resultColumn, scatter } from '../vector/result-column.js';
import { type CalcBuffers, type CallBuffers, decodeAhead, Phase, stepOf } from './calc-buffers.js';
import type { ArgumentSpec, CalcSpec, CallSpec, CallsSpec } from './calc-spec.js';
import { formed } from './formed.js';

/**
 * Computes result rows from a row on; they begin at the start of the output buffer. Returns the first row that is not
 * done: fewer than `count` are done if the output buffer is full.
 */
export type CompiledCalc = (buffers: CalcBuffers, from: number, count: number) => number;

/** Generates the loop over a batch: reads arguments, calls functions, writes result rows; nothing is made per row but values. */
export function compileCalc(spec: CalcSpec, functions: readonly Method[], constants: Uint8Array): CompiledCalc {
  return new CalcCompiler(spec, functions, constants).compile();
}

/** Makes the calls of a row: returns what the function of the last one returned, as it is. */
export type CompiledCall = (buffers: CallBuffers, row: number, count: number) => unknown;

/** Generates what {@link CompiledCall} does; rows are asked for in order, each once. */
export function compileCall(spec: CallsSpec, functions: readonly Method[], constants: Uint8Array): CompiledCall {
  return new CalcCompiler(spec, functions, constants).compileCall();
}

/** The calls of a spec, inner ones first, in the order in which they are numbered. */
export function callsInOrder(calls: readonly CallSpec[]): CallSpec[] {
  const inner = (call: CallSpec): CallSpec[] => call.arguments.flatMap((a) => ('call' in a ? [a.call] : []));
  return calls.flatMap((call) => [...callsInOrder(inner(call)), call]);
}

class CalcCompiler {
  readonly #code = new Code();
  readonly #calls: readonly CallSpec[];

  constructor(
    readonly spec: CallsSpec,
    readonly functions: readonly Method[],
    readonly constants: Uint8Array,
  ) {
    this.#calls = callsInOrder(spec.calls);
  }

  compile(): CompiledCalc {
    if (this.#calls.some((call) => this.#function(call).vectorised)) return this.#columns();
    const body = this.spec.results.every(isFixedSize) ? this.#fixedLoop() : this.#variableLoop();
    return this.#code.compile(
      ['buffers', 'from', 'count'],
      `const { input, out, offsets, ends, progress } = buffers;
      let row = from, decoded = from;
      out.cursor = 0;
      ${body}
      return row;`,
    );
  }

  compileCall(): CompiledCall {
    const state = this.#code.bind({ decoded: 0 });
    return this.#code.compile(
      ['buffers', 'row', 'count'],
      `const { input, offsets, progress } = buffers;
      let decoded = row === 0 ? 0 : ${state}.decoded;
      let ${this.#values};
      ${this.#compute()}
      ${state}.decoded = decoded;
      return v${this.#calls.length - 1};`,
    );
  }

  // One call after the other, each for all rows; then the rows of results, which may need room more than once.
  #columns(): CompiledCalc {
    const columns = this.#calls.map((_, i) => `c${i}`).join(', ');
    const state = this.#code.bind({ pending: undefined });
    return this.#code.compile(
      ['buffers', 'from', 'count'],
      `const { input, out, offsets, ends, progress } = buffers;
      let first = from, ${columns};
      if (${state}.pending !== undefined) {
        [first, ${columns}] = ${state}.pending;
        ${state}.pending = undefined;
      } else {
        const all = Int32Array.from({ length: count - from }, (_, i) => from + i);
        ${this.#calls.map((call, i) => (this.#function(call).vectorised ? this.#vectorCall(call, i) : this.#rowCalls(call, i))).join('\n')}
      }
      let row = from, end = 0;
      out.cursor = 0;
      ${this.#halves()}
      try {
        for (; row < count; row++) {
          progress[0] = row;
          const i = row - first;
          ${this.#writeColumns()}
          end = out.cursor;
        }
      } catch (error) {
        if (error !== ${this.#code.bind(OVERFLOW)}) throw error;
        out.cursor = end;
        ${state}.pending = [first, ${columns}];
      }
      return row;`,
    );
  }

  // A call of a function that takes rows, for each of them.
  #rowCalls(call: CallSpec, number: number): string {
    return `{
      const values = new Array(count - from);
      let decoded = from;
      for (let row = from; row < count; row++) {
        progress[0] = row;
        ${this.#readsText() ? this.#ahead : ''}
        const base = offsets[row] & ~7;
        ${this.#innerValues(call)}
        let v${number};
        ${this.#call(call, number)}
        values[row - from] = v${number};
      }
      c${number} = { values, nulls: undefined };
    }`;
  }

  #vectorCall(call: CallSpec, number: number): string {
    const names = call.arguments.map((_, i) => `a${i}`);
    const read = call.arguments.map((argument, i) => `const a${i} = ${this.#column(argument, call, i)};`);
    const method = this.#code.bind(this.functions[call.function]);
    const skips = this.#function(call).onNull === 'return-null';
    return `{
      ${this.#step(number, Phase.ARGUMENTS)}
      const rows = ${skips ? this.#rowsWithoutNull(call) : 'all'};
      ${read.join('\n')}
      progress[0] = rows.length === 0 ? from : rows[0];
      buffers.last = rows.length === 0 ? from : rows[rows.length - 1];
      ${this.#step(number, Phase.CALL)}
      const result = rows.length === 0 ? [] : ${method}(${names.join(', ')});
      ${this.#step(number, Phase.RESULT)}
      c${number} = ${this.#code.bind(scatter)}(${this.#code.bind(resultColumn)}(result, rows.length), rows, from, count);
      buffers.last = undefined;
    }`;
  }

  #rowsWithoutNull(call: CallSpec): string {
    const tests = call.arguments.flatMap((argument, i) => {
      if (!skipsNull(this.#function(call), i)) return [];
      if ('field' in argument) return isNullField(argument.field);
      if ('call' in argument) return `v${this.#calls.indexOf(argument.call)} === null`;
      return String(this.#constant(argument.constant, this.spec.constants[argument.constant] as TypeNode) === null);
    });
    return `all.filter((row) => {
      const base = offsets[row] & ~7;
      ${this.#innerValues(call)}
      return !(${tests.join(' || ') || 'false'});
    })`;
  }

  // The values that inner calls gave for a row.
  #innerValues(call: CallSpec): string {
    const inner = call.arguments.flatMap((a) => ('call' in a ? [this.#calls.indexOf(a.call)] : []));
    return inner.map((j) => `const v${j} = ${this.#code.bind(valueAt)}(c${j}, row - from);`).join(' ');
  }

  #column(argument: ArgumentSpec, call: CallSpec, i: number): string {
    const declared = argumentType(this.#function(call), i);
    if ('field' in argument) {
      const { input } = this.spec;
      const type = { ...formed(input[argument.field] as TypeNode, declared), nullable: declared.nullable };
      return `${this.#code.bind(compileColumnReader(type, argument.field, input.length))}(buffers, rows)`;
    }
    const type = this.#code.bind(declared);
    if ('constant' in argument) {
      const value = this.#code.bind(this.#constant(argument.constant, declared));
      return `${this.#code.bind(repeat)}(${type}, ${value}, rows.length)`;
    }
    const j = this.#calls.indexOf(argument.call);
    return `${this.#code.bind(makeColumn)}(${type}, Array.from(rows, (row) => {
      progress[0] = row;
      const v${j} = ${this.#code.bind(valueAt)}(c${j}, row - from);
      return ${this.#inner(argument.call, { ...declared, nullable: true })};
    }))`;
  }

  // 64-bit integers are copied as two halves, for in between they would be objects.
  #halves(): string {
    const longs = this.spec.calls.map((call) => this.#calls.indexOf(call));
    return longs
      .map(
        (k) =>
          `const b${k} = c${k}.values instanceof BigInt64Array
            ? new Int32Array(c${k}.values.buffer, c${k}.values.byteOffset, c${k}.values.length * 2) : undefined;`,
      )
      .join('\n');
  }

  #writeColumns(): string {
    const { calls, results } = this.spec;
    const fields = calls.map((call, i) => {
      const k = this.#calls.indexOf(call);
      const type = formed(results[i] as TypeNode, this.#function(call).returns);
      const slot = `base + ${rowHeaderSize(results.length) + i * 8}`;
      const write = `const v${k} = ${this.#code.bind(valueAt)}(c${k}, i);
        ${writeField(this.#code, type, i, results.length, `v${k}`)}`;
      const halves = type.root === 'BIGINT' && type.bridgedTo === undefined;
      return `${this.#step(k, Phase.RESULT)} ${
        halves
          ? `if (b${k} !== undefined && c${k}.nulls?.[i] !== 1) {
              out.view.setInt32(${slot}, b${k}[i * 2], true);
              out.view.setInt32(${slot} + 4, b${k}[i * 2 + 1], true);
            } else { ${write} }`
          : `{ ${write} }`
      }`;
    });
    return `{ ${beginRow(results.length)} ${fields.join('\n')} } ends[row] = out.cursor;`;
  }

  // All result rows are of one size: whether one fits is known before its functions run.
  #fixedLoop(): string {
    return `const last = out.bytes.length - ${rowFixedSize(this.spec.results.length)};
      for (; row < count && out.cursor <= last; row++) {
        progress[0] = row;
        let ${this.#values};
        ${this.#compute()}
        ${this.#write()}
      }`;
  }

  #variableLoop(): string {
    const state = this.#code.bind({ pending: undefined });
    return `let ${this.#values};
      let end = 0;
      try {
        for (; row < count; row++) {
          progress[0] = row;
          // Values whose row did not fit before: their functions ran already.
          if (${state}.pending !== undefined) {
            [${this.#values}] = ${state}.pending;
            ${state}.pending = undefined;
          } else {
            ${this.#compute()}
          }
          ${this.#write()}
          end = out.cursor;
        }
      } catch (error) {
        if (error !== ${this.#code.bind(OVERFLOW)}) throw error;
        ${state}.pending = [${this.#values}];
        out.cursor = end;
      }`;
  }

  get #values(): string {
    return this.#calls.map((_, i) => `v${i}`).join(', ');
  }

  #compute(): string {
    return `${this.#readsText() ? this.#ahead : ''}
      const base = offsets[row] & ~7;
      ${this.#calls.map((call, i) => this.#call(call, i)).join('\n')}`;
  }

  get #ahead(): string {
    return `if (row >= decoded) decoded = ${this.#code.bind(decodeAhead)}(buffers, row, count);`;
  }

  #write(): string {
    const { calls, results } = this.spec;
    const fields = calls.map((call, i) => {
      const number = this.#calls.indexOf(call);
      const type = formed(results[i] as TypeNode, this.#function(call).returns);
      return `${this.#step(number, Phase.RESULT)}
        ${writeField(this.#code, type, i, results.length, `v${number}`)}`;
    });
    return `{ ${beginRow(results.length)} ${fields.join('\n')} } ends[row] = out.cursor;`;
  }

  #readsText(): boolean {
    const read = this.#calls.flatMap((call) => call.arguments.flatMap((a) => ('field' in a ? [a.field] : [])));
    return read.some((field) => holdsText(this.spec.input[field] as TypeNode));
  }

  #function(call: CallSpec) {
    return this.spec.functions[call.function] as CallsSpec['functions'][number];
  }

  #step(call: number, phase: number): string {
    return `progress[1] = ${stepOf(call, phase)};`;
  }

  #call(call: CallSpec, number: number): string {
    const fn = this.#function(call);
    const names = call.arguments.map((_, i) => `a${number}_${i}`);
    const read = call.arguments.map(
      (argument, i) => `const ${names[i]} = ${this.#argument(argument, parameterOf(fn, i).type)};`,
    );
    const method = this.functions[call.function] as Method;
    const invoke = `${this.#code.bind(fn.vectorised ? batchOfOne(method, fn) : method)}(${names.join(', ')})`;
    const skip = names.flatMap((name, i) => (skipsNull(fn, i) ? [`${name} === null`] : [])).join(' || ');
    return `${this.#step(number, Phase.ARGUMENTS)} ${read.join(' ')}
      ${this.#step(number, Phase.CALL)}
      v${number} = ${skip !== '' ? `(${skip}) ? null : ${invoke}` : invoke};`;
  }

  #argument(argument: ArgumentSpec, parameter: TypeNode): string {
    if ('constant' in argument) return this.#code.bind(this.#constant(argument.constant, parameter));
    if ('call' in argument) return this.#inner(argument.call, parameter);
    const { input } = this.spec;
    const type = formed(input[argument.field] as TypeNode, parameter);
    return readField(this.#code, type, argument.field, input.length);
  }

  #constant(index: number, parameter: TypeNode): unknown {
    const { constants } = this.spec;
    const code = new Code();
    const type = formed(constants[index] as TypeNode, parameter);
    const read = `return ${readField(code, type, index, constants.length)};`;
    return code.compile<(input: RowInput, base: number) => unknown>(['input', 'base'], read)(
      new RowInput(this.constants),
      0,
    );
  }

  // The result of an inner call is checked as any result is, and takes the form that the outer function declared.
  #inner(call: CallSpec, parameter: TypeNode): string {
    const value = `v${this.#calls.indexOf(call)}`;
    const { returns } = this.#function(call);
    return `${this.#code.bind(converter(returns, formed(returns, parameter)))}(${value}, progress, ${stepOf(
      this.#calls.indexOf(call),
      Phase.RESULT,
    )})`;
  }
}

type Converter = (value: unknown, progress: Int32Array, step: number) => unknown;

const SAME = new Set(['BOOLEAN', 'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'DOUBLE', 'VARCHAR']);

/** Writes a value as one type, which checks it, and reads it as another of the same layout. */
function converter(from: TypeNode, to: TypeNode): Converter {
  const write = compileRowWriter([{ name: 'value', type: from }]);
  const read = compileRowReader([{ name: 'value', type: { ...to, nullable: true } }]);
  const out = new RowOutput();
  const same = SAME.has(from.root) && from.bridgedTo === to.bridgedTo;
  return (value, progress, step) => {
    const outer = progress[1] as number;
    progress[1] = step;
    out.cursor = 0;
    write(out, { value });
    progress[1] = outer;
    return same ? value : read(new RowInput(out.bytes), 0).value;
  };
}
