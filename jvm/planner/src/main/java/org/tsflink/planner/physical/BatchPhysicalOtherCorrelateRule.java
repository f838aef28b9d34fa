package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCorrelate;
import org.apache.flink.table.planner.plan.rules.physical.batch.BatchPhysicalCorrelateRule;

/**
 * Flink's own rule without the correlates that are ours: given the choice, the optimizer might take
 * the node that calls per row.
 */
public final class BatchPhysicalOtherCorrelateRule extends BatchPhysicalCorrelateRule {

    public static final RelOptRule INSTANCE =
            new BatchPhysicalOtherCorrelateRule(
                    Config.INSTANCE.withConversion(
                            FlinkLogicalCorrelate.class,
                            FlinkConventions.LOGICAL(),
                            FlinkConventions.BATCH_PHYSICAL(),
                            "BatchPhysicalOtherCorrelateRule"));

    private BatchPhysicalOtherCorrelateRule(Config config) {
        super(config);
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        return super.matches(call) && LateralScan.of(call.rel(0)).isEmpty();
    }
}
