package org.tsflink.planner.limits;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The sizes of the expressions of one node of a plan. */
final class ExpressionSizes {

    private final long[] callsOfInput;
    private final Consumer<RexLiteral> literals;
    private final Consumer<RelNode> subqueries;
    // Expressions are graphs, which share parts.
    private final Map<RexNode, ExpressionSize> known = new IdentityHashMap<>();

    /**
     * @param callsOfInput the calls behind each column of the input
     */
    ExpressionSizes(
            long[] callsOfInput, Consumer<RexLiteral> literals, Consumer<RelNode> subqueries) {
        this.callsOfInput = callsOfInput;
        this.literals = literals;
        this.subqueries = subqueries;
    }

    ExpressionSize of(RexNode expression) {
        ExpressionSize size = known.get(expression);
        if (size == null) {
            size = measure(expression);
            known.put(expression, size);
        }
        return size;
    }

    private ExpressionSize measure(RexNode expression) {
        if (expression instanceof RexInputRef column) {
            return new ExpressionSize(callsOfInput[column.getIndex()], 0);
        }
        if (expression instanceof RexFieldAccess field) {
            return of(field.getReferenceExpr());
        }
        if (expression instanceof RexLiteral literal) {
            literals.accept(literal);
        }
        if (expression instanceof RexSubQuery subquery) {
            subqueries.accept(subquery.rel);
        }
        return expression instanceof RexCall call ? ofCall(call) : ExpressionSize.NONE;
    }

    private ExpressionSize ofCall(RexCall call) {
        ExpressionSize operands = ExpressionSize.NONE;
        for (RexNode operand : call.getOperands()) {
            operands = operands.with(of(operand));
        }
        boolean branches = call.getKind() == SqlKind.CASE;
        return operands.called(branches ? call.getOperands().size() / 2 : 0);
    }
}
