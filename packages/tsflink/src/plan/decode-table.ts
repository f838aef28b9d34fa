import { FlinkError } from '../errors/flink-error.js';
import { toNode } from '../expressions/build.js';
import { callSql } from '../expressions/functions/call.js';
import type { ExpressionNode } from '../expressions/node.js';
import {
  type Distribution,
  DistributionKind,
  type NamedColumns as NamedColumnsMessage,
  type TableColumn,
  type TableDescriptor as TableMessage,
} from '../generated/tsflink/v1/plan_pb.js';
import type { ColumnDefinition, DistributionDefinition, NamedColumns, TableDefinition } from '../table/table-def.js';
import { decodeType } from './type.js';

/** A table that came from a catalog. */
export function decodeTable(message: TableMessage | undefined): TableDefinition {
  if (message === undefined) return { columns: [], options: {} };
  const { columns, watermark, primaryKey, indexes, immutableColumns, options, partitionKeys, distribution, comment } =
    message;
  return {
    columns: columns.map(decodeColumn),
    ...(watermark ? { watermark: { column: watermark.column, node: sqlNode(watermark.text ?? '') } } : {}),
    ...(primaryKey ? { primaryKey: named(primaryKey) } : {}),
    ...(indexes.length > 0 ? { indexes: indexes.map(named) } : {}),
    ...(immutableColumns ? { immutableColumns: named(immutableColumns) } : {}),
    options,
    ...(partitionKeys.length > 0 ? { partitionKeys } : {}),
    ...(distribution ? { distribution: decodeDistribution(distribution) } : {}),
    ...(comment === undefined ? {} : { comment }),
  };
}

function decodeColumn({ name, comment, definition }: TableColumn): ColumnDefinition {
  const column = { name, ...(comment === undefined ? {} : { comment }) };
  switch (definition.case) {
    case 'type':
      return { ...column, kind: 'physical', type: decodeType(definition.value) };
    case 'typeText':
      return { ...column, kind: 'physical', type: definition.value };
    case 'computedText':
      return { ...column, kind: 'computed', node: sqlNode(definition.value) };
    case 'metadata': {
      const { type, key, virtual } = definition.value;
      return { ...column, kind: 'metadata', type: decodeType(type), key, virtual };
    }
    default:
      throw new FlinkError('INTERNAL', `The gateway does not say what column '${name}' is`);
  }
}

function sqlNode(text: string): ExpressionNode {
  return toNode(callSql(text));
}

function named({ name, columns }: NamedColumnsMessage): NamedColumns {
  return { name, columns };
}

const KINDS = { [DistributionKind.HASH]: 'hash', [DistributionKind.RANGE]: 'range' } as const;

function decodeDistribution({ kind, buckets, keys }: Distribution): DistributionDefinition {
  return { kind: KINDS[kind as keyof typeof KINDS] ?? 'unknown', buckets, keys };
}
