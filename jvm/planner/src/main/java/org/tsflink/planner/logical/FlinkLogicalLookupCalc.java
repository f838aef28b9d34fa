package org.tsflink.planner.logical;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rex.RexProgram;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;

/** A calc on a table that is looked up: part of the lookup join, so it must stay in one piece. */
final class FlinkLogicalLookupCalc extends FlinkLogicalCalc {

    FlinkLogicalLookupCalc(
            RelOptCluster cluster, RelTraitSet traits, RelNode input, RexProgram program) {
        super(cluster, traits, input, program);
    }

    @Override
    public Calc copy(RelTraitSet traits, RelNode input, RexProgram program) {
        return new FlinkLogicalLookupCalc(getCluster(), traits, input, program);
    }
}
