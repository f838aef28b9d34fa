import { RowInput } from '../codec/input.js';
import { OVERFLOW, RowOutput } from '../codec/output.js';
import { show } from '../codec/value-error.js';
import type { FunctionFailure } from '../function/function-error.js';
import { FunctionInstance } from '../function/function-instance.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { SourcePositions } from '../function/source-positions.js';
import { failureOf } from '../program/failure.js';
import type { MemoryRange, Program, ProgramContext } from '../program/program.js';
import { HostExchange } from '../state/host-exchange.js';
import { NumberedViews } from '../state/numbered-views.js';
import { AggregateCall } from './aggregate-call.js';
import type { AggregateCallSpec, AggregateSpec } from './aggregate-spec.js';
import { describeRow } from './describe-row.js';
import { type Emitted, emitted } from './emitted.js';
import { Instruction } from './instruction.js';
import type { Position } from './position.js';

/** Aggregate functions of one operator: carries out instructions, each on the current accumulator of its call. */
export class AggregateProgram implements Program {
  readonly #spec: AggregateSpec;
  readonly #positions: SourcePositions;
  readonly #instances: readonly FunctionInstance[];
  readonly #calls: readonly AggregateCall[];
  readonly #exchange: HostExchange;
  readonly #position: Position = { call: 0, method: '', phase: 'call', row: -1 };
  #input = new RowInput(new Uint8Array(0));
  #out = new RowOutput(new Uint8Array(0));
  #instructions = new Int32Array(0);
  #ends = new Int32Array(0);
  #progress = new Int32Array(1);
  /** What could not be written yet, for lack of room: a value, or rows. */
  #unwritten: readonly unknown[] | undefined;
  /** The number of the current accumulators. */
  #selected = 0;
  #failure: FunctionFailure | undefined;

