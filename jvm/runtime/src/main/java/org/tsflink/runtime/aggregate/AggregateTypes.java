package org.tsflink.runtime.aggregate;

import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.types.InternalTypes;
import org.tsflink.runtime.types.TypeJson;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** The types of an aggregate function, as Flink asks for them. */
final class AggregateTypes {

    private AggregateTypes() {}

    static TypeInference inference(FunctionDescriptor function) {
        LinkedHashMap<String, DataType> arguments = new LinkedHashMap<>();
        for (Parameter parameter : function.parameters()) {
            arguments.put(parameter.name(), InternalTypes.of(parameter.type()));
        }
        return TypeInference.newBuilder()
                .namedArguments(arguments.keySet().stream().toList())
                .typedArguments(arguments.values().stream().toList())
                .accumulatorTypeStrategy(
                        TypeStrategies.explicit(new AccumulatorForm(function).type()))
                .outputTypeStrategy(
                        TypeStrategies.explicit(InternalTypes.ofResult(function.returnType())))
                .build();
    }

    // Of bytes that a savepoint holds: accumulators, and rows that wait.
    static String typesOf(FunctionDescriptor function) {
        return function.parameters().stream()
                .map(parameter -> TypeJson.of(parameter.type()).toString())
                .collect(
                        Collectors.joining(
                                ",", TypeJson.of(function.accumulator().type()) + "(", ")"));
    }
}
