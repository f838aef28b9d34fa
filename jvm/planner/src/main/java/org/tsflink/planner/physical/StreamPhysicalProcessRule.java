package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.flink.table.planner.plan.nodes.FlinkConventions;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalProcessTableFunctionRule;
import org.tsflink.planner.rex.TypeScriptCalls;

/** Flink's rule for process table functions; those of TypeScript get a node that runs batches. */
public final class StreamPhysicalProcessRule extends ConverterRule {

    public static final StreamPhysicalProcessRule INSTANCE =
            new StreamPhysicalProcessRule(
                    Config.INSTANCE.withConversion(
                            FlinkLogicalTableFunctionScan.class,
                            FlinkConventions.LOGICAL(),
                            FlinkConventions.STREAM_PHYSICAL(),
                            "StreamPhysicalProcessRule"));

    private static final StreamPhysicalProcessTableFunctionRule FLINKS =
            StreamPhysicalProcessTableFunctionRule.INSTANCE;

    private StreamPhysicalProcessRule(Config config) {
        super(config);
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        return FLINKS.matches(call);
    }

    @Override
    public RelNode convert(RelNode node) {
        RelNode flinks = FLINKS.convert(node);
        FlinkLogicalTableFunctionScan scan = (FlinkLogicalTableFunctionScan) node;
        return TypeScriptCalls.isBatchableProcess(scan.getCall())
                ? new StreamPhysicalTypeScriptProcess(
                        flinks.getCluster(),
                        flinks.getTraitSet(),
                        flinks.getInputs(),
                        scan,
                        flinks.getRowType())
                : flinks;
    }
}
