package org.tsflink.planner.logical;

import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;

import java.util.List;

/** The operands of the AND that is a calc's condition. */
final class Conjuncts {

    private Conjuncts() {}

    static List<RexNode> of(RexProgram program) {
        return program.getCondition() == null
                ? List.of()
                : RelOptUtil.conjunctions(program.expandLocalRef(program.getCondition()));
    }
}
