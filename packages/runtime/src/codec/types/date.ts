import { Temporal } from 'temporal-polyfill';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { DAY, dateFromDays, daysFromDate } from './calendar.js';
import { attempt, checkedMillis, dateMillis, epochMillis, type Form, isTemporal, strict } from './form.js';

/** DATE as Temporal.PlainDate, or bridged to string, Date (at midnight UTC) or epochMillis. */
export function dateCodec(node: TypeNode): TypeCodec {
  const { decode, encode } = strict(node, form(node));
  return {
    node,
    width: 4,
    read: (code, { slot }) => `${code.bind(decode)}(input.view.getInt32(${slot}, true))`,
    write: (code, value, { slot }) => `out.view.setInt32(${slot}, ${code.bind(encode)}(${value}), true);`,
  };
}

function form(node: TypeNode): Form<number> {
  switch (node.bridgedTo) {
    case 'string':
      return {
        decode: (days) => toPlainDate(days).toString(),
        encode: (value) =>
          typeof value === 'string' ? attempt(() => fromPlainDate(Temporal.PlainDate.from(value))) : undefined,
      };
    case 'epochMillis':
      return {
        decode: (days) => checkedMillis(days * DAY),
        encode: (value) => wholeDays(epochMillis(value)),
      };
    case 'Date':
      return { decode: (days) => new Date(checkedMillis(days * DAY)), encode: (value) => wholeDays(dateMillis(value)) };
    default:
      return {
        decode: toPlainDate,
        encode: (value) => (isTemporal(value, 'PlainDate') ? fromPlainDate(value as Temporal.PlainDate) : undefined),
      };
  }
}

// A moment within a day is not a date: dropping the time would hide a mistake.
function wholeDays(millis: number | undefined): number | undefined {
  return millis !== undefined && millis % DAY === 0 ? millis / DAY : undefined;
}

function toPlainDate(days: number): Temporal.PlainDate {
  const { year, month, day } = dateFromDays(days);
  return new Temporal.PlainDate(year, month, day);
}

function fromPlainDate(value: Temporal.PlainDate): number {
  const { year, month, day } = value.withCalendar('iso8601');
  return daysFromDate(year, month, day);
}
