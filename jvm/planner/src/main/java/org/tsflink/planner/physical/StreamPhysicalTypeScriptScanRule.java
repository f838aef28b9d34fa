package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexUtil;
import org.apache.flink.calcite.shaded.com.google.common.collect.ImmutableList;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalValues;
import org.tsflink.planner.rex.TypeScriptCalls;

import java.util.List;

/** Plans table functions of constants, which are called once: joins of a row without columns. */
public final class StreamPhysicalTypeScriptScanRule extends RelOptRule {

    public static final RelOptRule INSTANCE = new StreamPhysicalTypeScriptScanRule();

    private StreamPhysicalTypeScriptScanRule() {
        super(
                operand(FlinkLogicalTableFunctionScan.class, any()),
                "StreamPhysicalTypeScriptScanRule");
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalTableFunctionScan scan = call.rel(0);
        return TypeScriptCalls.isLateral(scan.getCall())
                && !RexUtil.containsInputRef(scan.getCall());
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        FlinkLogicalTableFunctionScan scan = call.rel(0);
        RelOptCluster cluster = scan.getCluster();
        RelTraitSet traits =
                call.getPlanner().emptyTraitSet().replace(FlinkConventions.STREAM_PHYSICAL());
        RelNode oneRow =
                new StreamPhysicalValues(
                        cluster,
                        traits,
                        ImmutableList.of(ImmutableList.of()),
                        cluster.getTypeFactory().createStructType(List.of(), List.of()));
        call.transformTo(
                StreamPhysicalTypeScriptCorrelate.of(
                        cluster, traits, oneRow, scan, null, scan.getRowType(), JoinRelType.INNER));
    }
}
