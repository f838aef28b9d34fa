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
import org.apache.flink.table.planner.plan.nodes.physical.batch.BatchPhysicalValues;
import org.tsflink.planner.rex.TypeScriptCalls;

import java.util.List;

/** Plans table functions of constants, which are called once: joins of a row without columns. */
public final class BatchPhysicalTypeScriptScanRule extends RelOptRule {

    public static final RelOptRule INSTANCE = new BatchPhysicalTypeScriptScanRule();

    private BatchPhysicalTypeScriptScanRule() {
        super(
                operand(FlinkLogicalTableFunctionScan.class, any()),
                "BatchPhysicalTypeScriptScanRule");
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalTableFunctionScan scan = call.rel(0);
        return TypeScriptCalls.isTableCallTree(scan.getCall())
                && !RexUtil.containsInputRef(scan.getCall());
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        FlinkLogicalTableFunctionScan scan = call.rel(0);
        RelOptCluster cluster = scan.getCluster();
        RelTraitSet traits =
                call.getPlanner().emptyTraitSet().replace(FlinkConventions.BATCH_PHYSICAL());
        RelNode oneRow =
                new BatchPhysicalValues(
                        cluster,
                        traits,
                        ImmutableList.of(ImmutableList.of()),
                        cluster.getTypeFactory().createStructType(List.of(), List.of()));
        call.transformTo(
                new BatchPhysicalTypeScriptCorrelate(
                        cluster, traits, oneRow, scan, null, scan.getRowType(), JoinRelType.INNER));
    }
}