  /** Throws FunctionError if a function or a method is not there. */
  constructor(spec: AggregateSpec, { artifacts, positions, contextOf, host }: ProgramContext) {
    this.#spec = spec;
    this.#positions = positions;
    this.#instances = spec.calls.map((call) => new FunctionInstance(call.function, artifacts));
    FunctionInstance.openAll(this.#instances, contextOf);
    this.#exchange = new HostExchange(host);
    const viewsOf = ({ function: { views = [] } }: AggregateCallSpec) => views;
    const total = spec.calls.flatMap(viewsOf).length;
    this.#calls = spec.calls.map((call, i) => {
      const first = spec.calls.slice(0, i).flatMap(viewsOf).length;
      const views = new NumberedViews(viewsOf(call), first, total, this.#exchange);
      return new AggregateCall(call, spec.input, this.#instances[i] as FunctionInstance, views);
    });
  }

  /** The input, the output, the instructions, for each of them where the output ends, the exchange, and the progress. */
  bind(...[input, out, instructions, ends, exchange, progress]: ArrayBuffer[]): void {
    this.#input = new RowInput(new Uint8Array(input as ArrayBuffer));
    this.#out = new RowOutput(new Uint8Array(out as ArrayBuffer));
    this.#instructions = new Int32Array(instructions as ArrayBuffer);
    this.#ends = new Int32Array(ends as ArrayBuffer);
    this.#exchange.bind(exchange as ArrayBuffer);
    this.#progress = new Int32Array(progress as ArrayBuffer);
  }

  run(from: number, count: number): number {
    const out = this.#out;
    let end = 0;
    out.cursor = 0;
    for (let i = from; i < count; i++) {
      this.#progress[0] = i;
      try {
        this.#step(this.#instructions[i * 2] as number, this.#instructions[i * 2 + 1] as number);
      } catch (error) {
        if (error === OVERFLOW) return i;
        this.#failure = this.#toFailure(error);
        return -1;
      }
      end = out.cursor;
      this.#ends[i] = end;
    }
    return count;
  }

  written(from: number, next: number): MemoryRange[] {
    return [
      { memory: 1, begin: 0, end: next === from ? 0 : (this.#ends[next - 1] as number) },
      { memory: 3, begin: from * 4, end: next * 4 },
      { memory: 5, begin: 0, end: this.#progress.byteLength },
    ];
  }

  failure(): string {
    return JSON.stringify(this.#failure);
  }

  current(): FunctionSpec | undefined {
    return this.#spec.calls[this.#position.call]?.function;
  }

  currentArguments(): string | undefined {
    const { call, row } = this.#position;
    if (row >= 0) return describeRow(this.#spec.calls[call] as AggregateCallSpec, this.#spec.input, this.#input, row);
    const accumulator = this.#calls[call]?.accumulators[this.#selected];
    if (accumulator === undefined) return undefined;
    return `accumulator = ${show(this.#calls[call]?.views.omit(accumulator))}`;
  }

  close(): void {
    FunctionInstance.closeAll(this.#instances);
  }

  #step(instruction: number, at: number): void {
    const position = this.#position;
    position.call = instruction >> 4;
    const call = this.#calls[position.call] as AggregateCall;
    const selected = this.#selected;
    switch (instruction & 15) {
      case Instruction.CREATE:
        this.#enter('createAccumulator', -1);
        call.accumulators[selected] = call.views.attach(call.create(), selected);
        return;
      case Instruction.LOAD:
        this.#enter('accumulate', -1);
        position.phase = 'arguments';
        call.accumulators[selected] = call.views.attach(call.read(this.#input, at), selected);
        return;
      case Instruction.ACCUMULATE:
        this.#enter('accumulate', at);
        position.phase = 'arguments';
        this.#update(call, call.accumulate(this.#input, at, call.accumulators[selected], position));
        return;
      case Instruction.RETRACT:
        this.#enter('retract', at);
        position.phase = 'arguments';
        this.#update(call, call.retract(this.#input, at, call.accumulators[selected], position));
        return;
      case Instruction.SET_ASIDE:
        call.aside.push(call.accumulators[selected]);
        return;
      case Instruction.MERGE: {
        this.#enter('merge', -1);
        const merged = call.merge(call.accumulators[selected], call.aside);
        this.#update(call, merged === undefined ? call.accumulators[selected] : merged);
        call.aside = [];
        return;
      }
      case Instruction.VALUE:
        this.#value(call);
        return;
      case Instruction.SELECT:
        this.#selected = at;
        // The row before was of another group.
        position.row = -1;
        return;
      case Instruction.EMIT:
        this.#emit(call, 'emitValue');
        return;
      case Instruction.EMIT_UPDATE:
        this.#emit(call, 'emitUpdateWithRetract');
        return;
      case Instruction.CLEAR:
        call.views.clear(selected);
        return;
      case Instruction.STORE:
        // The method that ran last is the one that made it what it is.
        position.phase = 'accumulator';
        call.write(this.#out, call.accumulators[selected]);
        return;
    }
  }

  #update(call: AggregateCall, accumulator: unknown): void {
    call.accumulators[this.#selected] = call.views.attach(accumulator, this.#selected);
  }

  #value(call: AggregateCall): void {
    const selected = this.#selected;
    if (this.#unwritten === undefined) {
      const { method, row } = this.#position;
      this.#enter('getValue', -1);
      this.#unwritten = [call.getValue(call.accumulators[selected])];
      this.#position.phase = 'result';
      call.writeValue(this.#out, this.#unwritten[0]);
      this.#unwritten = undefined;
      // A wrong accumulator, found later, is the work of the method before.
      this.#position.method = method;
      this.#position.row = row;
    } else {
      call.writeValue(this.#out, this.#unwritten[0]);
      this.#unwritten = undefined;
    }
  }

  #emit(call: AggregateCall, method: 'emitValue' | 'emitUpdateWithRetract'): void {
    const accumulator = call.accumulators[this.#selected];
    const { method: before, row: rowBefore } = this.#position;
    if (this.#unwritten === undefined) {
      this.#enter(method, -1);
      this.#unwritten = emitted(method === 'emitValue' ? call.emitValue : call.emitUpdate, accumulator);
      this.#position.phase = 'result';
    }
    const out = this.#out;
    for (const { row, retracted } of this.#unwritten as readonly Emitted[]) {
      const at = out.cursor;
      out.reserve(8);
      out.cursor += 8;
      call.writeEmitted(out, row);
      out.view.setInt32(at, out.cursor - at - 8, true);
      out.view.setInt32(at + 4, retracted ? 1 : 0, true);
    }
    this.#unwritten = undefined;
    // As after getValue; but the other method may note in the accumulator what it has emitted.
    if (method === 'emitValue') {
      this.#position.method = before;
      this.#position.row = rowBefore;
    }
  }

  #enter(method: string, row: number): void {
    this.#position.method = method;
    this.#position.phase = 'call';
    this.#position.row = row;
  }

  #toFailure(error: unknown): FunctionFailure {
    const { phase, method } = this.#position;
    const fn = this.current() as FunctionSpec;
    return failureOf(error, phase, fn, this.currentArguments(), this.#positions, method);
  }
}
