import type { TypeNode } from '@tsflink/runtime/codec';
import { DataType, type ValueIn } from '../../types/data-type.js';
import { type ColumnTypes, fieldsOf, namedFields } from '../../types/data-types.js';
import type { Flat } from '../../types/values.js';
import type { AccumulatorStrategyNode } from '../inference/nodes.js';
import type { ResultValueOf } from '../inference/result-types.js';
import { resultStrategy, TypeStrategy } from '../inference/type-strategy.js';
import { ViewStrategy } from '../inference/view-strategy.js';
import type { ParameterTypes } from '../parameter-types.js';
import type { StateEntryDefinition } from '../process/process-definition.js';
import { ViewType } from '../process/state.js';

/** The fields of accumulators: columns, and views of any size: `{ sum: BIGINT(), seen: mapView(STRING(), BIGINT()) }`. */
export type AccumulatorFields = Readonly<Record<string, DataType | TypeStrategy | ViewType | ViewStrategy>>;

/**
 * The type of accumulators: any data type, or the fields of an object: `{ sum: BIGINT().notNull(), n: INT().notNull() }`;
 * of {@link TypeStrategies} where calls tell it.
 */
export type AccumulatorType = DataType | TypeStrategy | AccumulatorFields;

type View = ViewType | ViewStrategy;

type ColumnValues<C extends AccumulatorFields, A extends ParameterTypes> = {
  -readonly [K in keyof C as C[K] extends View ? never : K]: ResultValueOf<C[K], A>;
};
type ViewValues<C extends AccumulatorFields> = {
  readonly [K in keyof C as C[K] extends View ? K : never]: C[K] extends ViewType<infer V> | ViewStrategy<infer V>
    ? V
    : never;
};

/** The JavaScript value of an accumulator as a function makes it: without its views, which are put into it. */
export type NewAccumulatorOf<C extends AccumulatorType, A extends ParameterTypes = ParameterTypes> = C extends DataType
  ? ValueIn<C>
  : C extends TypeStrategy
    ? ResultValueOf<C, A>
    : C extends AccumulatorFields
      ? Flat<ColumnValues<C, A>>
      : never;

/** The JavaScript value of an accumulator. */
export type AccumulatorOf<C extends AccumulatorType, A extends ParameterTypes = ParameterTypes> = C extends
  | DataType
  | TypeStrategy
  ? NewAccumulatorOf<C, A>
  : C extends AccumulatorFields
    ? Flat<ColumnValues<C, A> & ViewValues<C>>
    : never;

/** Whether calls tell the type. */
export function isOpen(type: AccumulatorType): boolean {
  if (type instanceof DataType) return false;
  const parts = type instanceof TypeStrategy ? [type] : Object.values(type);
  return parts.some((part) => part instanceof TypeStrategy || part instanceof ViewStrategy);
}

/** The type of accumulators as plain data, without their views. */
export function accumulatorNode(type: DataType | AccumulatorFields): TypeNode {
  if (type instanceof DataType) return type.node;
  return { root: 'ROW', nullable: false, fields: fieldsOf(columnsOf(type) as ColumnTypes) };
}

/** The views of accumulators. */
export function viewsOf(type: AccumulatorType): StateEntryDefinition[] {
  if (type instanceof DataType || type instanceof TypeStrategy) return [];
  return Object.entries(type).flatMap(([name, field]) => (field instanceof ViewType ? [{ name, ...field.entry }] : []));
}

/** The type of accumulators with their views, where calls tell types. */
export function accumulatorStrategy(type: AccumulatorType): AccumulatorStrategyNode {
  if (type instanceof DataType || type instanceof TypeStrategy) return { type: resultStrategy(type), views: [] };
  const views = Object.entries(type).flatMap(([name, field]) => {
    if (field instanceof ViewStrategy) return [{ name, ...field.strategy }];
    if (!(field instanceof ViewType)) return [];
    const { key, value } = field.entry;
    const explicit = (node: TypeNode) => ({ case: 'explicit', type: node }) as const;
    return [{ name, ...(key ? { key: explicit(key) } : {}), value: explicit(value) }];
  });
  return { type: { case: 'row', fields: namedFields(columnsOf(type), resultStrategy) }, views };
}

function columnsOf(fields: AccumulatorFields): Readonly<Record<string, DataType | TypeStrategy>> {
  const columns = Object.entries(fields).filter(
    ([, field]) => field instanceof DataType || field instanceof TypeStrategy,
  );
  return Object.fromEntries(columns) as Record<string, DataType | TypeStrategy>;
}
