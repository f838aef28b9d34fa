import type { TypeNode, TypeRootName } from '@tsflink/runtime/codec';

/** The length of STRING and BYTES. */
export const MAX_LENGTH = 2147483647;

/** An identifier as SQL quotes it. */
export const quoteIdentifier = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** The spelling of a type in Flink's SQL: `DECIMAL(10, 2) NOT NULL`. */
export function summary(type: TypeNode): string {
  const text = SPELLINGS[type.root](type);
  return type.nullable || type.root === 'NULL' ? text : `${text} NOT NULL`;
}

const plain = (name: string) => () => name;
const withLength = (name: string) => (type: TypeNode) => `${name}(${type.length ?? 1})`;
const variable = (name: string, unlimited: string) => (type: TypeNode) =>
  type.length === undefined || type.length === MAX_LENGTH ? unlimited : `${name}(${type.length})`;
const withPrecision = (name: string, standard: number) => (type: TypeNode) => `${name}(${type.precision ?? standard})`;
const child = (type: TypeNode, i: number) => summary(type.children?.[i] ?? { root: 'NULL', nullable: true });

const SPELLINGS: Record<TypeRootName, (type: TypeNode) => string> = {
  CHAR: withLength('CHAR'),
  VARCHAR: variable('VARCHAR', 'STRING'),
  BOOLEAN: plain('BOOLEAN'),
  BINARY: withLength('BINARY'),
  VARBINARY: variable('VARBINARY', 'BYTES'),
  DECIMAL: (type) => `DECIMAL(${type.precision ?? 10}, ${type.scale ?? 0})`,
  TINYINT: plain('TINYINT'),
  SMALLINT: plain('SMALLINT'),
  INTEGER: plain('INT'),
  BIGINT: plain('BIGINT'),
  FLOAT: plain('FLOAT'),
  DOUBLE: plain('DOUBLE'),
  DATE: plain('DATE'),
  TIME_WITHOUT_TIME_ZONE: withPrecision('TIME', 0),
  TIMESTAMP_WITHOUT_TIME_ZONE: withPrecision('TIMESTAMP', 6),
  TIMESTAMP_WITH_LOCAL_TIME_ZONE: withPrecision('TIMESTAMP_LTZ', 6),
  INTERVAL_YEAR_MONTH: (type) => `INTERVAL YEAR(${type.precision ?? 2}) TO MONTH`,
  INTERVAL_DAY_TIME: (type) => `INTERVAL DAY(${type.precision ?? 2}) TO SECOND(${type.scale ?? 6})`,
  ARRAY: (type) => `ARRAY<${child(type, 0)}>`,
  MULTISET: (type) => `MULTISET<${child(type, 0)}>`,
  MAP: (type) => `MAP<${child(type, 0)}, ${child(type, 1)}>`,
  ROW: (type) =>
    `ROW<${(type.fields ?? []).map((field) => `${quoteIdentifier(field.name)} ${summary(field.type)}`).join(', ')}>`,
  NULL: plain('NULL'),
  OPAQUE: plain('RAW'),
};
