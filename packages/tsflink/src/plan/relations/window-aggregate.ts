import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';
import { encodeGroupWindow, type GroupWindowNode } from './window.js';

/** `Table.window(window).groupBy(keys).select(expressions)` */
export interface WindowAggregate extends RelationBase {
  readonly kind: 'windowAggregate';
  readonly window: GroupWindowNode;
  readonly keys: readonly ExpressionNode[];
  readonly expressions: readonly ExpressionNode[];
}

/** Puts it into the form in which it travels. */
export const encodeWindowAggregate: EncodeRelation<WindowAggregate> = (
  { window, keys, expressions },
  [input = 0],
  expression,
) => ({
  case: 'windowAggregate',
  value: {
    input,
    window: encodeGroupWindow(window, expression),
    keys: keys.map(expression),
    expressions: expressions.map(expression),
  },
});
