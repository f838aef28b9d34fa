import type { MessageInitShape } from '@bufbuild/protobuf';
import { FlinkError } from '../errors/flink-error.js';
import type { ExpressionNode } from '../expressions/node.js';
import {
  DistributionKind,
  type TableColumnSchema,
  type TableDescriptorSchema,
} from '../generated/tsflink/v1/plan_pb.js';
import type { ColumnDefinition, NamedColumns, TableDefinition } from '../table/table-def.js';
import type { PlanScope } from './encoder.js';
import type { ExpressionInit } from './relation.js';
import { encodeType } from './type.js';

const DISTRIBUTIONS = {
  unknown: DistributionKind.UNKNOWN,
  hash: DistributionKind.HASH,
  range: DistributionKind.RANGE,
};

/** Puts a table of the program into the form in which it travels. */
export function encodeTable(
  definition: TableDefinition,
  expression: (node: ExpressionNode) => ExpressionInit,
): MessageInitShape<typeof TableDescriptorSchema> {
  const { columns, watermark, primaryKey, indexes, immutableColumns, options } = definition;
  const { partitionKeys, distribution, comment } = definition;
  return {
    columns: columns.map((column) => encodeColumn(column, expression)),
    ...(watermark ? { watermark: { column: watermark.column, expression: expression(watermark.node) } } : {}),
    ...(primaryKey ? { primaryKey: named(primaryKey) } : {}),
    indexes: (indexes ?? []).map(named),
    ...(immutableColumns ? { immutableColumns: named(immutableColumns) } : {}),
    options: { ...options },
    partitionKeys: [...(partitionKeys ?? [])],
    ...(distribution
      ? {
          distribution: {
            kind: DISTRIBUTIONS[distribution.kind],
            keys: [...distribution.keys],
            ...(distribution.buckets === undefined ? {} : { buckets: distribution.buckets }),
          },
        }
      : {}),
    ...(comment === undefined ? {} : { comment }),
  };
}

function encodeColumn(
  column: ColumnDefinition,
  expression: (node: ExpressionNode) => ExpressionInit,
): MessageInitShape<typeof TableColumnSchema> {
  const { name, comment } = column;
  return { name, definition: definition(), ...(comment === undefined ? {} : { comment }) };

  function definition(): NonNullable<MessageInitShape<typeof TableColumnSchema>['definition']> {
    switch (column.kind) {
      case 'physical':
        return typeof column.type === 'string'
          ? { case: 'typeText', value: column.type }
          : { case: 'type', value: encodeType(column.type) };
      case 'computed':
        return { case: 'computed', value: expression(column.node) };
      case 'metadata': {
        const key = column.key === undefined ? {} : { key: column.key };
        return { case: 'metadata', value: { type: encodeType(column.type), virtual: column.virtual, ...key } };
      }
    }
  }
}

function named({ name, columns }: NamedColumns) {
  return { columns: [...columns], ...(name === undefined ? {} : { name }) };
}

/** What expressions of a schema have around them: they are parts of no plan. */
export const NO_PLAN: PlanScope = {
  function: () => {
    throw new FlinkError('EXPRESSION_INVALID', 'A computed column cannot call a function of the program', {
      hint: 'Compute it in a select of the table instead.',
    });
  },
  relation: () => {
    throw new FlinkError('EXPRESSION_INVALID', 'A computed column cannot use a table', {
      hint: 'Join the table instead.',
    });
  },
};
