package org.tsflink.runtime.function;

import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.logical.LogicalType;

import java.util.List;

/** Functions of a call, where generated code calls them row by row. */
public final class Specialization {

    private Specialization() {}

    /** The function as the call needs it. */
    public static FunctionDescriptor of(FunctionDescriptor descriptor, CallContext call) {
        if (!descriptor.isOpen()) {
            return descriptor;
        }
        List<LogicalType> arguments =
                call.getArgumentDataTypes().stream().map(DataType::getLogicalType).toList();
        LogicalType result = call.getOutputDataType().orElseThrow().getLogicalType();
        return descriptor.forCall(arguments, result);
    }
}
