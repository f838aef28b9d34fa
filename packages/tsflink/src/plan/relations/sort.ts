import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.orderBy(keys)` */
export interface Sort extends RelationBase {
  readonly kind: 'sort';
  readonly keys: readonly ExpressionNode[];
}

/** Puts a sort into the form in which it travels. */
export const encodeSort: EncodeRelation<Sort> = ({ keys }, [input = 0], expression) => ({
  case: 'sort',
  value: { input, keys: keys.map(expression) },
});
