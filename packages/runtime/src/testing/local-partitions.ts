import { rowReader, rowWriter } from '../codec/index.js';
import type { TableSemantics } from '../process/process-context.js';
import { MILLIS, NAME } from '../process/time-context.js';
import type { HostAnswer, HostRequest } from '../program/program.js';
import { Operation } from '../state/host-exchange.js';
import type { ViewSpec } from '../state/view-spec.js';
import { LocalTimers } from './local-timers.js';
import { LocalViews } from './local-views.js';

const DONE: HostAnswer = { number: 0 };
const NOTHING: HostAnswer = { number: -1 };
const CLEAR = new Uint8Array(0);

/** What a process table function keeps for a partition: values of the state, as they are stored, and views. */
export interface LocalPartition {
  values: Readonly<Record<string, unknown>>;
  readonly views: LocalViews;
}

/** The moment of a call. */
interface Moment {
  readonly partition: string;
  readonly time: number | null;
  readonly tableWatermark: number | null;
  readonly watermark: number | null;
}

/** State and time of a process table function where there is no cluster; does what Java's `ProcessHost` does. */
export class LocalPartitions {
  readonly timers = new LocalTimers();
  readonly #partitions = new Map<string, LocalPartition>();
  readonly #millis = rowWriter([MILLIS]);
  readonly #readMillis = rowReader([MILLIS]);
  readonly #readNamed = rowReader([NAME, MILLIS]);
  readonly #readName = rowReader([NAME]);
  #moment: Moment = { partition: '', time: null, tableWatermark: null, watermark: null };

  constructor(
    private readonly views: readonly ViewSpec[],
    private readonly semantics: readonly TableSemantics[],
  ) {}

  /** Begins a call; gives its partition. */
  begin(moment: Moment): LocalPartition {
    this.#moment = moment;
    return this.of(moment.partition);
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
    const { operation, number, payload = CLEAR } = request;
    const { partition, time, tableWatermark, watermark } = this.#moment;
    const millis = () => this.#readMillis.read(payload, 0, payload.length).millis as number;
    switch (operation) {
      case Operation.TIME:
        return this.#time(time);
      case Operation.TABLE_WATERMARK:
        return this.#time(tableWatermark);
      case Operation.CURRENT_WATERMARK:
        return this.#time(watermark);
      case Operation.REGISTER_ON_TIME:
        this.timers.register({ partition, name: null, time: millis() });
        return DONE;
      case Operation.REGISTER_NAMED: {
        const named = this.#readNamed.read(payload, 0, payload.length);
        this.timers.register({ partition, name: named.name as string, time: named.millis as number });
        return DONE;
      }
      case Operation.CLEAR_TIMER:
        this.timers.clear(partition, millis());
        return DONE;
      case Operation.CLEAR_NAMED:
        this.timers.clear(partition, this.#readName.read(payload, 0, payload.length).name as string);
        return DONE;
      case Operation.CLEAR_ALL_TIMERS:
        this.timers.clearAll(partition);
        return DONE;
      case Operation.TABLE_SEMANTICS: {
        const bytes = new TextEncoder().encode(JSON.stringify(this.semantics[number]));
        return { number: bytes.length, bytes };
      }
      default:
        return this.of(partition).views.answer(request);
    }
  }

  #time(time: number | null): HostAnswer {
    if (time === null) return NOTHING;
    const bytes = this.#millis.write({ millis: time });
    return { number: bytes.length, bytes };
  }
}
