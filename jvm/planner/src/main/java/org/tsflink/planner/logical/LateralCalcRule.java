package org.tsflink.planner.logical;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.hep.HepRelVertex;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexShuttle;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCorrelate;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalCorrelateRule;
import org.tsflink.planner.rex.TypeScriptCalls;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves above a correlate what is done with the rows of a TypeScript table function and is more
 * than a condition in built-in functions: projections, which Flink's own node loses, and calls of
 * TypeScript functions, which then run in batches. Of a left outer join only columns that are taken
 * as they are, for the rest must not see the NULLs of rows without a partner.
 */
public final class LateralCalcRule extends RelOptRule {

    public static final LateralCalcRule INSTANCE = new LateralCalcRule();

    private LateralCalcRule() {
        super(operand(FlinkLogicalCorrelate.class, any()), "LateralCalcRule");
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
        FlinkLogicalCorrelate correlate = call.rel(0);
        if (!(current(correlate.getRight()) instanceof FlinkLogicalCalc calc)
                || !endsInOurs(calc)) {
            return false;
        }
        RexProgram program = StreamPhysicalCorrelateRule.getMergedCalc(calc).getProgram();
        if (correlate.getJoinType() == JoinRelType.INNER) {
            return !program.projectsOnlyIdentity()
                    || program.getExprList().stream().anyMatch(TypeScriptCalls::contains);
        }
        return !program.projectsOnlyIdentity()
                && program.expandList(program.getProjectList()).stream()
                        .allMatch(RexInputRef.class::isInstance);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        FlinkLogicalCorrelate correlate = call.rel(0);
        FlinkLogicalCalc calc =
                StreamPhysicalCorrelateRule.getMergedCalc(
                        (FlinkLogicalCalc) current(correlate.getRight()));
        RexProgram program = calc.getProgram();
        RexNode condition =
                program.getCondition() == null
                        ? null
                        : program.expandLocalRef(program.getCondition());
        boolean inner = correlate.getJoinType() == JoinRelType.INNER;
        RelNode right = StreamPhysicalCorrelateRule.getTableScan(calc);
        RexBuilder rexBuilder = correlate.getCluster().getRexBuilder();
        if (!inner && condition != null) {
            List<RexNode> all = rexBuilder.identityProjects(right.getRowType());
            right =
                    calc.copy(
                            calc.getTraitSet(),
                            right,
                            RexProgram.create(
                                    right.getRowType(),
                                    all,
                                    condition,
                                    right.getRowType(),
                                    rexBuilder));
        }
        RelNode joined =
                correlate.copy(
                        correlate.getTraitSet(),
                        correlate.getLeft(),
                        right,
                        correlate.getCorrelationId(),
                        correlate.getRequiredColumns(),
                        correlate.getJoinType());
        int left = correlate.getLeft().getRowType().getFieldCount();
        RexShuttle shift = new Shift(left, joined.getRowType().getFieldList());
        List<RexNode> projection =
                new ArrayList<>(rexBuilder.identityProjects(joined.getRowType()));
        projection.subList(left, projection.size()).clear();
        program.expandList(program.getProjectList())
                .forEach(expression -> projection.add(expression.accept(shift)));
        RexNode filter = inner && condition != null ? condition.accept(shift) : null;
        call.transformTo(
                new FlinkLogicalCalc(
                        correlate.getCluster(),
                        correlate.getTraitSet(),
                        joined,
                        RexProgram.create(
                                joined.getRowType(),
                                projection,
                                filter,
                                correlate.getRowType(),
                                rexBuilder)));
    }

    private static boolean endsInOurs(FlinkLogicalCalc calc) {
        RelNode input = current(calc.getInput());
        if (input instanceof FlinkLogicalCalc inner) {
            return endsInOurs(inner);
        }
        return input instanceof FlinkLogicalTableFunctionScan scan
                && TypeScriptCalls.isTableCall(scan.getCall());
    }

    private static RelNode current(RelNode node) {
        return node instanceof HepRelVertex vertex ? vertex.getCurrentRel() : node;
    }

    /** Rewrites an expression over the function's rows into one over the joined ones. */
    private static final class Shift extends RexShuttle {
        private final int by;
        private final List<RelDataTypeField> fields;

        Shift(int by, List<RelDataTypeField> fields) {
            this.by = by;
            this.fields = fields;
        }

        @Override
        public RexNode visitInputRef(RexInputRef reference) {
            return RexInputRef.of(by + reference.getIndex(), fields);
        }
    }
}
