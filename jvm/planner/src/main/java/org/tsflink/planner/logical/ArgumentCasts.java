package org.tsflink.planner.logical;

import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.flink.table.planner.plan.optimize.program.FlinkOptimizeContext;
import org.apache.flink.table.planner.plan.optimize.program.FlinkOptimizeProgram;
import org.tsflink.planner.rex.Parameters;

import java.util.ArrayList;
import java.util.List;

/**
 * Casts the arguments of TypeScript calls to the types of the parameters. Calcite does that for
 * arguments by position; those by name it leaves as they are.
 */
public final class ArgumentCasts<C extends FlinkOptimizeContext>
        implements FlinkOptimizeProgram<C> {

    @Override
    public RelNode optimize(RelNode root, C context) {
        return root.accept(new Nodes());
    }

    private static final class Nodes extends RelHomogeneousShuttle {

        @Override
        public RelNode visit(RelNode node) {
            RelNode visited = super.visit(node);
            if (visited instanceof Aggregate aggregate) {
                return AggregateArguments.cast(aggregate);
            }
            return visited.accept(new Calls(visited.getCluster().getRexBuilder()));
        }
    }

    private static final class Calls extends RexShuttle {
        private final RexBuilder rexBuilder;

        Calls(RexBuilder rexBuilder) {
            this.rexBuilder = rexBuilder;
        }

        @Override
        public RexNode visitCall(RexCall call) {
            RexCall visited = (RexCall) super.visitCall(call);
            List<RexNode> operands = cast(visited);
            return operands.equals(visited.getOperands())
                    ? visited
                    : visited.clone(visited.getType(), operands);
        }

        @Override
        public RexNode visitOver(RexOver over) {
            RexOver visited = (RexOver) super.visitOver(over);
            List<RexNode> operands = cast(visited);
            return operands.equals(visited.getOperands())
                    ? visited
                    : rexBuilder.makeOver(
                            visited.getType(),
                            visited.getAggOperator(),
                            operands,
                            visited.getWindow().partitionKeys,
                            visited.getWindow().orderKeys,
                            visited.getWindow().getLowerBound(),
                            visited.getWindow().getUpperBound(),
                            visited.getWindow().isRows(),
                            true,
                            false,
                            visited.isDistinct(),
                            visited.ignoreNulls());
        }

        private List<RexNode> cast(RexCall call) {
            Parameters parameters = Parameters.of(call);
            List<RexNode> operands = new ArrayList<>(call.getOperands());
            for (int i = 0; i < operands.size(); i++) {
                operands.set(i, parameters.cast(i, operands.get(i), rexBuilder));
            }
            return operands;
        }
    }
}
