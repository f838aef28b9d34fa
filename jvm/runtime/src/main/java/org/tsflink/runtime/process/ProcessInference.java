package org.tsflink.runtime.process;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.StateTypeStrategy;
import org.apache.flink.table.types.inference.StaticArgument;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.utils.DataTypeUtils;
import org.tsflink.runtime.state.StateEntry;
import org.tsflink.runtime.types.InternalTypes;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;

/** Type inference of process table functions; values are Flink's internal data structures. */
final class ProcessInference {

    private ProcessInference() {}

    /** By what the function declares. */
    static TypeInference of(ProcessDescriptor descriptor) {
        return TypeInference.newBuilder()
                .staticArguments(
                        descriptor.arguments().stream().map(ProcessInference::argument).toList())
                .stateTypeStrategies(state(descriptor))
                .outputTypeStrategy(TypeStrategies.explicit(returns(descriptor)))
                .build();
    }

    /** Of one call, whose tables are known. Static arguments would not get internal data. */
    @SuppressWarnings("deprecation")
    static TypeInference ofCall(ProcessDescriptor descriptor, CallContext call) {
        List<DataType> arguments =
                call.getArgumentDataTypes().stream()
                        .map(DataTypeUtils::toInternalDataType)
                        .toList();
        return TypeInference.newBuilder()
                .typedArguments(arguments)
                .stateTypeStrategies(state(descriptor))
                .outputTypeStrategy(TypeStrategies.explicit(returns(descriptor)))
                .build();
    }

    private static DataType returns(ProcessDescriptor descriptor) {
        return InternalTypes.ofResult(descriptor.function().returnType());
    }

    private static StaticArgument argument(ProcessArgument argument) {
        if (!argument.isTable()) {
            return StaticArgument.scalar(
                    argument.name(), InternalTypes.of(argument.type().type()), argument.optional());
        }
        return argument.type() == null
                ? StaticArgument.table(
                        argument.name(), RowData.class, false, EnumSet.copyOf(argument.traits()))
                : StaticArgument.table(
                        argument.name(),
                        InternalTypes.of(argument.type().type()),
                        false,
                        EnumSet.copyOf(argument.traits()));
    }

    private static LinkedHashMap<String, StateTypeStrategy> state(ProcessDescriptor descriptor) {
        LinkedHashMap<String, StateTypeStrategy> entries = new LinkedHashMap<>();
        for (StateEntry entry : descriptor.state()) {
            entries.put(
                    entry.name(),
                    StateTypeStrategy.of(
                            TypeStrategies.explicit(stateType(entry)), entry.timeToLive()));
        }
        return entries;
    }

    static DataType stateType(StateEntry entry) {
        return switch (entry.kind()) {
            case LIST_VIEW, MAP_VIEW -> entry.viewType();
            // A Row of internal data: Flink hands out RowData as it lies in the state, where it
            // must not be changed.
            case VALUE -> {
                RowType row = (RowType) entry.value().type();
                yield DataTypes.ROW(
                        row.getFields().stream()
                                .map(
                                        field ->
                                                DataTypes.FIELD(
                                                        field.getName(),
                                                        InternalTypes.of(field.getType())))
                                .toList());
            }
        };
    }
}
