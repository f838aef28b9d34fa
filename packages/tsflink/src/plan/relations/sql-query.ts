import type { Field } from '@tsflink/runtime/codec';
import type { EncodeRelation, RelationBase } from '../relation.js';
import { encodeType } from '../type.js';

/** `TableEnvironment.sqlQuery(text)`; the inputs are known under `views` while it is parsed. */
export interface SqlQuery extends RelationBase {
  readonly kind: 'sqlQuery';
  readonly text: string;
  readonly views: readonly string[];
  /** The columns that the program declared; none if it declared none. */
  readonly expected: readonly Field[];
}

/** Puts a query into the form in which it travels. */
export const encodeSqlQuery: EncodeRelation<SqlQuery> = ({ text, views, expected }, inputs) => ({
  case: 'sqlQuery',
  value: {
    text,
    views: views.map((name, i) => ({ name, relation: inputs[i] ?? 0 })),
    expected: expected.map(({ name, type }) => ({ name, type: encodeType(type) })),
  },
});
