package org.tsflink.planner.rex;

import org.apache.calcite.rex.RexCall;
import org.apache.flink.table.functions.BuiltInFunctionDefinitions;
import org.apache.flink.table.planner.functions.bridging.BridgingSqlFunction;
import org.apache.flink.table.planner.functions.sql.FlinkSqlOperatorTable;

/** Knows which operands of a call are evaluated only when earlier ones ask for it. */
final class LazyOperands {

    private LazyOperands() {}

    /** The number of leading operands that are evaluated on every row. */
    static int eagerCount(RexCall call) {
        return switch (call.getKind()) {
            case CASE, AND, OR, COALESCE -> 1;
            default -> isLazyFunction(call) ? 1 : call.getOperands().size();
        };
    }

    private static boolean isLazyFunction(RexCall call) {
        return call.getOperator() == FlinkSqlOperatorTable.IF
                || call.getOperator() instanceof BridgingSqlFunction function
                        && function.getDefinition() == BuiltInFunctionDefinitions.COALESCE;
    }
}
