import { Temporal } from 'temporal-polyfill';
import { FlinkError } from '../errors/flink-error.js';

/** A moment: milliseconds since the epoch, or a value of TIMESTAMP_LTZ or TIMESTAMP, which is one in UTC. */
export type Time = number | Date | Temporal.Instant | Temporal.PlainDateTime;

/** Milliseconds since the epoch, the unit of watermarks. Throws ARGUMENT_INVALID for what is no moment. */
export function epochMillis(time: Time): number {
  if (typeof time === 'number') return time;
  if (time instanceof Date) return time.getTime();
  if (time instanceof Temporal.Instant) return time.epochMilliseconds;
  if (time instanceof Temporal.PlainDateTime) return time.toZonedDateTime('UTC').epochMilliseconds;
  throw new FlinkError('ARGUMENT_INVALID', `${String(time)} is no moment`, {
    hint: 'Give milliseconds since the epoch, a Date, a Temporal.Instant or a Temporal.PlainDateTime.',
  });
}
