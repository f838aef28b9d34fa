import type { ExpressionNode } from '../../expressions/node.js';
import { JoinType } from '../../generated/tsflink/v1/plan_pb.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.joinLateral(call, condition)` and `leftOuterJoinLateral`. */
export interface LateralJoin extends RelationBase {
  readonly kind: 'lateralJoin';
  readonly type: 'inner' | 'left';
  readonly call: ExpressionNode;
  readonly condition: ExpressionNode | undefined;
}

/** Puts it into the form in which it travels. */
export const encodeLateralJoin: EncodeRelation<LateralJoin> = ({ type, call, condition }, [input = 0], expression) => ({
  case: 'lateralJoin',
  value: {
    input,
    call: expression(call),
    type: type === 'inner' ? JoinType.INNER : JoinType.LEFT_OUTER,
    ...(condition ? { condition: expression(condition) } : {}),
  },
});
