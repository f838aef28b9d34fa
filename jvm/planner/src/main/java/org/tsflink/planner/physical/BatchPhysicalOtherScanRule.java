package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.rules.physical.batch.BatchPhysicalConstantTableFunctionScanRule;
import org.tsflink.planner.rex.TypeScriptCalls;

/** Flink's own rule for table functions of constants, without the calls that are ours. */
public final class BatchPhysicalOtherScanRule extends BatchPhysicalConstantTableFunctionScanRule {

    public static final RelOptRule INSTANCE = new BatchPhysicalOtherScanRule();

    private BatchPhysicalOtherScanRule() {
        super(
                (BatchPhysicalConstantTableFunctionScanRuleConfig)
                        BatchPhysicalConstantTableFunctionScanRuleConfig.DEFAULT.withDescription(
                                "BatchPhysicalOtherScanRule"));
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalTableFunctionScan scan = call.rel(0);
        return super.matches(call) && !TypeScriptCalls.isTableCallTree(scan.getCall());
    }
}
