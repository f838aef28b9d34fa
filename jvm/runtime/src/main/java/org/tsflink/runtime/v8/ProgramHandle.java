package org.tsflink.runtime.v8;

import java.nio.ByteBuffer;

/** The compiled calls of an operator, in an isolate (packages/runtime/src/calc/calc-program.ts). */
public interface ProgramHandle {
    /** Sets the memory that rows are read from and written to; all direct buffers. */
    void bind(
            ByteBuffer rows,
            ByteBuffer results,
            ByteBuffer offsets,
            ByteBuffer ends,
            ByteBuffer progress);

    /**
     * Computes rows from one on, up to {@code count}, in one crossing; returns the first row that
     * is not done, for which the results buffer had no room, or -1 after a failure.
     */
    int run(int from, int count);

    /** The failure of the last run, or of the compilation, as JSON; null if there was none. */
    String failure();

    void close();
}
