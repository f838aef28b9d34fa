import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ExpressionNode } from '../expressions/node.js';
import type { CatalogTable } from '../generated/tsflink/v1/catalog_pb.js';
import type { CatalogModelSchema } from '../generated/tsflink/v1/plan_pb.js';
import { encodeTable, NO_PLAN } from '../plan/encode-table.js';
import type { Encoder } from '../plan/encoder.js';
import type { CatalogObjectInit } from '../plan/operation.js';
import type { ExpressionInit } from '../plan/relation.js';
import type { Schema } from '../table/schema.js';
import type { TableDefinition } from '../table/table-def.js';
import type { Untyped } from '../types/untyped.js';
import type { TableKind } from './catalog-base-table.js';

/** A table of a catalog in the form in which it travels. */
export function encodeTableObject(
  kind: TableKind,
  definition: TableDefinition,
  encoder: Encoder,
  more: Partial<Pick<CatalogTable, 'originalQuery' | 'expandedQuery' | 'snapshot'>> = {},
): CatalogObjectInit {
  return { case: 'table', value: { kind, table: encodeTable(definition, schemaExpression(encoder)), ...more } };
}

/** A model in the form in which it travels. */
export function encodeModel(
  input: Schema<Untyped>,
  output: Schema<Untyped>,
  options: Readonly<Record<string, string>>,
  comment: string | undefined,
  expression: (node: ExpressionNode) => ExpressionInit,
): MessageInitShape<typeof CatalogModelSchema> {
  return {
    input: encodeTable({ ...input.spec, options: {} }, expression),
    output: encodeTable({ ...output.spec, options: {} }, expression),
    options: { ...options },
    ...(comment === undefined ? {} : { comment }),
  };
}

/** Expressions of schemas in the form in which they travel. */
export function schemaExpression(encoder: Encoder): (node: ExpressionNode) => ExpressionInit {
  return (node) => encoder.expression(node, NO_PLAN);
}
