import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.distinct()` */
export interface Distinct extends RelationBase {
  readonly kind: 'distinct';
}

/** Puts it into the form in which it travels. */
export const encodeDistinct: EncodeRelation<Distinct> = (_, [input = 0]) => ({ case: 'distinct', value: { input } });
