package org.tsflink.bench;

import org.tsflink.runtime.TsFlinkOptions;

import java.util.Map;

/** Who computes. */
enum Mode {
    /** A TypeScript function in V8. */
    TYPESCRIPT("ts_%s"),
    /** The same in a Node process. */
    PROCESS("ts_%s"),
    /**
     * The first in a plan of Flink's own planner, as a jar of functions has it in the SQL client.
     */
    PER_ROW("ts_%s"),
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

    /** The options that the mode is run with. */
    Map<String, String> options() {
        return this == PROCESS ? Map.of(TsFlinkOptions.ENGINE.key(), "process") : Map.of();
    }

    /** Whether our planner plans it, or Flink's as it is. */
    boolean withPlanner() {
        return this != PER_ROW;
    }

    /** The name under which this mode's twin of a function is registered. */
    String function(String name) {
        return functionName.formatted(name);
    }
}
