import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CatalogObjectSchema, OperationSchema } from '../generated/tsflink/v1/catalog_pb.js';
import type { Encoder } from './encoder.js';

/** An object of a catalog as it travels. */
export type CatalogObjectInit = NonNullable<MessageInitShape<typeof CatalogObjectSchema>['object']>;

/** A call of a method of Flink's `TableEnvironment`, or of a catalog. */
export interface OperationNode {
  /** The catalog whose method it is. */
  readonly catalog?: string;
  /** The method, as Flink names it. */
  readonly method: string;
  /** Its arguments that are names, paths, texts or numbers. */
  readonly names?: readonly string[];
  /** Its arguments that are flags. */
  readonly flags?: readonly boolean[];
  readonly partitions?: readonly Readonly<Record<string, string>>[];
  readonly object?: (encoder: Encoder) => CatalogObjectInit;
}

/** Puts an operation into the form in which it travels. */
export function encodeOperation(node: OperationNode, encoder: Encoder): MessageInitShape<typeof OperationSchema> {
  const { catalog, method, names = [], flags = [], partitions = [], object } = node;
  return {
    ...(catalog === undefined ? {} : { catalog }),
    method,
    names: [...names],
    flags: [...flags],
    partitions: partitions.map((values) => ({ values: { ...values } })),
    ...(object ? { object: { object: object(encoder) } } : {}),
  };
}
