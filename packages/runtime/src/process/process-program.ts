import { compileRowReader } from '../codec/compile-row.js';
import { cut } from '../codec/cut.js';
import type { Field } from '../codec/index.js';
import { OVERFLOW } from '../codec/output.js';
import { show } from '../codec/value-error.js';
import { PortionTime } from '../correlate/portion-time.js';
import { compileResultWriter, type ResultWriter } from '../correlate/result-writer.js';
import { END, type Results, resultsOf } from '../correlate/results.js';
import type { FunctionFailure } from '../function/function-error.js';
import { FunctionInstance, type Method } from '../function/function-instance.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { SourcePositions } from '../function/source-positions.js';
import { failureOf, type Phase } from '../program/failure.js';
import type { MemoryRange, Program, ProgramContext } from '../program/program.js';
import { HostExchange } from '../state/host-exchange.js';
import { CallContext } from './call-context.js';
import { Partitions } from './partitions.js';
import { Item, ON_TIMER, type ProcessBuffers, Progress, processBuffers } from './process-buffers.js';
import { compileCalls, type ProcessCalls } from './process-calls.js';
import type { ProcessSpec } from './process-spec.js';
import { kindOf, ROW_KINDS } from './row-kinds.js';

const MAX_LENGTH = 500;
const NOTHING = -(2n ** 63n);
export const TIMER: Field = { name: 'timer', type: { root: 'VARCHAR', length: 2147483647, nullable: true } };

/**
 * A process table function, called for the rows and timers of a batch, one after the other; each sees what those before
 * it have left in the state of its partition. What it gives leaves in portions of what the buffer holds.
 */
export class ProcessProgram implements Program {
  readonly #spec: ProcessSpec;
  readonly #positions: SourcePositions;
  readonly #function: FunctionInstance;
  readonly #eval: Method;
  readonly #onTimer: Method | undefined;
  readonly #exchange: HostExchange;
  readonly #context: CallContext;
  readonly #partitions: Partitions;
  readonly #calls: ProcessCalls;
  readonly #readTimer = compileRowReader([TIMER]);
  readonly #write: ResultWriter;
  readonly #time: PortionTime;
  #buffers: ProcessBuffers | undefined;
  #phase: Phase = 'arguments';
  #given: Readonly<Record<string, unknown>> | undefined;
  #scalars: Record<string, unknown> = {};
  #scalarsAt = -1;
  /** The call that is not over, where it lies, and its partition. */
  #begun = -1;
  #at = 0;
  #partition = 0;
  #results: Results | undefined;
  #pending: unknown = END;
  #failure: FunctionFailure | undefined;

