import type { HostExchange } from './host-exchange.js';
import { StateListView } from './state-list-view.js';
import { StateMapView } from './state-map-view.js';
import { Entries, Values } from './view-payloads.js';
import type { ViewSpec } from './view-spec.js';

/** A list in Flink's state; only what is asked for is read. Maps to Flink's `ListView`. */
export interface ListView<T> extends Iterable<T> {
  /** The elements. */
  get(): T[];
  /** Replaces the elements. */
  set(values: Iterable<T>): void;
  /** Appends an element. */
  add(value: T): void;
  /** Appends elements. */
  addAll(values: Iterable<T>): void;
  /** Removes the first element that equals the value; whether there was one. */
  remove(value: T): boolean;
  /** Removes all elements. */
  clear(): void;
}

/** A map in Flink's state; only what is asked for is read. Maps to Flink's `MapView`. */
export interface MapView<K, V> extends Iterable<[K, V]> {
  /** The value of a key; null where there is none. */
  get(key: K): V | null;
  /** Sets the value of a key. */
  put(key: K, value: V): void;
  /** Sets the values of keys. */
  putAll(entries: Iterable<readonly [K, V]>): void;
  /** Removes a key. */
  remove(key: K): void;
  /** Whether there is a value, also NULL, of the key. */
  contains(key: K): boolean;
  entries(): [K, V][];
  keys(): K[];
  values(): V[];
  /** Whether there are no entries. */
  isEmpty(): boolean;
  /** Removes all entries. */
  clear(): void;
}

/** Makes views of one kind, each of a number by which the operator knows it. */
export type ViewFactory = (number: number, exchange: HostExchange) => ListView<unknown> | MapView<unknown, unknown>;

/** The factory of views of some types. */
export function compileView(spec: ViewSpec): ViewFactory {
  const values = new Values(spec.name, spec.value);
  if (spec.key === undefined) return (number, exchange) => new StateListView(number, values, exchange);
  const keys = new Values(spec.name, spec.key);
  const entries = new Entries(spec.name, spec.key, spec.value);
  return (number, exchange) => new StateMapView(number, keys, values, entries, exchange);
}
