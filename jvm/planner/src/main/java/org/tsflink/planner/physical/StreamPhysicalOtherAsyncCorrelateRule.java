package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCorrelate;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalAsyncCorrelateRule;

/** Flink's own rule for asynchronous table functions, without the correlates that are ours. */
public final class StreamPhysicalOtherAsyncCorrelateRule extends StreamPhysicalAsyncCorrelateRule {

    public static final RelOptRule INSTANCE =
            new StreamPhysicalOtherAsyncCorrelateRule(
                    Config.INSTANCE.withConversion(
                            FlinkLogicalCorrelate.class,
                            FlinkConventions.LOGICAL(),
                            FlinkConventions.STREAM_PHYSICAL(),
                            "StreamPhysicalOtherAsyncCorrelateRule"));

    private StreamPhysicalOtherAsyncCorrelateRule(Config config) {
        super(config);
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        return super.matches(call) && LateralScan.of(call.rel(0)).isEmpty();
    }
}
