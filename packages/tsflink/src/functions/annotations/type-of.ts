import type { Annotation } from '@tsflink/closure';
import type { DataType } from '../../types/data-type.js';
import { DataTypes } from '../../types/data-types.js';

const { ARRAY, BIGINT, BOOLEAN, BYTES, DATE, DOUBLE, MAP, ROW, STRING, TIME, TIMESTAMP, TIMESTAMP_LTZ } = DataTypes;

/** The types that say one SQL type; times are of nanoseconds, as Flink derives them from Java's classes. */
const TYPES: Readonly<Record<string, () => DataType>> = {
  string: STRING,
  boolean: BOOLEAN,
  bigint: BIGINT,
  number: DOUBLE,
  Uint8Array: BYTES,
  Date: () => TIMESTAMP_LTZ(3).bridgedTo('Date'),
  'Temporal.Instant': () => TIMESTAMP_LTZ(9),
  'Temporal.PlainDateTime': () => TIMESTAMP(9),
  'Temporal.PlainDate': DATE,
  'Temporal.PlainTime': () => TIME(9),
};

/** The only member of a union besides `null`, or the type itself. */
export function withoutNull(annotation: Annotation): Annotation | undefined {
  if (annotation.name !== '|') return annotation;
  const members = annotation.args.filter(({ name }) => name !== 'null');
  return members.length === 1 ? members[0] : undefined;
}

/** What else may be meant, and what to declare. */
const AMBIGUOUS: Readonly<Record<string, string>> = {
  BigNumber: 'DECIMAL(precision, scale)',
  'Temporal.Duration': 'an INTERVAL of months or of days',
  Buffer: 'BYTES(), and take a Uint8Array',
};

/** The SQL type that a TypeScript type stands for; undefined where it may stand for several, or none. */
export function typeOf(annotation: Annotation): DataType | undefined {
  if (annotation.name !== '|') return valueType(annotation)?.notNull();
  const only = withoutNull(annotation);
  return only !== undefined && annotation.args.length > 1 ? valueType(only)?.nullable() : undefined;
}

function valueType({ name = '', args, fields }: Annotation): DataType | undefined {
  const inner = args.map(typeOf);
  if (inner.includes(undefined)) return undefined;
  const [first, second] = inner as DataType[];
  if ((name === 'Array' || name === 'ReadonlyArray') && first && inner.length === 1) return ARRAY(first);
  if ((name === 'Map' || name === 'ReadonlyMap') && first && second) return MAP(first, second);
  if (fields) return ROW(Object.fromEntries(fields.map((field, i) => [field, inner[i] as DataType])));
  return Object.hasOwn(TYPES, name) ? TYPES[name]?.() : undefined;
}

/** What to declare in the place of a type that is not clear. */
export function advice(annotation: Annotation): string | undefined {
  const { name = '', args } = annotation;
  return Object.hasOwn(AMBIGUOUS, name) ? AMBIGUOUS[name] : args.map(advice).find((found) => found !== undefined);
}