  /** Throws FunctionError if the function is not there. */
  constructor(spec: ProcessSpec, { artifacts, positions, contextOf, host }: ProgramContext) {
    this.#spec = spec;
    this.#positions = positions;
    const [fn] = spec.functions;
    this.#function = new FunctionInstance(fn, artifacts);
    FunctionInstance.openAll([this.#function], contextOf);
    this.#eval = this.#function.main('eval');
    this.#onTimer = this.#function.optionalMethod('onTimer');
    this.#exchange = new HostExchange(host);
    this.#context = new CallContext(fn.name, spec, this.#exchange, (where) => this.#millis(where));
    this.#partitions = new Partitions(spec, this.#exchange);
    this.#calls = compileCalls(spec);
    this.#write = compileResultWriter(fn.returns);
    this.#time = new PortionTime(spec.timeoutMillis);
  }

  bind(...memory: Parameters<typeof processBuffers>): void {
    this.#buffers = processBuffers(...memory);
    this.#exchange.bind(this.#buffers.exchange);
  }

  /** Items are calls, and then the partitions whose state is written. */
  run(from: number, count: number): number {
    const buffers = this.#buffers as ProcessBuffers;
    const { out, progress } = buffers;
    out.cursor = 0;
    progress[Progress.OUTPUTS] = 0;
    const calls = progress[Progress.CALLS] as number;
    try {
      if (this.#results !== undefined) this.#time.goOn();
      for (let i = from; i < count; i++) {
        if (!(i < calls ? this.#call(buffers, i) : this.#store(buffers, i - calls))) return i;
      }
    } catch (error) {
      const row = this.currentArguments();
      this.#failure = failureOf(error, this.#phase, this.current(), row, this.#positions);
      return -1;
    }
    this.#partitions.forget();
    this.#scalarsAt = -1;
    return count;
  }

  written(): MemoryRange[] {
    const { out, progress } = this.#buffers as ProcessBuffers;
    const outputs = (progress[Progress.OUTPUTS] as number) * 4;
    return [
      { memory: 1, begin: 0, end: out.cursor },
      { memory: 3, begin: 0, end: outputs },
      { memory: 4, begin: 0, end: outputs },
      { memory: 6, begin: 0, end: progress.byteLength },
    ];
  }

  failure(): string {
    return JSON.stringify(this.#failure);
  }

  current(): FunctionSpec {
    return this.#spec.functions[0];
  }

  currentArguments(): string | undefined {
    if (this.#given === undefined) return undefined;
    const given = Object.entries(this.#given).filter(([, value]) => value !== null);
    return cut(given.map(([name, value]) => `${name} = ${show(value)}`).join(', '), MAX_LENGTH);
  }

  close(): void {
    try {
      this.#results?.close();
    } finally {
      FunctionInstance.closeAll([this.#function]);
    }
  }

  /** Makes a call, or goes on with it; false if there is no room for what it gives. */
  #call(buffers: ProcessBuffers, call: number): boolean {
    if (this.#begun !== call) {
      this.#begun = call;
      this.#begin(buffers, call);
    }
    if (this.#results !== undefined && !this.#drain(buffers, this.#results, call)) {
      this.#time.pause();
      return false;
    }
    this.#results = undefined;
    const { timers, cleared } = this.#context;
    for (let change = timers.first(); change !== undefined; change = timers.first()) {
      if (!put(buffers, ~call, change)) return false;
      timers.take();
    }
    if (cleared.size > 0) this.#partitions.clear(this.#partition, cleared);
    this.#begun = -1;
    return true;
  }

  #begin({ input, items, progress }: ProcessBuffers, call: number): void {
    this.#phase = 'arguments';
    this.#given = undefined;
    progress[Progress.TICK] = (progress[Progress.TICK] as number) + 1;
    this.#time.begin();
    const { view } = input;
    const at = items[call] as number;
    this.#at = at;
    this.#partition = view.getInt32(at + Item.PARTITION, true);
    const partition = this.#partitions.at(this.#partition, input, view.getInt32(at + Item.STATE, true));
    const table = view.getInt32(at + Item.TABLE, true);
    if (table === ON_TIMER) {
      const timer = this.#readTimer(input, at + Item.ROW).timer as string | null;
      this.#given = { timer: timer ?? 'without a name' };
      partition.given = this.#given;
      this.#context.begin(timer);
      this.#phase = 'call';
      this.#results = results(this.#onTimer?.(this.#context, partition.state));
      return;
    }
    const scalarsAt = view.getInt32(at + Item.SCALARS, true);
    if (scalarsAt !== this.#scalarsAt) {
      this.#scalars = this.#calls.scalars(input, scalarsAt);
      this.#scalarsAt = scalarsAt;
    }
    const given = this.#calls.given(input, table, at + Item.ROW, this.#scalars);
    this.#given = given;
    partition.given = given;
    this.#context.begin(null);
    this.#phase = 'call';
    this.#results = results(this.#eval(this.#context, given, partition.state));
  }

  #millis(where: number): number | null {
    const { input } = this.#buffers as ProcessBuffers;
    const millis = input.view.getBigInt64(this.#at + where, true);
    return millis === NOTHING ? null : Number(millis);
  }

  #drain(buffers: ProcessBuffers, source: Results, call: number): boolean {
    const { out, ends, owners, progress } = buffers;
    let written = progress[Progress.OUTPUTS] as number;
    for (;;) {
      if (this.#pending === END) {
        this.#phase = 'call';
        const value = source.next();
        if (value === END) return true;
        this.#pending = value;
      }
      this.#phase = 'result';
      const value = this.#pending;
      const begin = out.cursor;
      if (written === ends.length || !this.#fits(buffers, value)) return false;
      if (typeof value === 'object' && value !== null) out.bytes[begin] = ROW_KINDS.indexOf(kindOf(value));
      owners[written] = call;
      ends[written++] = out.cursor;
      progress[Progress.OUTPUTS] = written;
      this.#pending = END;
    }
  }

  #fits({ out }: ProcessBuffers, value: unknown): boolean {
    const begin = out.cursor;
    try {
      this.#write(out, value);
      return true;
    } catch (error) {
      if (error !== OVERFLOW) throw error;
      out.cursor = begin;
      return false;
    }
  }

  /** Writes the values of a partition's state; false if there is no room for them all. */
  #store({ out, ends, progress }: ProcessBuffers, number: number): boolean {
    let written = progress[Progress.OUTPUTS] as number;
    if (written + this.#partitions.values > ends.length) return false;
    this.#phase = 'state';
    this.#given = this.#partitions.of(number).given;
    const begin = out.cursor;
    try {
      this.#partitions.store(number, out, (at) => {
        ends[written++] = at;
      });
    } catch (error) {
      if (error !== OVERFLOW) throw error;
      out.cursor = begin;
      return false;
    }
    progress[Progress.OUTPUTS] = written;
    return true;
  }
}

/** A method that is no generator need not return anything. */
function results(returned: unknown): Results | undefined {
  return returned === undefined ? undefined : resultsOf(returned);
}

/** Writes bytes as an output; false if there is no room. */
function put({ out, owners, ends, progress }: ProcessBuffers, owner: number, bytes: Uint8Array): boolean {
  const written = progress[Progress.OUTPUTS] as number;
  if (written === ends.length || out.cursor + bytes.length > out.bytes.length) return false;
  out.bytes.set(bytes, out.cursor);
  out.cursor += bytes.length;
  owners[written] = owner;
  ends[written] = out.cursor;
  progress[Progress.OUTPUTS] = written + 1;
  return true;
}
