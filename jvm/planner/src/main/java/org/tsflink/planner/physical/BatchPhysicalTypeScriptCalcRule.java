package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.tsflink.planner.rex.TypeScriptCalls;

/** Plans the calcs that the batch operator can run. */
public final class BatchPhysicalTypeScriptCalcRule extends ConverterRule {

    public static final RelOptRule INSTANCE =
            new BatchPhysicalTypeScriptCalcRule(
                    Config.INSTANCE.withConversion(
                            FlinkLogicalCalc.class,
                            FlinkConventions.LOGICAL(),
                            FlinkConventions.BATCH_PHYSICAL(),
                            "BatchPhysicalTypeScriptCalcRule"));

    private BatchPhysicalTypeScriptCalcRule(Config config) {
        super(config);
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalCalc calc = call.rel(0);
        return TypeScriptCalls.isBatchable(calc.getProgram());
    }

    @Override
    public RelNode convert(RelNode rel) {
        FlinkLogicalCalc calc = (FlinkLogicalCalc) rel;
        return new BatchPhysicalTypeScriptCalc(
                calc.getCluster(),
                calc.getTraitSet().replace(FlinkConventions.BATCH_PHYSICAL()),
                convert(calc.getInput(), FlinkConventions.BATCH_PHYSICAL()),
                calc.getProgram(),
                calc.getRowType());
    }
}
