package org.tsflink.bench;

/** Who computes. */
enum Mode {
    /** A TypeScript function in V8. */
    TYPESCRIPT("ts_%s"),
    /** A Java function that does the same. */
    JAVA("java_%s"),
    /** A built-in expression that does the same. */
    BUILTIN(null),
    /** Nothing is computed: what source and sink cost. */
    NONE(null);

    private final String functionName;

    Mode(String functionName) {
        this.functionName = functionName;
    }

    /** The name under which this mode's twin of a function is registered. */
    String function(String name) {
        return functionName.formatted(name);
    }
}
