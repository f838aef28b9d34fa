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
    private final EagerCalls collecting = new EagerCalls(this::take);
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

    // Calls of another engine than the first one's stay, for a calc of their own.
    private RexNode take(RexCall call) {
        List<RexNode> taken = calls.expressions();
        return taken.isEmpty() || TypeScriptCalls.isTogether(taken.get(0), call)
                ? calls.add(call)
                : call;
    }

    private RexNode withArguments(RexCall call) {
        List<RexNode> operands = new ArrayList<>(call.getOperands());
        operands.replaceAll(operand -> argument(call, operand));
        return call.clone(call.getType(), operands);
    }

    private RexNode argument(RexCall call, RexNode operand) {
        if (operand instanceof RexInputRef
                || operand instanceof RexLiteral
                || TypeScriptCalls.isOmitted(operand)) {
            return operand;
        }
        return TypeScriptCalls.isCall(operand) && TypeScriptCalls.isTogether(call, operand)
                ? withArguments((RexCall) operand)
                : arguments.add(operand);
    }
}
