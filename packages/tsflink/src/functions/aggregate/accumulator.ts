import type { TypeNode } from '@tsflink/runtime/codec';
import { DataType, type ValueIn } from '../../types/data-type.js';
import { type BridgedRowOf, type ColumnTypes, fieldsOf } from '../../types/data-types.js';

/** The type of accumulators: any data type, or the fields of an object: `{ sum: BIGINT().notNull(), n: INT().notNull() }`. */
export type AccumulatorType = DataType | ColumnTypes;

/** The JavaScript value of an accumulator. */
export type AccumulatorOf<C extends AccumulatorType> = C extends DataType
  ? ValueIn<C>
  : C extends ColumnTypes
    ? BridgedRowOf<C>
    : never;

/** The type of accumulators as plain data. */
export function accumulatorNode(type: AccumulatorType): TypeNode {
  return type instanceof DataType
    ? type.node
    : { root: 'ROW', nullable: false, fields: fieldsOf(type satisfies object as ColumnTypes) };
}
