package org.tsflink.planner.logical;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexLocalRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.tsflink.planner.rex.EagerCalls;
import org.tsflink.planner.rex.TypeScriptCalls;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes TypeScript calls out of expressions. A {@link RexLocalRef} is left where a call was; in the
 * calls, it is left where an argument was that has to be computed first. Equal expressions are
 * taken once, unless they are not deterministic: those run once per occurrence.
 */
final class CallCollector {

    private final ExpressionSlots calls = new ExpressionSlots();
    private final ExpressionSlots arguments = new ExpressionSlots();
    private final EagerCalls collecting = new EagerCalls(calls::add);
    private final RexShuttle reusing =
            new RexShuttle() {
                @Override
                public RexNode visitCall(RexCall call) {
                    RexNode known = calls.find(call);
                    return known != null ? known : super.visitCall(call);
                }
            };

    /** Takes the calls that the expression makes on every row. */
    RexNode collect(RexNode expression) {
        return expression.accept(collecting);
    }

    /** Refers to the calls already taken wherever the expression makes one of them again. */
    RexNode reuse(RexNode expression) {
        return expression.accept(reusing);
    }

    /** The calls taken; their arguments are fields, literals, calls and references. */
    List<RexNode> calls() {
        return calls.expressions().stream().map(call -> withArguments((RexCall) call)).toList();
    }

    /** The arguments that {@link #calls()} refers to, once that was asked for. */
    List<RexNode> arguments() {
        return arguments.expressions();
    }

    private RexNode withArguments(RexCall call) {
        List<RexNode> operands = new ArrayList<>(call.getOperands());
        operands.replaceAll(this::argument);
        return call.clone(call.getType(), operands);
    }

    private RexNode argument(RexNode operand) {
        if (operand instanceof RexInputRef
                || operand instanceof RexLiteral
                || TypeScriptCalls.isOmitted(operand)) {
            return operand;
        }
        return TypeScriptCalls.isCall(operand)
                ? withArguments((RexCall) operand)
                : arguments.add(operand);
    }
}
