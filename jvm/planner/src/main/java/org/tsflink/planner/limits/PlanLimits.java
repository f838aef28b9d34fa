package org.tsflink.planner.limits;

import org.apache.calcite.rel.RelNode;
import org.apache.flink.table.planner.plan.optimize.program.FlinkOptimizeContext;
import org.apache.flink.table.planner.plan.optimize.program.FlinkOptimizeProgram;

/** Refuses plans that are larger than the options allow, as the first step of optimization. */
public final class PlanLimits<C extends FlinkOptimizeContext> implements FlinkOptimizeProgram<C> {

    @Override
    public RelNode optimize(RelNode root, C context) {
        new PlanSize(context.getTableConfig()).check(root);
        return root;
    }
}
