import type { Field, TypeNode } from './type-node.js';

/** A type as Flink spells it, `DECIMAL(10, 2) NOT NULL`. */
export function sqlType(node: TypeNode): string {
  return node.nullable ? family(node) : `${family(node)} NOT NULL`;
}

function family(node: TypeNode): string {
  const child = (index: number): string => sqlType(node.children?.[index] as TypeNode);
  switch (node.root) {
    case 'CHAR':
    case 'BINARY':
      return `${node.root}(${node.length})`;
    case 'VARCHAR':
      return node.length === 2147483647 ? 'STRING' : `VARCHAR(${node.length})`;
    case 'VARBINARY':
      return node.length === 2147483647 ? 'BYTES' : `VARBINARY(${node.length})`;
    case 'INTEGER':
      return 'INT';
    case 'DECIMAL':
      return `DECIMAL(${node.precision}, ${node.scale})`;
    case 'TIME_WITHOUT_TIME_ZONE':
      return `TIME(${node.precision ?? 0})`;
    case 'TIMESTAMP_WITHOUT_TIME_ZONE':
      return `TIMESTAMP(${node.precision ?? 6})`;
    case 'TIMESTAMP_WITH_LOCAL_TIME_ZONE':
      return `TIMESTAMP_LTZ(${node.precision ?? 6})`;
    case 'INTERVAL_YEAR_MONTH':
      return 'INTERVAL YEAR TO MONTH';
    case 'INTERVAL_DAY_TIME':
      return 'INTERVAL DAY TO SECOND';
    case 'ARRAY':
    case 'MULTISET':
      return `${node.root}<${child(0)}>`;
    case 'MAP':
      return `MAP<${child(0)}, ${child(1)}>`;
    case 'ROW':
      return `ROW<${node.fields?.map((field: Field) => `${field.name} ${sqlType(field.type)}`).join(', ')}>`;
    default:
      return node.root;
  }
}

const DEFAULT_FORMS: Partial<Record<TypeNode['root'], string>> = {
  BOOLEAN: 'boolean',
  CHAR: 'string',
  VARCHAR: 'string',
  BINARY: 'Uint8Array',
  VARBINARY: 'Uint8Array',
  DECIMAL: 'BigNumber',
  BIGINT: 'bigint',
  DATE: 'Temporal.PlainDate',
  TIME_WITHOUT_TIME_ZONE: 'Temporal.PlainTime',
  TIMESTAMP_WITHOUT_TIME_ZONE: 'Temporal.PlainDateTime',
  TIMESTAMP_WITH_LOCAL_TIME_ZONE: 'Temporal.Instant',
  INTERVAL_YEAR_MONTH: 'Temporal.Duration',
  INTERVAL_DAY_TIME: 'Temporal.Duration',
  ARRAY: 'array',
  MULTISET: 'Map',
  MAP: 'Map',
  ROW: 'object',
  VARIANT: 'value of VARIANT',
  BITMAP: 'Uint32Array',
  NULL: 'null',
};

/** The JavaScript form of a type's values, for messages: `bigint`. */
export function jsForm(node: TypeNode): string {
  if (node.bridgedTo === 'epochMillis') return 'number of epoch milliseconds';
  if (node.bridgedTo === 'epochMicros') return 'bigint of epoch microseconds';
  if (node.bridgedTo === 'number' && node.root === 'INTERVAL_YEAR_MONTH') return 'number of months';
  if (node.bridgedTo === 'number' && node.root === 'INTERVAL_DAY_TIME') return 'number of milliseconds';
  return node.bridgedTo ?? DEFAULT_FORMS[node.root] ?? 'number';
}
