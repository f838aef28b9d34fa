package org.tsflink.planner.logical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.tsflink.planner.rex.EagerCalls;
import org.tsflink.planner.rex.TypeScriptCalls;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves the TypeScript calls that a calc makes on every row into a calc of their own, which the
 * batch operator can run; see {@link CalcSplit}. Applied until nothing is left to move.
 */
public final class TypeScriptCalcSplitRule extends RelOptRule {

    public static final TypeScriptCalcSplitRule INSTANCE = new TypeScriptCalcSplitRule();

    private TypeScriptCalcSplitRule() {
        super(operand(FlinkLogicalCalc.class, any()), "TypeScriptCalcSplitRule");
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalCalc calc = call.rel(0);
        RexProgram program = calc.getProgram();
        return !(calc instanceof FlinkLogicalLookupCalc)
                && !TypeScriptCalls.isBatchable(program)
                && expressions(program).stream().anyMatch(EagerCalls::existIn);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        call.transformTo(new CalcSplit(call.rel(0)).split());
    }

    private static List<RexNode> expressions(RexProgram program) {
        List<RexNode> expressions = new ArrayList<>(program.expandList(program.getProjectList()));
        expressions.addAll(Conjuncts.of(program));
        return expressions;
    }
}
