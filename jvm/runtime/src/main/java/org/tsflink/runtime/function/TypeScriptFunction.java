package org.tsflink.runtime.function;

import org.apache.flink.table.functions.FunctionDefinition;

/** A function written in TypeScript whose arguments are the values of a row, whatever its kind. */
public interface TypeScriptFunction extends FunctionDefinition {
    FunctionDescriptor getDescriptor();

    @Override
    default boolean isDeterministic() {
        return getDescriptor().deterministic();
    }

    // Or the gateway would run f(1) while it plans.
    @Override
    default boolean supportsConstantFolding() {
        return false;
    }
}
