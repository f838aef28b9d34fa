import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.select(expressions)` */
export interface Project extends RelationBase {
  readonly kind: 'project';
  readonly expressions: readonly ExpressionNode[];
}

/** Puts a projection into the form in which it travels. */
export const encodeProject: EncodeRelation<Project> = ({ expressions }, [input = 0], expression) => ({
  case: 'project',
  value: { input, expressions: expressions.map(expression) },
});
