import { SetOperator } from '../../generated/tsflink/v1/plan_pb.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.union(right)` and its kin. */
export interface SetOperation extends RelationBase {
  readonly kind: 'setOperation';
  readonly operator: keyof typeof OPERATORS;
}

const OPERATORS = {
  union: SetOperator.UNION,
  unionAll: SetOperator.UNION_ALL,
  intersect: SetOperator.INTERSECT,
  intersectAll: SetOperator.INTERSECT_ALL,
  minus: SetOperator.MINUS,
  minusAll: SetOperator.MINUS_ALL,
};

/** Puts it into the form in which it travels. */
export const encodeSetOperation: EncodeRelation<SetOperation> = ({ operator }, [left = 0, right = 0]) => ({
  case: 'setOperation',
  value: { left, right, operator: OPERATORS[operator] },
});
