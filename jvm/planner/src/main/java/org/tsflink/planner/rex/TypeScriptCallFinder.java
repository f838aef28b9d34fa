package org.tsflink.planner.rex;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.table.planner.plan.rules.logical.RemoteCallFinder;

/** Lets Flink's rules for remote calls find the calls of TypeScript functions. */
public final class TypeScriptCallFinder implements RemoteCallFinder {

    @Override
    public boolean containsRemoteCall(RexNode node) {
        return TypeScriptCalls.contains(node);
    }

    @Override
    public boolean containsNonRemoteCall(RexNode node) {
        if (node instanceof RexFieldAccess access) {
            return containsNonRemoteCall(access.getReferenceExpr());
        }
        return node instanceof RexCall call
                && (isNonRemoteCall(call)
                        || call.getOperands().stream().anyMatch(this::containsNonRemoteCall));
    }

    @Override
    public boolean isRemoteCall(RexNode node) {
        return TypeScriptCalls.isCall(node) || TypeScriptCalls.tableFunctionOf(node).isPresent();
    }

    @Override
    public boolean isNonRemoteCall(RexNode node) {
        return node instanceof RexCall && !isRemoteCall(node) && !TypeScriptCalls.isOmitted(node);
    }

    @Override
    public String getName() {
        return "TypeScript";
    }

    // Flink compares rules, and with them their finders, by value.
    @Override
    public boolean equals(Object other) {
        return other instanceof TypeScriptCallFinder;
    }

    @Override
    public int hashCode() {
        return TypeScriptCallFinder.class.hashCode();
    }
}
