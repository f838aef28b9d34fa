import type { TypeNode } from '@tsflink/runtime/codec';
import { DataType, type ValueIn } from '../../types/data-type.js';
import { type BridgedRowOf, type ColumnTypes, fieldsOf } from '../../types/data-types.js';
import type { Flat } from '../../types/values.js';
import type { StateEntryDefinition } from '../process/process-definition.js';
import { ViewType } from '../process/state.js';

/** The fields of accumulators: columns, and views of any size: `{ sum: BIGINT(), seen: mapView(STRING(), BIGINT()) }`. */
export type AccumulatorFields = Readonly<Record<string, DataType | ViewType>>;

/** The type of accumulators: any data type, or the fields of an object: `{ sum: BIGINT().notNull(), n: INT().notNull() }`. */
export type AccumulatorType = DataType | AccumulatorFields;

type ColumnsIn<C extends AccumulatorFields> = {
  readonly [K in keyof C as C[K] extends ViewType ? never : K]: C[K] extends DataType ? C[K] : never;
};
type ViewsIn<C extends AccumulatorFields> = {
  readonly [K in keyof C as C[K] extends ViewType ? K : never]: C[K] extends ViewType<infer V> ? V : never;
};

/** The JavaScript value of an accumulator as a function makes it: without its views, which are put into it. */
export type NewAccumulatorOf<C extends AccumulatorType> = C extends DataType
  ? ValueIn<C>
  : C extends AccumulatorFields
    ? BridgedRowOf<ColumnsIn<C>>
    : never;

/** The JavaScript value of an accumulator. */
export type AccumulatorOf<C extends AccumulatorType> = C extends DataType
  ? ValueIn<C>
  : C extends AccumulatorFields
    ? Flat<BridgedRowOf<ColumnsIn<C>> & ViewsIn<C>>
    : never;

/** The type of accumulators as plain data, without their views. */
export function accumulatorNode(type: AccumulatorType): TypeNode {
  if (type instanceof DataType) return type.node;
  const columns = Object.entries(type).filter(([, field]) => field instanceof DataType);
  return { root: 'ROW', nullable: false, fields: fieldsOf(Object.fromEntries(columns) as ColumnTypes) };
}

/** The views of accumulators. */
export function viewsOf(type: AccumulatorType): StateEntryDefinition[] {
  if (type instanceof DataType) return [];
  return Object.entries(type).flatMap(([name, field]) => (field instanceof ViewType ? [{ name, ...field.entry }] : []));
}
