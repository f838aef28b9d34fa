import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';
import { encodeGroupWindow, type GroupWindowNode } from './window.js';

/** `Table.groupBy(keys).aggregate(function).select(expressions)`, of a window too; or `flatAggregate`. */
export interface ApplyAggregate extends RelationBase {
  readonly kind: 'applyAggregate';
  readonly window: GroupWindowNode | undefined;
  readonly keys: readonly ExpressionNode[];
  readonly function: ExpressionNode;
  /** Whether the function is a table aggregate function. */
  readonly flat: boolean;
  readonly expressions: readonly ExpressionNode[];
}

/** Puts it into the form in which it travels. */
export const encodeApplyAggregate: EncodeRelation<ApplyAggregate> = (relation, [input = 0], expression) => ({
  case: 'applyAggregate',
  value: {
    input,
    ...(relation.window ? { window: encodeGroupWindow(relation.window, expression) } : {}),
    keys: relation.keys.map(expression),
    function: expression(relation.function),
    flat: relation.flat,
    expressions: relation.expressions.map(expression),
  },
});
