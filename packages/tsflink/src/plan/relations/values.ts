import type { TypeNode } from '@tsflink/runtime/codec';
import type { EncodeRelation, RelationBase } from '../relation.js';
import { encodeType } from '../type.js';

/** `TableEnvironment.fromValues(type, rows)` */
export interface Values extends RelationBase {
  readonly kind: 'values';
  /** A ROW type. */
  readonly type: TypeNode;
  /** Rows in Flink's binary format, each after its length. */
  readonly rows: Uint8Array<ArrayBuffer>;
  readonly count: number;
}

/** Puts values into the form in which they travel. */
export const encodeValues: EncodeRelation<Values> = ({ type, rows, count }) => ({
  case: 'values',
  value: { type: encodeType(type), rows, count },
});
