package org.tsflink.runtime.worker;

/** Where a worker runs: a process beside this JVM, or elsewhere. */
interface WorkerHome {
    /** What messages call it. */
    String name();

    boolean isAlive();

    /** Whether the files of this JVM's machine are there. */
    boolean seesFiles();

    /** How it ended; waits a moment for one that is ending. */
    String exit() throws InterruptedException;

    boolean isOutOfMemory();

    /** The last lines of its errors, each on a line of its own. */
    String errors();

    /** Ends it now, if it has not ended. */
    void close();
}
