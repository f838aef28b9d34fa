package org.tsflink.runtime.function;

import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.StaticArgument;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.utils.DataTypeUtils;
import org.apache.flink.table.types.utils.TypeConversions;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;

import java.util.List;

/** Type inference by what a function declares. */
final class DeclaredInference {

    private DeclaredInference() {}

    static TypeInference of(FunctionDescriptor descriptor) {
        TypeInference.Builder inference =
                TypeInference.newBuilder()
                        .outputTypeStrategy(
                                TypeStrategies.explicit(internal(descriptor.returnType())));
        List<Parameter> parameters = descriptor.parameters();
        if (descriptor.isVariadic()) {
            ArgumentTypeStrategy[] types =
                    parameters.stream()
                            .map(p -> InputTypeStrategies.explicit(internal(p.type())))
                            .toArray(ArgumentTypeStrategy[]::new);
            return inference.inputTypeStrategy(InputTypeStrategies.varyingSequence(types)).build();
        }
        return inference
                .staticArguments(
                        parameters.stream()
                                .map(
                                        p ->
                                                StaticArgument.scalar(
                                                        p.name(), internal(p.type()), p.optional()))
                                .toList())
                .build();
    }

    // Functions get and return internal data: no conversion to and from Java objects.
    private static DataType internal(LogicalType type) {
        return DataTypeUtils.toInternalDataType(TypeConversions.fromLogicalToDataType(type));
    }
}
