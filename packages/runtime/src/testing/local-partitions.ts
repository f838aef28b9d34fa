import type { TableSemantics } from '../process/process-context.js';
import { TimerChange } from '../process/timer-changes.js';
import type { HostAnswer, HostRequest } from '../program/program.js';
import { Operation } from '../state/host-exchange.js';
import type { ViewSpec } from '../state/view-spec.js';
import { LocalTimers } from './local-timers.js';
import { LocalViews } from './local-views.js';

/** What a process table function keeps for a partition: values of the state, as they are stored, and views. */
export interface LocalPartition {
  values: Readonly<Record<string, unknown>>;
  readonly views: LocalViews;
}

/** State and timers of a process table function where there is no cluster; does what Java's operators do. */
export class LocalPartitions {
  readonly timers = new LocalTimers();
  readonly #partitions = new Map<string, LocalPartition>();
  #partition = '';

  constructor(
    private readonly views: readonly ViewSpec[],
    private readonly semantics: readonly TableSemantics[],
  ) {}

  /** Begins a call; gives its partition. */
  begin(key: string): LocalPartition {
    this.#partition = key;
    return this.of(key);
  }

  /** A partition by its key. */
  of(key: string): LocalPartition {
    let partition = this.#partitions.get(key);
    if (partition === undefined) {
      partition = { values: {}, views: new LocalViews(this.views) };
      this.#partitions.set(key, partition);
    }
    return partition;
  }

  answer(request: HostRequest): HostAnswer {
    if (request.operation !== Operation.TABLE_SEMANTICS) return this.of(this.#partition).views.answer(request);
    const bytes = new TextEncoder().encode(JSON.stringify(this.semantics[request.number]));
    return { number: bytes.length, bytes };
  }

  /** Does to the timers of a partition what a call did. */
  change(partition: string, { change, name, millis }: Readonly<Record<string, unknown>>): void {
    const timer = { partition, name: name as string | null, time: millis as number };
    if (change === TimerChange.REGISTER) this.timers.register(timer);
    else if (change === TimerChange.CLEAR) this.timers.clear(partition, timer.name ?? timer.time);
    else this.timers.clearAll(partition);
  }
}
