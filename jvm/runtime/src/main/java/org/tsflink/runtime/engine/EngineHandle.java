package org.tsflink.runtime.engine;

import javax.annotation.Nullable;

import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/**
 * Where the functions of a task thread run. Failures are told as JSON
 * (packages/runtime/src/function/function-error.ts).
 */
public interface EngineHandle {
    /**
     * Evaluates an artifact, unless it is loaded; returns the failure, or null.
     *
     * @param directory where the files are that its modules read; empty for none
     */
    String load(String hash, String name, byte[] code, byte[] sourceMap, String directory);

    /**
     * Makes the program of an operator; if that failed, the program's failure says so.
     *
     * @param host what the program calls back; null if it has no need to
     * @param services what the functions ask of their task: a string, a direct ByteBuffer, or null
     */
    ProgramHandle createProgram(
            String spec,
            byte[] constants,
            @Nullable IntBinaryOperator host,
            Function<String[], Object> services);

    /**
     * Runs what timers, sockets and promises have ready, without waiting for more, in an engine
     * that does not do so by itself; returns the failure, or null.
     */
    String runEvents();

    /** Bytes of the heap in use, as of a moment ago. */
    long heapUsed();

    /** Gives it back; the last user closes it. */
    void release();
}
