package org.tsflink.runtime.function;

import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.inference.StaticArgument;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.inference.TypeStrategies;
import org.apache.flink.table.types.inference.TypeStrategy;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.types.InternalTypes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Type inference by what a function declares. */
public final class DeclaredInference {

    private DeclaredInference() {}

    public static TypeInference of(FunctionDescriptor descriptor) {
        return builder(descriptor).build();
    }

    /** The same, to which more is added. */
    public static TypeInference.Builder builder(FunctionDescriptor descriptor) {
        TypeInference.Builder inference = TypeInference.newBuilder();
        if (!descriptor.signatures().isEmpty()) {
            return bySignatures(inference, descriptor.signatures());
        }
        inference.outputTypeStrategy(
                TypeStrategies.explicit(InternalTypes.ofResult(descriptor.returnType())));
        List<Parameter> parameters = descriptor.parameters();
        if (descriptor.isVariadic()) {
            ArgumentTypeStrategy[] types =
                    parameters.stream()
                            .map(p -> InputTypeStrategies.explicit(InternalTypes.of(p.type())))
                            .toArray(ArgumentTypeStrategy[]::new);
            return inference.inputTypeStrategy(InputTypeStrategies.varyingSequence(types));
        }
        return inference.staticArguments(
                parameters.stream()
                        .map(
                                p ->
                                        StaticArgument.scalar(
                                                p.name(), InternalTypes.of(p.type()), p.optional()))
                        .toList());
    }

    // As Flink does with the eval methods of a class.
    private static TypeInference.Builder bySignatures(
            TypeInference.Builder inference, List<Signature> signatures) {
        Map<InputTypeStrategy, TypeStrategy> results = new LinkedHashMap<>();
        for (Signature signature : signatures) {
            results.put(signature.input(), new InternalResult(signature.result().toFlink()));
        }
        return inference
                .inputTypeStrategy(
                        InputTypeStrategies.or(results.keySet().toArray(InputTypeStrategy[]::new)))
                .outputTypeStrategy(TypeStrategies.mapping(results));
    }
}
