package org.tsflink.runtime.engine;

import java.util.Locale;

/** Where functions run: the values of {@code tsflink.function.engine}. */
public enum EngineKind {
    /** V8 in the TaskManager. */
    EMBEDDED("org.tsflink.runtime.v8.Isolates"),

    /** Node processes that the TaskManager starts. */
    PROCESS("org.tsflink.runtime.worker.Workers"),

    /** Workers that run elsewhere. */
    EXTERNAL("org.tsflink.runtime.worker.ExternalWorkers");

    /** The {@link FunctionEngine}, by its name: it may be loaded by another class loader. */
    final String implementation;

    EngineKind(String implementation) {
        this.implementation = implementation;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
