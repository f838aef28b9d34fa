package org.tsflink.runtime.function;

import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.utils.DataTypeUtils;
import org.apache.flink.table.types.utils.TypeConversions;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;

import java.util.LinkedHashMap;

/** Type inference by what a function declares. */
final class DeclaredInference {

    private DeclaredInference() {}

    static TypeInference of(FunctionDescriptor descriptor) {
        LinkedHashMap<String, DataType> arguments = new LinkedHashMap<>();
        for (Parameter parameter : descriptor.parameters()) {
            arguments.put(parameter.name(), internal(parameter.type()));
        }
        return TypeInference.newBuilder()
                .namedArguments(arguments.keySet().stream().toList())
                .typedArguments(arguments.values().stream().toList())
                .outputTypeStrategy(TypeStrategies.explicit(internal(descriptor.returnType())))
                .build();
    }

    // Functions get and return internal data: no conversion to and from Java objects.
    private static DataType internal(LogicalType type) {
        return DataTypeUtils.toInternalDataType(TypeConversions.fromLogicalToDataType(type));
    }
}
