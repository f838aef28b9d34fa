package org.tsflink.runtime.engine;

import java.util.Map;

/**
 * Runs functions. Its methods, and those of what it gives, take and return types of the JDK and of
 * this package only, for all jobs of a JVM share it across their class loaders.
 */
public interface FunctionEngine {
    /**
     * The place in which the calling thread's functions run, made if there is none; to be given
     * back by release.
     *
     * @param settings {@link EngineOptions#settings}
     */
    EngineHandle acquire(long timeoutNanos, long heapLimitBytes, Map<String, String> settings);

    /** How many such places live. */
    int count();
}
