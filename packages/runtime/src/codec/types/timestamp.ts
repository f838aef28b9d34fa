import { Temporal } from 'temporal-polyfill';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { DAY, dateFromDays, daysFromDate } from './calendar.js';
import { attempt, checkedMillis, dateMillis, epochMillis, type Form, isTemporal } from './form.js';
import { type Moment, momentCodec } from './moment.js';

/** TIMESTAMP as Temporal.PlainDateTime, or bridged to string, Date, epochMillis or epochMicros (these as if it were UTC). */
export function timestampCodec(node: TypeNode): TypeCodec {
  return momentCodec(node, form(node));
}

function form(node: TypeNode): Form<Moment> {
  switch (node.bridgedTo) {
    case 'string':
      return {
        decode: (moment) => toPlainDateTime(moment).toString(),
        encode: (value) =>
          typeof value === 'string' ? attempt(() => fromPlainDateTime(Temporal.PlainDateTime.from(value))) : undefined,
      };
    case 'epochMillis':
      return epochMillisForm;
    case 'epochMicros':
      return epochMicrosForm;
    case 'Date':
      return dateForm;
    default:
      return {
        decode: toPlainDateTime,
        encode: (value) =>
          isTemporal(value, 'PlainDateTime') ? fromPlainDateTime(value as Temporal.PlainDateTime) : undefined,
      };
  }
}

/** Milliseconds since 1970-01-01T00:00. */
export const epochMillisForm: Form<Moment> = {
  decode: ({ millis }) => checkedMillis(millis),
  encode: (value) => {
    const millis = epochMillis(value);
    return millis === undefined ? undefined : { millis, nanos: 0 };
  },
};

/** Microseconds since then, as bigint. */
export const epochMicrosForm: Form<Moment> = {
  decode: ({ millis, nanos }) => BigInt(checkedMillis(millis)) * 1000n + BigInt(Math.floor(nanos / 1000)),
  encode: (value) => (typeof value === 'bigint' ? fromNanoseconds(value * 1000n) : undefined),
};

/** Nanoseconds since then; undefined beyond the range of JavaScript. */
export function fromNanoseconds(nanoseconds: bigint): Moment | undefined {
  const rest = ((nanoseconds % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const millis = epochMillis(Number((nanoseconds - rest) / 1_000_000n));
  return millis === undefined ? undefined : { millis, nanos: Number(rest) };
}

/** A Date. */
export const dateForm: Form<Moment> = {
  decode: ({ millis }) => new Date(checkedMillis(millis)),
  encode: (value) => {
    const millis = dateMillis(value);
    return millis === undefined ? undefined : { millis, nanos: 0 };
  },
};

function toPlainDateTime({ millis, nanos }: Moment): Temporal.PlainDateTime {
  const days = Math.floor(millis / DAY);
  const { year, month, day } = dateFromDays(days);
  const time = millis - days * DAY;
  const seconds = Math.floor(time / 1000);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const micros = Math.floor(nanos / 1000);
  return new Temporal.PlainDateTime(year, month, day, hour, minute, seconds % 60, time % 1000, micros, nanos % 1000);
}

function fromPlainDateTime(value: Temporal.PlainDateTime): Moment {
  const iso = value.withCalendar('iso8601');
  const time = ((iso.hour * 60 + iso.minute) * 60 + iso.second) * 1000 + iso.millisecond;
  return {
    millis: daysFromDate(iso.year, iso.month, iso.day) * DAY + time,
    nanos: iso.microsecond * 1000 + iso.nanosecond,
  };
}
