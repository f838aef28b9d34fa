import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** A window around each row: `Over`. */
export interface OverWindowNode {
  readonly alias: string;
  readonly partitionBy: readonly ExpressionNode[];
  readonly orderBy: ExpressionNode;
  readonly preceding: ExpressionNode | undefined;
  readonly following: ExpressionNode | undefined;
}

/** `Table.window(overWindow).select(expressions)` */
export interface OverWindowProject extends RelationBase {
  readonly kind: 'overWindowProject';
  readonly window: OverWindowNode;
  readonly expressions: readonly ExpressionNode[];
}

/** Puts it into the form in which it travels. */
export const encodeOverWindowProject: EncodeRelation<OverWindowProject> = (
  { window: { alias, partitionBy, orderBy, preceding, following }, expressions },
  [input = 0],
  expression,
) => ({
  case: 'overWindowProject',
  value: {
    input,
    window: {
      alias,
      partitionBy: partitionBy.map(expression),
      orderBy: expression(orderBy),
      ...(preceding ? { preceding: expression(preceding) } : {}),
      ...(following ? { following: expression(following) } : {}),
    },
    expressions: expressions.map(expression),
  },
});
