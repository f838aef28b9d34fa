import type { ExpressionNode } from '../../expressions/node.js';
import { ColumnOperator } from '../../generated/tsflink/v1/plan_pb.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `Table.addColumns(columns)` and its kin. */
export interface ModifyColumns extends RelationBase {
  readonly kind: 'modifyColumns';
  readonly operator: keyof typeof OPERATORS;
  readonly columns: readonly ExpressionNode[];
}

const OPERATORS = {
  add: ColumnOperator.ADD,
  addOrReplace: ColumnOperator.ADD_OR_REPLACE,
  rename: ColumnOperator.RENAME,
  drop: ColumnOperator.DROP,
};

/** Puts it into the form in which it travels. */
export const encodeModifyColumns: EncodeRelation<ModifyColumns> = ({ operator, columns }, [input = 0], expression) => ({
  case: 'modifyColumns',
  value: { input, operator: OPERATORS[operator], columns: columns.map(expression) },
});
