import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.groupBy(keys).select(expressions)` */
export interface Aggregate extends RelationBase {
  readonly kind: 'aggregate';
  readonly keys: readonly ExpressionNode[];
  readonly expressions: readonly ExpressionNode[];
}

/** Puts an aggregation into the form in which it travels. */
export const encodeAggregate: EncodeRelation<Aggregate> = ({ keys, expressions }, [input = 0], expression) => ({
  case: 'aggregate',
  value: { input, keys: keys.map(expression), expressions: expressions.map(expression) },
});
