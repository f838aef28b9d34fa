import type { Field, TypeNode } from '@tsflink/runtime/codec';

/** The bridged forms in which values are read to be written as text: those that need the least work. */
export function bridgedForText(type: TypeNode): TypeNode {
  switch (type.root) {
    case 'DECIMAL':
    case 'BIGINT':
    case 'DATE':
    case 'TIME_WITHOUT_TIME_ZONE':
    case 'TIMESTAMP_WITHOUT_TIME_ZONE':
    case 'TIMESTAMP_WITH_LOCAL_TIME_ZONE':
      return { ...type, bridgedTo: 'string' };
    case 'ARRAY':
    case 'MAP':
    case 'MULTISET':
      return { ...type, children: (type.children ?? []).map(bridgedForText) };
    case 'ROW':
      return { ...type, fields: (type.fields ?? []).map((field) => ({ ...field, type: bridgedForText(field.type) })) };
    default:
      return type;
  }
}

/** Makes the text of values of one type, as JSON. Values are those of {@link bridgedForText}. */
export function jsonOf(type: TypeNode): (value: unknown) => string {
  const write = jsonOfValue(type);
  return (value) => (value === null ? 'null' : write(value as never));
}

function jsonOfValue(type: TypeNode): (value: never) => string {
  switch (type.root) {
    case 'BOOLEAN':
    case 'TINYINT':
    case 'SMALLINT':
    case 'INTEGER':
    case 'BIGINT':
    case 'DECIMAL':
      return (value: unknown) => String(value);
    case 'FLOAT':
    case 'DOUBLE':
      // JSON has no numbers for these
      return (value: number) => (Number.isFinite(value) ? String(value) : `"${value}"`);
    case 'BINARY':
    case 'VARBINARY':
      return (value: Uint8Array) => `"${base64(value)}"`;
    case 'ARRAY': {
      const item = jsonOf(type.children?.[0] as TypeNode);
      return (values: unknown[]) => `[${values.map(item).join(',')}]`;
    }
    case 'MAP':
    case 'MULTISET': {
      const key = textOf(type.children?.[0] as TypeNode);
      const item = type.root === 'MAP' ? jsonOf(type.children?.[1] as TypeNode) : String;
      return (map: Map<unknown, unknown>) =>
        `{${Array.from(map, ([k, v]) => `${JSON.stringify(k === null ? 'null' : key(k))}:${item(v)}`).join(',')}}`;
    }
    case 'ROW':
      return jsonOfRow(type.fields ?? []);
    default:
      return (value: unknown) => JSON.stringify(String(value));
  }
}

/** Makes a JSON object of a row. */
export function jsonOfRow(fields: readonly Field[]): (row: Readonly<Record<string, unknown>>) => string {
  const members = fields.map(({ name, type }) => {
    const write = jsonOf(type);
    const key = JSON.stringify(name);
    return (row: Readonly<Record<string, unknown>>) => `${key}:${write(row[name])}`;
  });
  return (row) => `{${members.map((member) => member(row)).join(',')}}`;
}

/** Makes the text of values of one type, not NULL, as Flink's CSV format writes them; what is nested is JSON. */
export function textOf(type: TypeNode): (value: unknown) => string {
  switch (type.root) {
    case 'BINARY':
    case 'VARBINARY':
      return (value) => base64(value as Uint8Array);
    case 'TIMESTAMP_WITHOUT_TIME_ZONE':
    case 'TIMESTAMP_WITH_LOCAL_TIME_ZONE':
      return (value) => String(value).replace('T', ' ');
    case 'ARRAY':
    case 'MAP':
    case 'MULTISET':
    case 'ROW':
      return jsonOf(type) as (value: unknown) => string;
    default:
      return String;
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
