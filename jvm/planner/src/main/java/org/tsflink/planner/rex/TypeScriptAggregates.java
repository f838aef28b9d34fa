package org.tsflink.planner.rex;

import org.apache.calcite.rel.core.AggregateCall;
import org.apache.flink.table.planner.functions.bridging.BridgingSqlAggFunction;
import org.tsflink.runtime.function.TypeScriptFunction;

import java.util.List;
import java.util.Optional;

/** Recognises calls of TypeScript aggregate and table aggregate functions. */
public final class TypeScriptAggregates {

    private TypeScriptAggregates() {}

    /** The TypeScript function that is called, if it is one. */
    public static Optional<TypeScriptFunction> functionOf(AggregateCall call) {
        return call.getAggregation() instanceof BridgingSqlAggFunction function
                        && function.getDefinition() instanceof TypeScriptFunction definition
                ? Optional.of(definition)
                : Optional.empty();
    }

    /**
     * Whether the group operator can run the calls: with a TypeScript one, none of those distinct,
     * and all of one engine.
     */
    public static boolean areBatchable(List<AggregateCall> calls) {
        List<AggregateCall> ours =
                calls.stream().filter(call -> functionOf(call).isPresent()).toList();
        return !ours.isEmpty()
                && ours.stream().noneMatch(AggregateCall::isDistinct)
                && ours.stream()
                                .map(call -> functionOf(call).orElseThrow().getDescriptor())
                                .map(function -> Optional.ofNullable(function.engine()))
                                .distinct()
                                .count()
                        == 1;
    }
}
