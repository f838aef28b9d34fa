package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCorrelate;

/** Plans the joins with table functions that the batch operator can run. */
public final class StreamPhysicalTypeScriptCorrelateRule extends ConverterRule {

    public static final RelOptRule INSTANCE =
            new StreamPhysicalTypeScriptCorrelateRule(
                    Config.INSTANCE.withConversion(
                            FlinkLogicalCorrelate.class,
                            FlinkConventions.LOGICAL(),
                            FlinkConventions.STREAM_PHYSICAL(),
                            "StreamPhysicalTypeScriptCorrelateRule"));

    private StreamPhysicalTypeScriptCorrelateRule(Config config) {
        super(config);
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        return LateralScan.of(call.rel(0)).isPresent();
    }

    @Override
    public RelNode convert(RelNode rel) {
        FlinkLogicalCorrelate correlate = (FlinkLogicalCorrelate) rel;
        LateralScan lateral = LateralScan.of(correlate).orElseThrow();
        return StreamPhysicalTypeScriptCorrelate.of(
                correlate.getCluster(),
                correlate.getTraitSet().replace(FlinkConventions.STREAM_PHYSICAL()),
                convert(correlate.getLeft(), FlinkConventions.STREAM_PHYSICAL()),
                lateral.scan(),
                lateral.condition(),
                correlate.getRowType(),
                correlate.getJoinType());
    }
}
