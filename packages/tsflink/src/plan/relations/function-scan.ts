import type { ExpressionNode } from '../../expressions/node.js';
import type { EncodeRelation, RelationBase } from '../relation.js';

/** `TableEnvironment.fromCall(call)`, `Table.process` and `PartitionedTable.process` */
export interface FunctionScan extends RelationBase {
  readonly kind: 'functionScan';
  readonly call: ExpressionNode;
}

/** Puts it into the form in which it travels. */
export const encodeFunctionScan: EncodeRelation<FunctionScan> = ({ call }, _, expression) => ({
  case: 'functionScan',
  value: { call: expression(call) },
});
