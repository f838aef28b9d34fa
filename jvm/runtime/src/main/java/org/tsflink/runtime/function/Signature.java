package org.tsflink.runtime.function;

import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.inference.InputTypeStrategy;
import org.apache.flink.table.types.logical.LogicalType;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A form that calls of a function may have, whose types are told by each call.
 *
 * @param parameters by position
 * @param variadic whether the last parameter stands for any number of arguments
 */
public record Signature(List<ArgumentStrategy> parameters, boolean variadic, ResultStrategy result)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** What tells the planner the types that arguments are cast to. */
    InputTypeStrategy input() {
        ArgumentTypeStrategy[] strategies =
                parameters.stream()
                        .map(parameter -> new InternalArgument(parameter.toFlink()))
                        .toArray(ArgumentTypeStrategy[]::new);
        return variadic
                ? InputTypeStrategies.varyingSequence(strategies)
                : InputTypeStrategies.sequence(strategies);
    }

    /** Whether it takes arguments of those types as they are. */
    boolean accepts(List<LogicalType> arguments) {
        int count = arguments.size();
        return (variadic ? count >= parameters.size() - 1 : count == parameters.size())
                && IntStream.range(0, count).allMatch(i -> of(i).accepts(arguments.get(i)));
    }

    /** A parameter for each argument. */
    List<Parameter> resolve(List<LogicalType> arguments) {
        return IntStream.range(0, arguments.size())
                .mapToObj(i -> new Parameter("arg" + i, of(i).resolve(arguments.get(i))))
                .toList();
    }

    private ArgumentStrategy of(int argument) {
        return parameters.get(Math.min(argument, parameters.size() - 1));
    }
}
