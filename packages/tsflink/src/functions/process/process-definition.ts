import type { TypeNode } from '@tsflink/runtime/codec';

/** What the plan knows of a process table function besides what it knows of any function. */
export interface ProcessDefinition {
  readonly arguments: readonly ProcessArgumentDefinition[];
  readonly state: readonly StateEntryDefinition[];
  readonly changes: OutputChanges;
}

/** The changes that the rows of a function stand for: insertions only, all with the row before an update, or by key. */
export type OutputChanges = 'insert' | 'retract' | 'upsert';

/** What makes an argument a table. Maps to Flink's `StaticArgumentTrait`. */
export type TableTrait =
  | 'rowSemantics'
  | 'setSemantics'
  | 'passColumnsThrough'
  | 'supportUpdates'
  | 'requireOnTime'
  | 'optionalPartitionBy'
  | 'requireUpdateBefore'
  | 'requireFullDelete';

/** An argument, a table or a scalar. */
export interface ProcessArgumentDefinition {
  readonly name: string;
  /** Absent for a table of any columns. */
  readonly type?: TypeNode;
  /** None of a scalar. */
  readonly traits: readonly TableTrait[];
  /** Whether a call may leave a scalar out. */
  readonly optional?: boolean | undefined;
}

/** An entry of the state. */
export interface StateEntryDefinition {
  readonly name: string;
  readonly kind: 'value' | 'listView' | 'mapView';
  readonly key?: TypeNode;
  readonly value: TypeNode;
  /** Milliseconds. */
  readonly ttl?: number;
}
