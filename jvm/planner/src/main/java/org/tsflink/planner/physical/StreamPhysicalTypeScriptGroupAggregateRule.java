package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.flink.table.planner.plan.PartialFinalType;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupAggregate;
import org.apache.flink.table.planner.utils.JavaScalaConversionUtil;
import org.tsflink.planner.rex.TypeScriptAggregates;

/**
 * Plans the group aggregations that run in batches. Last of all: what Flink made two-phase, with
 * rows brought together before the exchange, stays so.
 */
public final class StreamPhysicalTypeScriptGroupAggregateRule extends RelOptRule {

    public static final RelOptRule INSTANCE = new StreamPhysicalTypeScriptGroupAggregateRule();

    private StreamPhysicalTypeScriptGroupAggregateRule() {
        super(
                operand(StreamPhysicalGroupAggregate.class, any()),
                "StreamPhysicalTypeScriptGroupAggregateRule");
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        StreamPhysicalGroupAggregate aggregate = call.rel(0);
        return !(aggregate instanceof StreamPhysicalTypeScriptGroupAggregate)
                && aggregate.partialFinalType() == PartialFinalType.NONE
                && TypeScriptAggregates.areBatchable(
                        JavaScalaConversionUtil.toJava(aggregate.aggCalls()));
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        StreamPhysicalGroupAggregate aggregate = call.rel(0);
        call.transformTo(new StreamPhysicalTypeScriptGroupAggregate(aggregate));
    }
}
