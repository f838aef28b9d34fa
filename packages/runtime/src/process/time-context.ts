import { Temporal } from 'temporal-polyfill';
import { rowReader, rowWriter } from '../codec/index.js';
import { type HostExchange, Operation } from '../state/host-exchange.js';

/** The forms of times, by name: those of TIMESTAMP_LTZ, of TIMESTAMP, and milliseconds since the epoch. */
export interface Times {
  Instant: Temporal.Instant;
  PlainDateTime: Temporal.PlainDateTime;
  epochMillis: number;
}

/**
 * Times of the row or timer that is at work, and timers. A timer fires when the watermark has reached its time, in the
 * partition that it was registered in. Maps to Flink's `ProcessTableFunction.TimeContext`.
 */
export interface TimeContext<T> {
  /** The time of the row (its `on_time` column) or timer; null where the call has no `on_time`. */
  time(): T | null;
  /** The watermark of the table that the row comes from; null before the first. */
  tableWatermark(): T | null;
  /** The watermark of all tables together; null before the first. */
  currentWatermark(): T | null;
  /** Registers a timer without a name; of one time there is one. */
  registerOnTime(time: T): void;
  /** Registers a timer by name, in place of the one that has the name. */
  registerOnTime(name: string, time: T): void;
  /** Removes the timer of a name, or the one without a name of a time. */
  clearTimer(nameOrTime: string | T): void;
  /** Removes the timers of the partition. */
  clearAllTimers(): void;
}

const FORMS: { readonly [F in keyof Times]: { of(millis: number): Times[F]; millis(time: Times[F]): number } } = {
  Instant: {
    of: (millis) => Temporal.Instant.fromEpochMilliseconds(millis),
    millis: (time) => time.epochMilliseconds,
  },
  PlainDateTime: {
    of: (millis) => Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO('UTC').toPlainDateTime(),
    millis: (time) => time.toZonedDateTime('UTC').epochMilliseconds,
  },
  epochMillis: { of: (millis) => millis, millis: (time) => time },
};

export const MILLIS = { name: 'millis', type: { root: 'BIGINT', nullable: false, bridgedTo: 'number' } } as const;
export const NAME = { name: 'name', type: { root: 'VARCHAR', length: 2147483647, nullable: false } } as const;

/** Makes the context of times in a form. */
export function createTimeContext<F extends keyof Times>(form: F, exchange: HostExchange): TimeContext<Times[F]> {
  const { of, millis } = FORMS[form] as (typeof FORMS)[F];
  const reader = rowReader([MILLIS]);
  const time = rowWriter([MILLIS]);
  const named = rowWriter([NAME, MILLIS]);
  const name = rowWriter([NAME]);
  const read = (operation: number): Times[F] | null => {
    const bytes = exchange.receive(operation);
    return bytes ? of(reader.read(bytes, 0, bytes.length).millis as number) : null;
  };
  return {
    time: () => read(Operation.TIME),
    tableWatermark: () => read(Operation.TABLE_WATERMARK),
    currentWatermark: () => read(Operation.CURRENT_WATERMARK),
    registerOnTime(nameOrTime: string | Times[F], at?: Times[F]) {
      if (typeof nameOrTime === 'string') {
        exchange.call(Operation.REGISTER_NAMED, 0, named.write({ name: nameOrTime, millis: millis(at as Times[F]) }));
      } else {
        exchange.call(Operation.REGISTER_ON_TIME, 0, time.write({ millis: millis(nameOrTime) }));
      }
    },
    clearTimer(nameOrTime) {
      if (typeof nameOrTime === 'string') exchange.call(Operation.CLEAR_NAMED, 0, name.write({ name: nameOrTime }));
      else exchange.call(Operation.CLEAR_TIMER, 0, time.write({ millis: millis(nameOrTime) }));
    },
    clearAllTimers: () => void exchange.call(Operation.CLEAR_ALL_TIMERS),
  };
}
