package org.tsflink.runtime.aggregate;

import org.apache.flink.table.types.inference.TypeInference;
import org.tsflink.runtime.function.DeclaredInference;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.types.TypeJson;

import java.util.Optional;
import java.util.stream.Collectors;

/** The types of an aggregate function, as Flink asks for them. */
final class AggregateTypes {

    private AggregateTypes() {}

    static TypeInference inference(FunctionDescriptor function) {
        return DeclaredInference.builder(function)
                .accumulatorTypeStrategy(
                        call -> Optional.of(new AccumulatorForm(function.forCall(call)).type()))
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
