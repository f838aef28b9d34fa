import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.filter(predicate)` */
export interface Filter extends RelationBase {
  readonly kind: 'filter';
  readonly predicate: ExpressionNode;
}

/** Puts a filter into the form in which it travels. */
export const encodeFilter: EncodeRelation<Filter> = ({ predicate }, [input = 0], expression) => ({
  case: 'filter',
  value: { input, predicate: expression(predicate) },
});
