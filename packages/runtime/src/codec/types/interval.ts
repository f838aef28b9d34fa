import { Temporal } from 'temporal-polyfill';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { DAY } from './calendar.js';
import { attempt, type Form, isTemporal, strict } from './form.js';

/** INTERVAL YEAR TO MONTH as Temporal.Duration of years and months, or bridged to number (of months) or string. */
export function yearMonthCodec(node: TypeNode): TypeCodec {
  const { decode, encode } = strict(node, form(node, yearMonthForm, isInt));
  return {
    node,
    width: 4,
    read: (code, { slot }) => `${code.bind(decode)}(input.view.getInt32(${slot}, true))`,
    write: (code, value, { slot }) => `out.view.setInt32(${slot}, ${code.bind(encode)}(${value}), true);`,
  };
}

/**
 * INTERVAL DAY TO SECOND as Temporal.Duration of days to milliseconds, or bridged to number (of milliseconds) or string;
 * what is finer is cut off.
 */
export function dayTimeCodec(node: TypeNode): TypeCodec {
  const { decode, encode } = strict(node, form(node, dayTimeForm, Number.isSafeInteger));
  return {
    node,
    width: 8,
    read: (code, { slot }) => `${code.bind(decode)}(Number(input.view.getBigInt64(${slot}, true)))`,
    write: (code, value, { slot }) => `out.view.setBigInt64(${slot}, BigInt(${code.bind(encode)}(${value})), true);`,
  };
}

const isInt = (value: unknown): boolean => Number.isInteger(value) && ((value as number) | 0) === value;

/** The form that is asked for, by that of durations; text is as in ISO 8601. */
function form(node: TypeNode, durations: Form<number>, isValid: (value: unknown) => boolean): Form<number> {
  switch (node.bridgedTo) {
    case 'number':
      return { decode: (value) => value, encode: (value) => (isValid(value) ? (value as number) : undefined) };
    case 'string':
      return {
        decode: (value) => String(durations.decode(value)),
        encode: (value) =>
          typeof value === 'string' ? attempt(() => durations.encode(Temporal.Duration.from(value))) : undefined,
      };
    default:
      return durations;
  }
}

const yearMonthForm: Form<number> = {
  decode: (months) => new Temporal.Duration(Math.trunc(months / 12), months % 12),
  encode: (value) => {
    if (!isTemporal(value, 'Duration')) return undefined;
    const { years, months, ...rest } = parts(value as Temporal.Duration);
    const total = years * 12 + months;
    return Object.values(rest).every((part) => part === 0) && (total | 0) === total ? total : undefined;
  },
};

const dayTimeForm: Form<number> = {
  decode: (millis) => {
    const seconds = Math.trunc(millis / 1000);
    const [minutes, hours] = [Math.trunc(seconds / 60), Math.trunc(seconds / 3600)];
    const days = Math.trunc(hours / 24);
    return new Temporal.Duration(0, 0, 0, days, hours % 24, minutes % 60, seconds % 60, millis % 1000);
  },
  encode: (value) => {
    if (!isTemporal(value, 'Duration')) return undefined;
    const { years, months, weeks, days, hours, minutes, seconds, ms, micros, nanos } = parts(
      value as Temporal.Duration,
    );
    if (years !== 0 || months !== 0) return undefined;
    const finer = Math.trunc((micros * 1000 + nanos) / 1_000_000);
    const total = (weeks * 7 + days) * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms + finer;
    return Number.isSafeInteger(total) ? total : undefined;
  },
};

function parts(value: Temporal.Duration) {
  const { years, months, weeks, days, hours, minutes, seconds } = value;
  const { milliseconds: ms, microseconds: micros, nanoseconds: nanos } = value;
  return { years, months, weeks, days, hours, minutes, seconds, ms, micros, nanos };
}
