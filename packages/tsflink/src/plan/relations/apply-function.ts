import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.map(function)` and `Table.flatMap(function)` */
export interface ApplyFunction extends RelationBase {
  readonly kind: 'applyFunction';
  readonly function: ExpressionNode;
  /** Whether the function is a table function. */
  readonly flat: boolean;
}

/** Puts it into the form in which it travels. */
export const encodeApplyFunction: EncodeRelation<ApplyFunction> = (relation, [input = 0], expression) => ({
  case: 'applyFunction',
  value: { input, function: expression(relation.function), flat: relation.flat },
});
