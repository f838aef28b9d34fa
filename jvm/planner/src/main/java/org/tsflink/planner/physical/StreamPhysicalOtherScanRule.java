package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalConstantTableFunctionScanRule;
import org.tsflink.planner.rex.TypeScriptCalls;

/** Flink's own rule for table functions of constants, without the calls that are ours. */
public final class StreamPhysicalOtherScanRule extends StreamPhysicalConstantTableFunctionScanRule {

    public static final RelOptRule INSTANCE = new StreamPhysicalOtherScanRule();

    private StreamPhysicalOtherScanRule() {
        super(
                (StreamPhysicalConstantTableFunctionScanRuleConfig)
                        StreamPhysicalConstantTableFunctionScanRuleConfig.DEFAULT.withDescription(
                                "StreamPhysicalOtherScanRule"));
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalTableFunctionScan scan = call.rel(0);
        return super.matches(call) && !TypeScriptCalls.isLateral(scan.getCall());
    }
}
