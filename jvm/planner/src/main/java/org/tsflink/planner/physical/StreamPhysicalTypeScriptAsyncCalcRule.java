package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalAsyncCalcRule;
import org.tsflink.planner.rex.TypeScriptCalls;

/** Plans calcs with an asynchronous call; those that are not ours as Flink does. */
public final class StreamPhysicalTypeScriptAsyncCalcRule extends StreamPhysicalAsyncCalcRule {

    public static final RelOptRule INSTANCE =
            new StreamPhysicalTypeScriptAsyncCalcRule(
                    Config.INSTANCE.withConversion(
                            FlinkLogicalCalc.class,
                            FlinkConventions.LOGICAL(),
                            FlinkConventions.STREAM_PHYSICAL(),
                            "StreamPhysicalTypeScriptAsyncCalcRule"));

    private StreamPhysicalTypeScriptAsyncCalcRule(Config config) {
        super(config);
    }

    @Override
    public RelNode convert(RelNode rel) {
        FlinkLogicalCalc calc = (FlinkLogicalCalc) rel;
        RexProgram program = calc.getProgram();
        if (TypeScriptCalls.asyncCallIn(program.expandList(program.getProjectList())) < 0) {
            return super.convert(rel);
        }
        return new StreamPhysicalTypeScriptAsyncCalc(
                calc.getCluster(),
                calc.getTraitSet().replace(FlinkConventions.STREAM_PHYSICAL()),
                convert(calc.getInput(), FlinkConventions.STREAM_PHYSICAL()),
                program,
                calc.getRowType());
    }
}
