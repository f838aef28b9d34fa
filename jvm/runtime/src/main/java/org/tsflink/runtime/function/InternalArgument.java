package org.tsflink.runtime.function;

import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.Signature.Argument;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.tsflink.runtime.types.InternalTypes;

import java.util.Optional;

/** A strategy whose arguments are Flink's internal data, and no NULLs without a type. */
record InternalArgument(ArgumentTypeStrategy strategy) implements ArgumentTypeStrategy {

    @Override
    public Optional<DataType> inferArgumentType(
            CallContext context, int position, boolean throwOnFailure) {
        Optional<DataType> inferred = strategy.inferArgumentType(context, position, throwOnFailure);
        if (inferred.map(type -> type.getLogicalType().is(LogicalTypeRoot.NULL)).orElse(false)) {
            return context.fail(
                    throwOnFailure, "Argument %s is a NULL without a type.", position + 1);
        }
        return inferred.map(type -> InternalTypes.of(type.getLogicalType()));
    }

    @Override
    public Argument getExpectedArgument(FunctionDefinition function, int position) {
        return strategy.getExpectedArgument(function, position);
    }
}
