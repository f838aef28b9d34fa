import type { ListView, MapView } from '@tsflink/runtime';
import type { TypeNode } from '@tsflink/runtime/codec';
import { FlinkError } from '../../errors/flink-error.js';
import type { DataType, ValueIn } from '../../types/data-type.js';
import { type ColumnTypes, fieldsOf } from '../../types/data-types.js';
import type { Flat } from '../../types/values.js';
import type { ResultType } from '../inference/result-types.js';
import { resultStrategy, TypeStrategy } from '../inference/type-strategy.js';
import { ViewStrategy } from '../inference/view-strategy.js';
import type { StateEntryDefinition } from './process-definition.js';

/** How long an entry of the state is kept after it was written. */
export interface StateOptions {
  /** In milliseconds; that of the job (`table.exec.state.ttl`) if absent, for ever if 0. */
  readonly ttl?: number;
}

/** An entry of the state of a {@link ptf}. */
export class StateType<out V = unknown> {
  /** The type of the entry. */
  declare readonly value: V;

  constructor(
    /** What the plan knows of it. */
    readonly entry: Omit<StateEntryDefinition, 'name'>,
  ) {}
}

/** The entries of the state: an object of columns for a value, or one of {@link value}, {@link listView}, {@link mapView}. */
export type StateTypes = Readonly<Record<string, ColumnTypes | StateType>>;

/** A list or a map of any size, as an entry of the state or as a field of accumulators. */
export class ViewType<out V = unknown> extends StateType<V> {}

type Fields<C extends ColumnTypes> = Flat<{ -readonly [K in keyof C]: ValueIn<C[K]> | null }>;

/** What the function is given of its state. */
export type StateOf<T extends StateTypes> = {
  readonly [K in keyof T]: T[K] extends StateType<infer V> ? V : T[K] extends ColumnTypes ? Fields<T[K]> : never;
};

/**
 * A value of the state, which crosses with each call: an object that the function changes in place. Its fields are null
 * at first; an entry whose fields are all null takes no room.
 * @example value({ count: BIGINT(), last: TIMESTAMP_LTZ(3) }, { ttl: 86_400_000 })
 */
export function value<const C extends ColumnTypes>(columns: C, options: StateOptions = {}): StateType<Fields<C>> {
  const fields = fieldsOf(columns).map(({ name, type }) => ({ name, type: { ...type, nullable: true } }));
  return new StateType({ kind: 'value', value: { root: 'ROW', nullable: true, fields }, ...options });
}

/** A list of any size, of which only what is asked for is read, without NULLs. Maps to Flink's `ListView`. */
export function listView<D extends DataType>(
  element: D,
  options?: StateOptions,
): ViewType<ListView<NonNullable<ValueIn<D>>>>;
/** The same in accumulators, of elements whose type calls tell: `listView(TypeStrategies.argument(0))`. */
export function listView(element: TypeStrategy): ViewStrategy<ListView<unknown>>;
export function listView(element: ResultType, options: StateOptions = {}): unknown {
  if (element instanceof TypeStrategy) return new ViewStrategy({ value: element.strategy });
  return new ViewType({ kind: 'listView', value: notNull(element.node), ...options });
}

type KnownValue<D> = D extends DataType ? ValueIn<D> : unknown;

/** A map of any size, of which only what is asked for is read. Keys are not null. Maps to Flink's `MapView`. */
export function mapView<K extends DataType, V extends DataType>(
  key: K,
  values: V,
  options?: StateOptions,
): ViewType<MapView<NonNullable<ValueIn<K>>, ValueIn<V>>>;
/** The same in accumulators, of keys or values whose types calls tell: `mapView(TypeStrategies.argument(0), INT())`. */
export function mapView<K extends ResultType, V extends ResultType>(
  key: K,
  values: V,
): ViewStrategy<MapView<NonNullable<KnownValue<K>>, KnownValue<V>>>;
export function mapView(key: ResultType, values: ResultType, options: StateOptions = {}): unknown {
  if (key instanceof TypeStrategy || values instanceof TypeStrategy) {
    return new ViewStrategy({ key: resultStrategy(key), value: resultStrategy(values) });
  }
  return new ViewType({ kind: 'mapView', key: notNull(key.node), value: values.node, ...options });
}

/** The entries, as the plan knows them. Throws FUNCTION_INVALID for a type that Flink cannot keep. */
export function entriesOf(types: StateTypes): StateEntryDefinition[] {
  return Object.entries(types).map(([name, type]) => {
    if (type instanceof ViewStrategy) {
      throw new FlinkError('FUNCTION_INVALID', `The state '${name}' has a type strategy in place of a type`, {
        hint: 'Process table functions declare their types, as in Flink.',
      });
    }
    const { entry } = type instanceof StateType ? type : value(type);
    if (hasVariant(entry.value) || (entry.key && hasVariant(entry.key))) {
      throw new FlinkError('FUNCTION_INVALID', `The state '${name}' has a VARIANT in it`, {
        hint: 'Flink cannot tell whether the state has changed then. Keep it as STRING.',
      });
    }
    return { name, ...entry };
  });
}

function hasVariant(type: TypeNode): boolean {
  const parts = [...(type.children ?? []), ...(type.fields ?? []).map((field) => field.type)];
  return type.root === 'VARIANT' || parts.some(hasVariant);
}

function notNull(type: TypeNode): TypeNode {
  return { ...type, nullable: false };
}
