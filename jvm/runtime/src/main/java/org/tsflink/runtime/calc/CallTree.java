package org.tsflink.runtime.calc;

import org.tsflink.runtime.function.FunctionDescriptor;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A call of a TypeScript function; nested calls run in the same crossing into V8. */
public record CallTree(FunctionDescriptor function, List<Argument> arguments) implements Argument {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return arguments.stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", function.name() + "(", ")"));
    }
}
