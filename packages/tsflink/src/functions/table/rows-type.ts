import type { TypeNode } from '@tsflink/runtime/codec';
import { DataType } from '../../types/data-type.js';
import { fieldsOf } from '../../types/data-types.js';
import type { RowsType } from './table-udf.js';

/** The type of one row of a function that gives many. */
export function rowsTypeNode(returns: RowsType): TypeNode {
  return returns instanceof DataType ? returns.node : { root: 'ROW', nullable: false, fields: fieldsOf(returns) };
}
