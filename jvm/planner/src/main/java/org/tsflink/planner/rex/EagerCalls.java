package org.tsflink.planner.rex;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Replaces the outermost TypeScript calls that an expression evaluates on every row. Calls in lazy
 * positions (CASE branches, AND and OR from the second operand on) stay: a guard must keep
 * guarding.
 */
public final class EagerCalls extends RexShuttle {

    private final Function<RexCall, RexNode> replacement;

    public EagerCalls(Function<RexCall, RexNode> replacement) {
        this.replacement = replacement;
    }

    /** Whether the expression has such a call. */
    public static boolean existIn(RexNode node) {
        AtomicBoolean found = new AtomicBoolean();
        node.accept(
                new EagerCalls(
                        call -> {
                            found.set(true);
                            return call;
                        }));
        return found.get();
    }

    @Override
    public RexNode visitCall(RexCall call) {
        if (TypeScriptCalls.isCall(call)) {
            return replacement.apply(call);
        }
        List<RexNode> operands = new ArrayList<>(call.getOperands());
        operands.subList(0, LazyOperands.eagerCount(call)).replaceAll(o -> o.accept(this));
        return operands.equals(call.getOperands()) ? call : call.clone(call.getType(), operands);
    }

    @Override
    public RexNode visitOver(RexOver over) {
        return over;
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery subQuery) {
        return subQuery;
    }
}
