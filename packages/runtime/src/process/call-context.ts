import { FunctionError } from '../function/function-error.js';
import { type HostExchange, Operation } from '../state/host-exchange.js';
import type { OnTimerContext, TableSemantics } from './process-context.js';
import type { ProcessSpec } from './process-spec.js';
import { type ChangeKind, kindOf, withKind } from './row-kinds.js';
import { createTimeContext, type TimeContext, type Times } from './time-context.js';

/** The context of a function; one object for all of its calls. */
export class CallContext implements OnTimerContext {
  readonly #times = new Map<keyof Times, unknown>();
  readonly #semantics = new Map<string, TableSemantics>();
  readonly #cleared = new Set<string>();
  #state: Record<string, unknown> = {};
  #timer: string | null = null;

  constructor(
    readonly functionName: string,
    private readonly spec: ProcessSpec,
    private readonly exchange: HostExchange,
  ) {}

  /** Begins a call. */
  begin(state: Record<string, unknown>, timer: string | null): void {
    this.#state = state;
    this.#timer = timer;
    this.#cleared.clear();
  }

  /** The values of the state that the call leaves; null for what is empty. */
  kept(): Record<string, unknown> {
    const kept: Record<string, unknown> = {};
    for (const { name } of this.spec.values) kept[name] = this.#cleared.has(name) ? null : this.#state[name];
    return kept;
  }

  timeContext(): TimeContext<Times['Instant']>;
  timeContext<F extends keyof Times>(form: F): TimeContext<Times[F]>;
  timeContext(form: keyof Times = 'Instant'): unknown {
    let context = this.#times.get(form);
    if (context === undefined) {
      context = createTimeContext(form, this.exchange);
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
    const { values, views } = this.spec;
    if (values.some((value) => value.name === name)) {
      this.#cleared.add(name);
      return;
    }
    const view = views.findIndex((entry) => entry.name === name);
    if (view < 0)
      throw unknown(
        'entry of the state',
        name,
        [...values, ...views].map((entry) => entry.name),
      );
    this.exchange.call(Operation.CLEAR_STATE, view);
  }

  clearAllState(): void {
    for (const { name } of [...this.spec.values, ...this.spec.views]) this.clearState(name);
  }

  clearAllTimers(): void {
    this.exchange.call(Operation.CLEAR_ALL_TIMERS);
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
