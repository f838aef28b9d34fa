package org.tsflink.planner.logical;

import org.apache.calcite.rex.RexLocalRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of expressions in which equal deterministic ones share a place. */
final class ExpressionSlots {

    private final List<RexNode> expressions = new ArrayList<>();
    private final Map<RexNode, RexLocalRef> deterministic = new HashMap<>();

    /** Adds an expression and refers to it. */
    RexLocalRef add(RexNode expression) {
        RexLocalRef known = find(expression);
        if (known != null) {
            return known;
        }
        RexLocalRef reference = new RexLocalRef(expressions.size(), expression.getType());
        expressions.add(expression);
        if (RexUtil.isDeterministic(expression)) {
            deterministic.put(expression, reference);
        }
        return reference;
    }

    /** Refers to the equal expression that is there already, or null. */
    RexLocalRef find(RexNode expression) {
        return deterministic.get(expression);
    }

    List<RexNode> expressions() {
        return expressions;
    }
}
