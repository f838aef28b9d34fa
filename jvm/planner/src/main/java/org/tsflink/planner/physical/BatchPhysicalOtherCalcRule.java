package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.apache.flink.table.planner.plan.rules.physical.batch.BatchPhysicalCalcRule;
import org.tsflink.planner.rex.TypeScriptCalls;

/**
 * Flink's own rule without the calcs that are ours: given the choice, the optimizer might take the
 * node that calls per row.
 */
public final class BatchPhysicalOtherCalcRule extends BatchPhysicalCalcRule {

    public static final RelOptRule INSTANCE =
            new BatchPhysicalOtherCalcRule(
                    Config.INSTANCE.withConversion(
                            FlinkLogicalCalc.class,
                            FlinkConventions.LOGICAL(),
                            FlinkConventions.BATCH_PHYSICAL(),
                            "BatchPhysicalOtherCalcRule"));

    private BatchPhysicalOtherCalcRule(Config config) {
        super(config);
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalCalc calc = call.rel(0);
        return super.matches(call) && !TypeScriptCalls.isBatchable(calc.getProgram());
    }
}
