import { compileRowReader, compileRowWriter } from '../codec/compile-row.js';
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
import { compileView } from '../state/views.js';
import { CallContext } from './call-context.js';
import { Call, type ProcessBuffers, Progress, processBuffers } from './process-buffers.js';
import type { ProcessSpec } from './process-spec.js';
import { kindOf, ROW_KINDS, withKind } from './row-kinds.js';

const MAX_LENGTH = 500;
export const STATE_TIMER: Field = { name: 'timer', type: { root: 'VARCHAR', length: 2147483647, nullable: true } };

type State = Record<string, unknown>;

/** A process table function, called for one row or timer at a time; its results leave in portions. */
export class ProcessProgram implements Program {
  readonly #spec: ProcessSpec;
  readonly #positions: SourcePositions;
  readonly #function: FunctionInstance;
  readonly #eval: Method;
  readonly #onTimer: Method | undefined;
  readonly #exchange: HostExchange;
  readonly #context: CallContext;
  readonly #views: Readonly<Record<string, unknown>>;
  readonly #read: ReturnType<typeof compileRowReader>;
  readonly #writeState: ReturnType<typeof compileRowWriter>;
  readonly #write: ResultWriter;
  readonly #time: PortionTime;
  #buffers: ProcessBuffers | undefined;
  #phase: Phase = 'arguments';
  #given: Record<string, unknown> | undefined;
  #state: State = {};
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
    this.#context = new CallContext(fn.name, spec, this.#exchange);
    this.#views = Object.fromEntries(spec.views.map((view, i) => [view.name, compileView(view)(i, this.#exchange)]));
    this.#read = compileRowReader([
      { name: 'arguments', type: { root: 'ROW', nullable: false, fields: spec.arguments } },
      { name: 'state', type: { root: 'ROW', nullable: false, fields: spec.values } },
      STATE_TIMER,
    ]);
    this.#writeState = compileRowWriter(spec.values);
    this.#write = compileResultWriter(fn.returns);
    this.#time = new PortionTime(spec.timeoutMillis);
  }

  bind(...memory: Parameters<typeof processBuffers>): void {
    this.#buffers = processBuffers(...memory);
    this.#exchange.bind(this.#buffers.exchange);
  }

  /** `from` 0 begins a call, 1 goes on with its results; `call` is one of {@link Call}. Returns 0 while there are more. */
  run(from: number, call: number): number {
    try {
      const buffers = this.#buffers as ProcessBuffers;
      if (from === 0) this.#begin(buffers, call);
      else this.#time.goOn();
      if (this.#goOn(buffers)) return 1;
      this.#time.pause();
      return 0;
    } catch (error) {
      const row = this.currentArguments();
      this.#failure = failureOf(error, this.#phase, this.current(), row, this.#positions);
      return -1;
    }
  }

  written(): MemoryRange[] {
    const { out, progress } = this.#buffers as ProcessBuffers;
    return [
      { memory: 1, begin: 0, end: out.cursor },
      { memory: 2, begin: 0, end: (progress[Progress.RESULTS] as number) * 4 },
      { memory: 4, begin: 0, end: progress.byteLength },
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

  #begin({ input, progress }: ProcessBuffers, call: number): void {
    this.#phase = 'arguments';
    this.#given = undefined;
    progress[Progress.TICK] = (progress[Progress.TICK] as number) + 1;
    this.#time.begin();
    input.decodeUtf8();
    const row = this.#read(input, 0) as { arguments: Record<string, unknown>; state: State; timer: string | null };
    this.#state = this.#stateOf(row.state);
    this.#context.begin(this.#state, row.timer);
    this.#phase = 'call';
    if (call === Call.ON_TIMER) {
      this.#given = { timer: row.timer ?? 'without a name' };
      this.#results = results(this.#onTimer?.(this.#context, this.#state));
      return;
    }
    this.#given = row.arguments;
    const kind = ROW_KINDS[progress[Progress.ROW_KIND] as number] ?? '+I';
    for (const table of this.#spec.tables) {
      const tableRow = row.arguments[table];
      if (tableRow !== null && kind !== '+I') withKind(kind, tableRow as object);
    }
    this.#results = results(this.#eval(this.#context, row.arguments, this.#state));
  }

  /** Values of the state as objects to be changed in place, and views. */
  #stateOf(values: State): State {
    const state: State = { ...this.#views };
    for (const { name, type } of this.#spec.values) {
      state[name] = values[name] ?? Object.fromEntries((type.fields ?? []).map((field) => [field.name, null]));
    }
    return state;
  }

  #goOn(buffers: ProcessBuffers): boolean {
    const { out, progress } = buffers;
    out.cursor = 0;
    progress[Progress.RESULTS] = 0;
    progress[Progress.STATE_BYTES] = 0;
    if (this.#results !== undefined && !this.#drain(buffers, this.#results)) return false;
    this.#results = undefined;
    const begin = out.cursor;
    this.#phase = 'state';
    if (!fits(buffers, () => this.#writeState(out, this.#context.kept()))) return false;
    progress[Progress.STATE_BYTES] = out.cursor - begin;
    return true;
  }

  #drain(buffers: ProcessBuffers, source: Results): boolean {
    const { out, ends, progress } = buffers;
    let written = 0;
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
      if (written === ends.length || !fits(buffers, () => this.#write(out, value))) return false;
      if (typeof value === 'object' && value !== null) out.bytes[begin] = ROW_KINDS.indexOf(kindOf(value));
      ends[written++] = out.cursor;
      progress[Progress.RESULTS] = written;
      this.#pending = END;
    }
  }
}

/** A method that is no generator need not return anything. */
function results(returned: unknown): Results | undefined {
  return returned === undefined ? undefined : resultsOf(returned);
}

function fits({ out }: ProcessBuffers, write: () => void): boolean {
  const begin = out.cursor;
  try {
    write();
    return true;
  } catch (error) {
    if (error !== OVERFLOW) throw error;
    out.cursor = begin;
    return false;
  }
}
