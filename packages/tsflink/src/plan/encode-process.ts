import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ProcessDefinition, StateEntryDefinition } from '../functions/process/process-definition.js';
import {
  OutputChanges,
  type ProcessTableSchema,
  type StateEntrySchema,
  StateKind,
  TableTrait,
} from '../generated/tsflink/v1/functions_pb.js';
import { encodeType } from './type.js';

const TRAITS = {
  rowSemantics: TableTrait.ROW_SEMANTICS,
  setSemantics: TableTrait.SET_SEMANTICS,
  passColumnsThrough: TableTrait.PASS_COLUMNS_THROUGH,
  supportUpdates: TableTrait.SUPPORT_UPDATES,
  requireOnTime: TableTrait.REQUIRE_ON_TIME,
  optionalPartitionBy: TableTrait.OPTIONAL_PARTITION_BY,
  requireUpdateBefore: TableTrait.REQUIRE_UPDATE_BEFORE,
  requireFullDelete: TableTrait.REQUIRE_FULL_DELETE,
};
const STATES = { value: StateKind.VALUE, listView: StateKind.LIST_VIEW, mapView: StateKind.MAP_VIEW };
const CHANGES = { insert: OutputChanges.INSERT, retract: OutputChanges.RETRACT, upsert: OutputChanges.UPSERT };

/** What a process table function has besides what all functions have, in the form in which it travels. */
export function encodeProcess({
  arguments: args,
  state,
  changes,
}: ProcessDefinition): MessageInitShape<typeof ProcessTableSchema> {
  return {
    arguments: args.map(({ name, type, traits, optional = false }) => ({
      name,
      ...(type ? { type: encodeType(type) } : {}),
      traits: traits.map((trait) => TRAITS[trait]),
      optional,
    })),
    state: state.map(encodeState),
    changes: CHANGES[changes],
  };
}

/** An entry of the state, or a view of accumulators, in the form in which it travels. */
export function encodeState({
  name,
  kind,
  key,
  value,
  ttl,
}: StateEntryDefinition): MessageInitShape<typeof StateEntrySchema> {
  return {
    name,
    kind: STATES[kind],
    ...(key ? { key: encodeType(key) } : {}),
    value: encodeType(value),
    ...(ttl === undefined ? {} : { timeToLiveMillis: BigInt(ttl) }),
  };
}
