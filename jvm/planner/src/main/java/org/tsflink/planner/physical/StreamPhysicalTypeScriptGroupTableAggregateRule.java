package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupTableAggregate;
import org.apache.flink.table.planner.utils.JavaScalaConversionUtil;
import org.tsflink.planner.rex.TypeScriptAggregates;

/** Plans the group aggregations with table aggregate functions that run in batches. */
public final class StreamPhysicalTypeScriptGroupTableAggregateRule extends RelOptRule {

    public static final RelOptRule INSTANCE = new StreamPhysicalTypeScriptGroupTableAggregateRule();

    private StreamPhysicalTypeScriptGroupTableAggregateRule() {
        super(
                operand(StreamPhysicalGroupTableAggregate.class, any()),
                "StreamPhysicalTypeScriptGroupTableAggregateRule");
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        StreamPhysicalGroupTableAggregate aggregate = call.rel(0);
        return !(aggregate instanceof StreamPhysicalTypeScriptGroupTableAggregate)
                && TypeScriptAggregates.areBatchable(
                        JavaScalaConversionUtil.toJava(aggregate.aggCalls()));
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        StreamPhysicalGroupTableAggregate aggregate = call.rel(0);
        call.transformTo(new StreamPhysicalTypeScriptGroupTableAggregate(aggregate));
    }
}
