package org.tsflink.planner.physical;

import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCorrelate;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalCorrelateRule;
import org.tsflink.planner.rex.TypeScriptCalls;

import javax.annotation.Nullable;

import java.util.Optional;

/**
 * The right side of a correlate that the batch operator can run: a call of a TypeScript table
 * function, and a condition on its rows.
 */
record LateralScan(FlinkLogicalTableFunctionScan scan, @Nullable RexNode condition) {

    static Optional<LateralScan> of(FlinkLogicalCorrelate correlate) {
        RelNode right = original(correlate.getRight());
        if (right instanceof FlinkLogicalTableFunctionScan scan) {
            return of(scan, null);
        }
        if (!(right instanceof FlinkLogicalCalc calc) || !endsInScan(calc)) {
            return Optional.empty();
        }
        RexProgram program = StreamPhysicalCorrelateRule.getMergedCalc(calc).getProgram();
        if (!program.projectsOnlyIdentity()) {
            return Optional.empty();
        }
        RexNode condition =
                program.getCondition() == null
                        ? null
                        : program.expandLocalRef(program.getCondition());
        return of(StreamPhysicalCorrelateRule.getTableScan(calc), condition);
    }

    private static Optional<LateralScan> of(
            FlinkLogicalTableFunctionScan scan, @Nullable RexNode condition) {
        return TypeScriptCalls.isLateral(scan.getCall())
                ? Optional.of(new LateralScan(scan, condition))
                : Optional.empty();
    }

    private static boolean endsInScan(FlinkLogicalCalc calc) {
        RelNode input = original(calc.getInput());
        return input instanceof FlinkLogicalTableFunctionScan
                || input instanceof FlinkLogicalCalc inner && endsInScan(inner);
    }

    private static RelNode original(RelNode node) {
        return node instanceof RelSubset subset ? subset.getOriginal() : node;
    }
}
