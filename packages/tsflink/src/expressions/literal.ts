import { sqlType, type TypeNode } from '@tsflink/runtime/codec';
import { BigNumber } from 'bignumber.js';
import { FlinkError } from '../errors/flink-error.js';
import { MAX_LENGTH } from '../types/identifiers.js';
import type { LiteralNode, LiteralValue } from './node.js';

const node = (type: Omit<TypeNode, 'nullable'>, value: LiteralValue): LiteralNode => ({
  kind: 'literal',
  type: { ...type, nullable: false },
  value,
});
const text = (type: Omit<TypeNode, 'nullable'>, value: unknown) => node(type, { case: 'text', value: String(value) });

/** The literal of a JavaScript value, by the value alone: integers are INT, bigints BIGINT, fractions DOUBLE. */
export function literal(value: unknown): LiteralNode {
  switch (typeof value) {
    case 'boolean':
      return node({ root: 'BOOLEAN' }, { case: 'boolean', value });
    case 'bigint':
      return bigintLiteral(value);
    case 'number':
      return numberLiteral(value);
    case 'string':
      return text(
        value === '' ? { root: 'VARCHAR', length: MAX_LENGTH } : { root: 'CHAR', length: value.length },
        value,
      );
    case 'object':
      return value === null
        ? { kind: 'literal', type: { root: 'NULL', nullable: true }, value: undefined }
        : object(value);
    default:
      throw notALiteral(value);
  }
}

function bigintLiteral(value: bigint): LiteralNode {
  if (BigInt.asIntN(64, value) === value) return node({ root: 'BIGINT' }, { case: 'integer', value });
  throw new FlinkError('LITERAL_INVALID', `${value}n does not fit BIGINT`, {
    hint: `Write new BigNumber('${value}') for a DECIMAL.`,
  });
}

function numberLiteral(value: number): LiteralNode {
  if (!Number.isFinite(value)) {
    throw new FlinkError('LITERAL_INVALID', `${value} is not a literal of SQL`, {
      hint: 'Write a finite number, or a CAST of a string.',
    });
  }
  if (!Number.isInteger(value)) return node({ root: 'DOUBLE' }, { case: 'floating', value });
  if (value >= -(2 ** 31) && value < 2 ** 31) {
    return node({ root: 'INTEGER' }, { case: 'integer', value: BigInt(value) });
  }
  throw new FlinkError('LITERAL_INVALID', `${value} does not fit INT`, {
    hint: `Write ${Number.isSafeInteger(value) ? `${value}n for a BIGINT, or ` : ''}lit(${value}, DataTypes.DOUBLE()).`,
  });
}

function object(value: object): LiteralNode {
  if (value instanceof Uint8Array) {
    const type =
      value.length === 0
        ? ({ root: 'VARBINARY', length: MAX_LENGTH } as const)
        : ({ root: 'BINARY', length: value.length } as const);
    return node(type, { case: 'binary', value: new Uint8Array(value) });
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw notALiteral(value);
    return text({ root: 'TIMESTAMP_WITH_LOCAL_TIME_ZONE', precision: 3 }, value.toISOString());
  }
  if (BigNumber.isBigNumber(value)) return decimalLiteral(value);
  const digits = String(value);
  const precision = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  // Temporal's own tags: its classes are those of the platform or of a polyfill
  switch ((value as { [Symbol.toStringTag]?: string })[Symbol.toStringTag]) {
    case 'Temporal.Instant':
      return text({ root: 'TIMESTAMP_WITH_LOCAL_TIME_ZONE', precision }, digits);
    case 'Temporal.PlainDateTime':
      return text({ root: 'TIMESTAMP_WITHOUT_TIME_ZONE', precision }, digits);
    case 'Temporal.PlainDate':
      return text({ root: 'DATE' }, digits);
    case 'Temporal.PlainTime':
      return text({ root: 'TIME_WITHOUT_TIME_ZONE', precision }, digits);
    case 'Temporal.Duration':
      return durationLiteral(digits);
    default:
      throw notALiteral(value);
  }
}

function decimalLiteral(value: BigNumber): LiteralNode {
  const scale = value.decimalPlaces() ?? 0;
  const precision = Math.max(value.precision(true) ?? 1, scale, 1);
  if (value.isFinite() && precision <= 38) return text({ root: 'DECIMAL', precision, scale }, value.toFixed());
  throw new FlinkError('LITERAL_INVALID', `${value.toString()} does not fit DECIMAL, which has 38 digits`);
}

function durationLiteral(iso: string): LiteralNode {
  const [date = '', time] = iso.split('T');
  if (!/\d[YM]/.test(date)) return text({ root: 'INTERVAL_DAY_TIME', precision: 6, scale: 9 }, iso);
  if (time === undefined && !/\d[DW]/.test(date)) return text({ root: 'INTERVAL_YEAR_MONTH', precision: 4 }, iso);
  throw new FlinkError('LITERAL_INVALID', `The duration ${iso} mixes months with days, which no interval of SQL can`, {
    hint: 'Add two intervals: one of years and months, one of days and times.',
  });
}

function notALiteral(value: unknown): FlinkError {
  const what =
    typeof value === 'object' && value !== null ? `A value of class ${value.constructor?.name}` : String(value);
  return new FlinkError('LITERAL_INVALID', `${what} cannot stand for a literal of SQL`, {
    hint: 'Use a string, number, bigint, boolean, null, BigNumber, Date, Uint8Array or Temporal value, or an expression.',
  });
}

/** The literal of a JavaScript value as a value of a type: `1` as a DOUBLE. */
export function typedLiteral(value: unknown, type: TypeNode): LiteralNode {
  if (value === null) return { kind: 'literal', type: { ...type, nullable: true }, value: undefined };
  const converted = convert(value, type);
  if (converted !== undefined) return { kind: 'literal', type: { ...type, nullable: false }, value: converted };
  throw new FlinkError(
    'LITERAL_INVALID',
    `${typeof value === 'bigint' ? `${value}n` : JSON.stringify(value)} is not a value of ${sqlType({ ...type, nullable: true })}`,
  );
}

const INTEGER_BITS: Partial<Record<TypeNode['root'], number>> = { TINYINT: 8, SMALLINT: 16, INTEGER: 32, BIGINT: 64 };

/** The form in which a value of the type travels; undefined where the value is not one of the type. */
function convert(value: unknown, type: TypeNode): LiteralValue | undefined {
  const bits = INTEGER_BITS[type.root];
  if (bits !== undefined) {
    const integer = typeof value === 'bigint' || Number.isSafeInteger(value) ? BigInt(value as bigint) : undefined;
    return integer !== undefined && BigInt.asIntN(bits, integer) === integer
      ? { case: 'integer', value: integer }
      : undefined;
  }
  if (type.root === 'FLOAT' || type.root === 'DOUBLE') {
    return typeof value === 'number' && Number.isFinite(value) ? { case: 'floating', value } : undefined;
  }
  if (type.root === 'DECIMAL') {
    if (typeof value !== 'number' && typeof value !== 'bigint' && !BigNumber.isBigNumber(value)) return undefined;
    return { case: 'text', value: new BigNumber(String(value)).toFixed() };
  }
  const natural = literal(value);
  const sameFamily =
    natural.type.root === type.root ||
    (natural.value?.case === 'text' && typeof value === 'string' && /^(VAR)?CHAR$/.test(type.root)) ||
    (natural.value?.case === 'binary' && /^(VAR)?BINARY$/.test(type.root));
  return sameFamily ? natural.value : undefined;
}
