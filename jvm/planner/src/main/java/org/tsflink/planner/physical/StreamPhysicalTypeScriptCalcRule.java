package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.tsflink.planner.rex.TypeScriptCalls;

/** Plans the calcs that the batch operator can run. */
public final class StreamPhysicalTypeScriptCalcRule extends ConverterRule {

    public static final RelOptRule INSTANCE =
            new StreamPhysicalTypeScriptCalcRule(
                    Config.INSTANCE.withConversion(
                            FlinkLogicalCalc.class,
                            FlinkConventions.LOGICAL(),
                            FlinkConventions.STREAM_PHYSICAL(),
                            "StreamPhysicalTypeScriptCalcRule"));

    private StreamPhysicalTypeScriptCalcRule(Config config) {
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
        return new StreamPhysicalTypeScriptCalc(
                calc.getCluster(),
                calc.getTraitSet().replace(FlinkConventions.STREAM_PHYSICAL()),
                convert(calc.getInput(), FlinkConventions.STREAM_PHYSICAL()),
                calc.getProgram(),
                calc.getRowType());
    }
}
