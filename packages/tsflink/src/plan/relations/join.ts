import type { ExpressionNode } from '../../expressions/node.js';
import { JoinType } from '../../generated/tsflink/v1/plan_pb.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.join(right, condition)` and its kin. */
export interface Join extends RelationBase {
  readonly kind: 'join';
  readonly type: keyof typeof TYPES;
  readonly condition: ExpressionNode | undefined;
}

const TYPES = {
  inner: JoinType.INNER,
  left: JoinType.LEFT_OUTER,
  right: JoinType.RIGHT_OUTER,
  full: JoinType.FULL_OUTER,
};

/** Puts a join into the form in which it travels. */
export const encodeJoin: EncodeRelation<Join> = ({ type, condition }, [left = 0, right = 0], expression) => ({
  case: 'join',
  value: { left, right, type: TYPES[type], ...(condition ? { condition: expression(condition) } : {}) },
});
