import { FunctionError } from '../function/function-error.js';
import { type HostExchange, Operation } from '../state/host-exchange.js';
import { Item } from './process-buffers.js';
import type { OnTimerContext, TableSemantics } from './process-context.js';
import type { ProcessSpec } from './process-spec.js';
import { type ChangeKind, kindOf, withKind } from './row-kinds.js';
import { createTimeContext, type Moment, type TimeContext, type Times } from './time-context.js';
import { TimerChange, TimerChanges } from './timer-changes.js';

/** The context of a function; one object for all of its calls. */
export class CallContext implements OnTimerContext {
  /** What the call does to timers. */
  readonly timers = new TimerChanges();
  /** The entries of the state that are empty when the call is over. */
  readonly cleared = new Set<string>();
  readonly #times = new Map<keyof Times, unknown>();
  readonly #semantics = new Map<string, TableSemantics>();
  readonly #moment: Moment;
  #timer: string | null = null;

  constructor(
    readonly functionName: string,
    private readonly spec: ProcessSpec,
    private readonly exchange: HostExchange,
    millis: (where: number) => number | null,
  ) {
    this.#moment = {
      time: () => millis(Item.TIME),
      tableWatermark: () => millis(Item.TABLE_WATERMARK),
      watermark: () => millis(Item.WATERMARK),
      timers: this.timers,
    };
  }

  /** Begins a call. */
  begin(timer: string | null): void {
    this.#timer = timer;
    // Costs more than to look, and most calls clear nothing.
    if (this.cleared.size > 0) this.cleared.clear();
  }

  timeContext(): TimeContext<Times['Instant']>;
  timeContext<F extends keyof Times>(form: F): TimeContext<Times[F]>;
  timeContext(form: keyof Times = 'Instant'): unknown {
    let context = this.#times.get(form);
    if (context === undefined) {
      context = createTimeContext(form, this.#moment);
      this.#times.set(form, context);
    }
    return context;
  }

  tableSemanticsFor(name: string): TableSemantics {
    let semantics = this.#semantics.get(name);
    if (semantics === undefined) {
      const table = this.spec.tables.indexOf(name);
      if (table < 0) throw unknown('table argument', name, this.spec.tables);
      const bytes = this.exchange.receive(Operation.TABLE_SEMANTICS, table) as Uint8Array;
      semantics = JSON.parse(new TextDecoder().decode(bytes)) as TableSemantics;
      this.#semantics.set(name, semantics);
    }
    return semantics;
  }

  getRowKind(row: object): ChangeKind {
    return kindOf(row);
  }

  ofKind<R extends object>(kind: ChangeKind, row: R): R {
    return withKind(kind, row);
  }

  clearState(name: string): void {
    const entries = [...this.spec.values, ...this.spec.views].map((entry) => entry.name);
    if (!entries.includes(name)) throw unknown('entry of the state', name, entries);
    this.cleared.add(name);
  }

  clearAllState(): void {
    for (const { name } of [...this.spec.values, ...this.spec.views]) this.clearState(name);
  }

  clearAllTimers(): void {
    this.timers.add(TimerChange.CLEAR_ALL, null);
  }

  clearAll(): void {
    this.clearAllState();
    this.clearAllTimers();
  }

  currentTimer(): string | null {
    return this.#timer;
  }
}

function unknown(what: string, name: string, known: readonly string[]): FunctionError {
  return new FunctionError(
    'FUNCTION_FAILED',
    `there is no ${what} '${name}'; there are: ${known.join(', ') || 'none'}`,
  );
}
