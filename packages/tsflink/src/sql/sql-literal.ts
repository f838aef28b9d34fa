import { Temporal } from 'temporal-polyfill';
import { FlinkError } from '../errors/flink-error.js';
import { literal } from '../expressions/literal.js';
import { quoteText } from '../types/identifiers.js';

/** A JavaScript value as a literal of SQL. Throws LITERAL_INVALID. */
export function sqlLiteral(value: unknown): string {
  const { type, value: travelling } = literal(value);
  if (travelling === undefined) return 'NULL';
  switch (travelling.case) {
    case 'boolean':
      return travelling.value ? 'TRUE' : 'FALSE';
    case 'integer':
      return signed(integerText(travelling.value));
    case 'floating':
      return signed(Object.is(travelling.value, -0) ? '-0e+0' : travelling.value.toExponential());
    case 'binary':
      return `X'${Buffer.from(travelling.value).toString('hex')}'`;
  }
  const text = travelling.value;
  switch (type.root) {
    case 'DECIMAL':
      return (type.precision ?? 0) <= MOST_DIGITS
        ? signed(text)
        : `CAST('${text}' AS DECIMAL(${type.precision}, ${type.scale}))`;
    case 'DATE':
      return `DATE '${text}'`;
    case 'TIME_WITHOUT_TIME_ZONE':
      return `TIME '${text}'`;
    case 'TIMESTAMP_WITHOUT_TIME_ZONE':
      return `TIMESTAMP '${text.replace('T', ' ')}'`;
    case 'TIMESTAMP_WITH_LOCAL_TIME_ZONE':
      return instantLiteral(Temporal.Instant.from(text));
    case 'INTERVAL_YEAR_MONTH':
      return monthsLiteral(Temporal.Duration.from(text));
    case 'INTERVAL_DAY_TIME':
      return timeLiteral(Temporal.Duration.from(text));
    default:
      return quoteText(text);
  }
}

/** Longer literals are out of the parser's range. */
const MOST_DIGITS = 18;

/** In parentheses where it is negative: two minus signs would begin a comment. */
const signed = (number: string) => (number.startsWith('-') ? `(${number})` : number);

/** The least BIGINT has no literal: its digits alone are one too many. */
const integerText = (value: bigint) => (value === -(2n ** 63n) ? `-${2n ** 63n - 1n} - 1` : String(value));

function instantLiteral(instant: Temporal.Instant): string {
  if (instant.epochNanoseconds % 1_000_000n === 0n) return `TO_TIMESTAMP_LTZ(${instant.epochMilliseconds}, 3)`;
  throw new FlinkError('LITERAL_INVALID', `SQL has no literal for ${instant}, which is finer than a millisecond`, {
    hint: 'Round it, or use lit() in an expression.',
  });
}

function monthsLiteral({ sign, years, months }: Temporal.Duration): string {
  const all = Math.abs(years * 12 + months);
  return `INTERVAL ${sign < 0 ? '-' : ''}'${Math.floor(all / 12)}-${all % 12}' YEAR(4) TO MONTH`;
}

/** Flink takes at most three digits of days. */
const MAX_DAYS = 999;

function timeLiteral(duration: Temporal.Duration): string {
  // Flink keeps milliseconds of an interval
  const millis = Math.abs(duration.round({ largestUnit: 'hours', smallestUnit: 'milliseconds' }).total('milliseconds'));
  const days = Math.floor(millis / 86_400_000);
  if (days > MAX_DAYS) {
    throw new FlinkError(
      'LITERAL_INVALID',
      `SQL has no literal for ${duration}, which is longer than ${MAX_DAYS} days`,
      {
        hint: 'Use lit() in an expression.',
      },
    );
  }
  const part = (unit: number, of: number) => String(Math.floor(millis / unit) % of).padStart(2, '0');
  const fraction = String(millis % 1000).padStart(3, '0');
  const time = `${part(3_600_000, 24)}:${part(60_000, 60)}:${part(1000, 60)}.${fraction}`;
  return `INTERVAL ${duration.sign < 0 ? '-' : ''}'${days} ${time}' DAY(3) TO SECOND(3)`;
}
