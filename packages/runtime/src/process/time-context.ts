import { Temporal } from 'temporal-polyfill';
import { TimerChange, type TimerChanges } from './timer-changes.js';

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

/** What a call knows of time, in milliseconds, and how it changes timers. */
export interface Moment {
  time(): number | null;
  tableWatermark(): number | null;
  watermark(): number | null;
  readonly timers: TimerChanges;
}

/** The last moment that Temporal knows; the watermark at the end of all input is beyond it. */
const LAST = 8.64e15;

/** Makes the context of times in a form. */
export function createTimeContext<F extends keyof Times>(form: F, moment: Moment): TimeContext<Times[F]> {
  const { of, millis } = FORMS[form] as (typeof FORMS)[F];
  const formed = (time: number | null) => (time === null ? null : of(Math.min(time, LAST)));
  const { timers } = moment;
  return {
    time: () => formed(moment.time()),
    tableWatermark: () => formed(moment.tableWatermark()),
    currentWatermark: () => formed(moment.watermark()),
    registerOnTime(nameOrTime: string | Times[F], at?: Times[F]) {
      if (typeof nameOrTime === 'string') timers.add(TimerChange.REGISTER, nameOrTime, millis(at as Times[F]));
      else timers.add(TimerChange.REGISTER, null, millis(nameOrTime));
    },
    clearTimer(nameOrTime) {
      if (typeof nameOrTime === 'string') timers.add(TimerChange.CLEAR, nameOrTime);
      else timers.add(TimerChange.CLEAR, null, millis(nameOrTime));
    },
    clearAllTimers: () => timers.add(TimerChange.CLEAR_ALL, null),
  };
}
