import type { MessageInitShape } from '@bufbuild/protobuf';
import { FlinkError } from '../errors/flink-error.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { CreateTemporaryTableSchema } from '../generated/tsflink/v1/gateway_pb.js';
import type { TableDef } from '../table/table-def.js';
import type { Encoder } from './encoder.js';
import { encodeType } from './type.js';

/** Puts a table of the program into the form in which it travels. */
export function encodeTable(
  path: string,
  { definition }: TableDef,
  encoder: Encoder,
): MessageInitShape<typeof CreateTemporaryTableSchema> {
  const expression = (node: ExpressionNode) => encoder.expression(node, refuseFunction);
  const { columns, computed, watermark, primaryKey, options } = definition;
  return {
    path,
    columns: [
      ...columns.map(({ name, type }) => ({
        name,
        definition: { case: 'type' as const, value: encodeType(type) },
      })),
      ...computed.map(({ name, node }) => ({
        name,
        definition: { case: 'computed' as const, value: expression(node) },
      })),
    ],
    primaryKey: [...primaryKey],
    options: { ...options },
    ...(watermark ? { watermark: { column: watermark.column, expression: expression(watermark.node) } } : {}),
  };
}

function refuseFunction(): never {
  throw new FlinkError('EXPRESSION_INVALID', 'A computed column cannot call a function of the program', {
    hint: 'Compute it in a select of the table instead.',
  });
}
