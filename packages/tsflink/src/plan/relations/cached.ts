import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.cache()` */
export interface Cached extends RelationBase {
  readonly kind: 'cached';
  readonly id: string;
}

/** Puts it into the form in which it travels. */
export const encodeCached: EncodeRelation<Cached> = ({ id }, [input = 0]) => ({ case: 'cached', value: { input, id } });
