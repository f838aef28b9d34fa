import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.offset(offset).fetch(fetch)` */
export interface Fetch extends RelationBase {
  readonly kind: 'fetch';
  readonly offset?: number;
  readonly fetch?: number;
}

/** Puts a limit into the form in which it travels. */
export const encodeFetch: EncodeRelation<Fetch> = ({ offset, fetch }, [input = 0]) => ({
  case: 'fetch',
  value: { input, ...(offset === undefined ? {} : { offset }), ...(fetch === undefined ? {} : { fetch }) },
});
