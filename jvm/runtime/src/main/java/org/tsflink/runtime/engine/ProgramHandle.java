package org.tsflink.runtime.engine;

import java.nio.ByteBuffer;

/** A program of an operator, in an engine (packages/runtime/src/program/program.ts). */
public interface ProgramHandle {
    /** Calls back that a host must know: takes so many bytes of the exchange's memory. */
    int SEND = 1;

    /** Gives the next bytes of its answer in the exchange's memory; returns how many. */
    int RECEIVE = 2;

    /**
     * Gives what functions are likely to read of the state, before a run in a process that is far.
     */
    int PREFETCH = 3;

    /**
     * Sets the memory that the program reads and writes; all direct buffers. The last one is its
     * progress, which begins with the index of the row that it is at; the one before it, if the
     * program has a host, the exchange. What remains of a buffer, from its position to its limit,
     * is what the next run has yet to be told.
     */
    void bind(ByteBuffer[] memory);

    /**
     * Runs from one item on, up to {@code count}, in one crossing; returns the first one that is
     * not done, for lack of room, or -1 after a failure.
     */
    int run(int from, int count);

    /**
     * Begins {@link #run} in an engine that works beside the calling thread; {@link #end} is to
     * follow before anything else is asked. False, and nothing is begun, in one that does not.
     */
    boolean begin(int from, int count);

    /** Waits for the end of what was begun; the same as {@link #run} returns. */
    int end();

    /**
     * Has a listener told, in any thread, when calls have settled whose results the next run gives;
     * false if the engine does not tell: then {@link EngineHandle#runEvents} is to be called, which
     * settles them.
     */
    boolean onSettled(Runnable listener);

    /** The failure of the last run, or of the creation, as JSON; null if there was none. */
    String failure();

    /** Ends the functions; returns how that failed, as JSON, or null. */
    String close();
}
