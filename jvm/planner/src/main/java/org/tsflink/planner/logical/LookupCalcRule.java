package org.tsflink.planner.logical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalSnapshot;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableSourceScan;
import org.tsflink.planner.rex.TypeScriptCalls;

import java.util.List;

/** Keeps the calcs of lookup joins from being split; their TypeScript calls run per row. */
public final class LookupCalcRule extends RelOptRule {

    public static final LookupCalcRule INSTANCE = new LookupCalcRule();

    private LookupCalcRule() {
        super(
                operand(
                        FlinkLogicalSnapshot.class,
                        operand(
                                FlinkLogicalCalc.class,
                                operand(FlinkLogicalTableSourceScan.class, none()))),
                "LookupCalcRule");
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalCalc calc = call.rel(1);
        FlinkLogicalTableSourceScan scan = call.rel(2);
        return !(calc instanceof FlinkLogicalLookupCalc)
                && scan.tableSource() instanceof LookupTableSource
                && calc.getProgram().getExprList().stream().anyMatch(TypeScriptCalls::contains);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        FlinkLogicalSnapshot snapshot = call.rel(0);
        FlinkLogicalCalc calc = call.rel(1);
        call.transformTo(
                snapshot.copy(
                        snapshot.getTraitSet(),
                        List.of(
                                new FlinkLogicalLookupCalc(
                                        calc.getCluster(),
                                        calc.getTraitSet(),
                                        calc.getInput(),
                                        calc.getProgram()))));
    }
}
