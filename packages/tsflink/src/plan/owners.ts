import { FlinkError } from '../errors/flink-error.js';
import type { CallSite } from '../source/call-site.js';
import type { RelationNode } from './relation.js';

const OWNERS = new WeakMap<RelationNode, object>();

/** Notes the session of which the table of a relation is. */
export function own(relation: RelationNode, session: object): void {
  OWNERS.set(relation, session);
}

/** Throws ENVIRONMENT_OTHER for a relation of another session than the one that uses it, at the place of its use. */
export function checkOwner(relation: RelationNode, session: object, usedAt: CallSite | undefined): void {
  const owner = OWNERS.get(relation);
  if (owner === undefined || owner === session) return;
  throw new FlinkError('ENVIRONMENT_OTHER', 'A table of another TableEnvironment is used', {
    hint: 'Make all tables of a query by one environment: names, functions and options are those of its own.',
    source: (usedAt ?? relation.site).position,
  });
}
