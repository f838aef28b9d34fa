package org.tsflink.runtime.calc;

import org.tsflink.runtime.function.FunctionDescriptor;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A call of a TypeScript function; nested calls run in the same crossing into V8. */
public record CallTree(FunctionDescriptor function, List<Argument> arguments) implements Argument {
    @Serial private static final long serialVersionUID = 1L;

    /** A call with the fields of {@link FunctionDescriptor#parameterRow()}. */
    public static CallTree ofParameters(FunctionDescriptor function) {
        return new CallTree(
                function,
                IntStream.range(0, function.parameters().size())
                        .<Argument>mapToObj(Argument.Field::new)
                        .toList());
    }

    @Override
    public String toString() {
        return arguments.stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", function.name() + "(", ")"));
    }
}
