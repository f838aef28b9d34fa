package org.tsflink.gateway.errors;

import org.apache.flink.util.SerializedThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** One exception of a chain of causes; also one of a class that this process does not have. */
public record Cause(Throwable throwable, String className, String message) {

    /** A failure and its causes, without what only wraps, the outermost first. */
    static List<Cause> chain(Throwable failure) {
        List<Cause> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable next = failure; next != null && seen.add(next); next = next.getCause()) {
            if (next instanceof SerializedThrowable serialized) {
                next = serialized.deserializeError(Cause.class.getClassLoader());
                seen.add(next);
            }
            if (next instanceof CompletionException || next instanceof ExecutionException) {
                continue;
            }
            chain.add(of(next));
        }
        return chain.isEmpty() ? List.of(of(failure)) : chain;
    }

    private static Cause of(Throwable throwable) {
        String message = throwable.getMessage() == null ? "" : throwable.getMessage();
        if (throwable instanceof SerializedThrowable serialized) {
            String name = serialized.getOriginalErrorClassName();
            return new Cause(
                    throwable,
                    name,
                    message.startsWith(name + ": ")
                            ? message.substring(name.length() + 2)
                            : message);
        }
        return new Cause(throwable, throwable.getClass().getName(), message);
    }

    /** Whether it is of a class, by its name without package: shaded copies count too. */
    boolean is(String simpleName) {
        return className.endsWith("." + simpleName) || className.endsWith("$" + simpleName);
    }

    /** The message, or the class where there is none. */
    String text() {
        return message.isBlank() ? className : message.strip();
    }
}
