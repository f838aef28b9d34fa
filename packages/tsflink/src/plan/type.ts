import { create, type MessageInitShape } from '@bufbuild/protobuf';
import type { BridgedTo, TypeNode, TypeRootName } from '@tsflink/runtime/codec';
import { type DataType, DataTypeSchema, TimestampKind, TypeRoot } from '../generated/tsflink/v1/types_pb.js';

/** A type in the form in which it travels. */
export function encodeType(type: TypeNode): MessageInitShape<typeof DataTypeSchema> {
  return {
    root: TypeRoot[type.root],
    nullable: type.nullable,
    length: type.length ?? 0,
    precision: type.precision ?? 0,
    scale: type.scale ?? 0,
    children: type.children?.map(encodeType) ?? [],
    fields: type.fields?.map((field) => ({ name: field.name, type: encodeType(field.type) })) ?? [],
    bridgedTo: type.bridgedTo ?? '',
  };
}

/** The parameters that a root has; the others travel as 0. */
const PARAMETERS: Partial<Record<TypeRootName, readonly ('length' | 'precision' | 'scale')[]>> = {
  CHAR: ['length'],
  VARCHAR: ['length'],
  BINARY: ['length'],
  VARBINARY: ['length'],
  DECIMAL: ['precision', 'scale'],
  TIME_WITHOUT_TIME_ZONE: ['precision'],
  TIMESTAMP_WITHOUT_TIME_ZONE: ['precision'],
  TIMESTAMP_WITH_LOCAL_TIME_ZONE: ['precision'],
  INTERVAL_YEAR_MONTH: ['precision'],
  INTERVAL_DAY_TIME: ['precision', 'scale'],
};

const KINDS = {
  [TimestampKind.REGULAR]: 'REGULAR',
  [TimestampKind.ROWTIME]: 'ROWTIME',
  [TimestampKind.PROCTIME]: 'PROCTIME',
} as const;

/** A type that came from the gateway. */
export function decodeType(type: DataType = create(DataTypeSchema)): TypeNode {
  const root = TypeRoot[type.root] as TypeRootName;
  const kind = type.timestampKind === TimestampKind.UNSPECIFIED ? undefined : KINDS[type.timestampKind];
  return {
    root,
    nullable: type.nullable,
    ...Object.fromEntries((PARAMETERS[root] ?? []).map((name) => [name, type[name]])),
    ...(type.children.length > 0 ? { children: type.children.map(decodeType) } : {}),
    ...(root === 'ROW' ? { fields: type.fields.map(({ name, type }) => ({ name, type: decodeType(type) })) } : {}),
    ...(type.bridgedTo === '' ? {} : { bridgedTo: type.bridgedTo as BridgedTo }),
    ...(kind === undefined ? {} : { timestampKind: kind }),
  };
}
