import type { TypeNode } from '@tsflink/runtime/codec';
import type { RowChunk } from '../../values/row-chunks.js';
import { RowUpload } from '../../values/row-upload.js';
import type { EncodeRelation, RelationBase } from '../relation.js';
import { encodeType } from '../type.js';

/** `TableEnvironment.fromValues(type, rows)` */
export interface Values extends RelationBase {
  readonly kind: 'values';
  /** A ROW type. */
  readonly type: TypeNode;
  /** Few rows travel in the plan. */
  readonly rows: RowChunk | RowUpload;
}

/** Puts values into the form in which they travel. */
export const encodeValues: EncodeRelation<Values> = ({ type, rows }) => ({
  case: 'values',
  value: { type: encodeType(type), ...(rows instanceof RowUpload ? { upload: rows.id } : rows) },
});
