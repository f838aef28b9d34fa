package org.tsflink.runtime.worker;

/** Gives workers, as the options of an engine say. */
interface WorkerSource {
    /** Who shares a worker has the same key. */
    Object key(long heapLimitBytes);

    /** How long functions may take, where so long is asked for. */
    default long timeoutNanos(long asked) {
        return asked;
    }

    /** Gives a worker of its own that was greeted; waits no longer than the options say. */
    Worker start(long heapLimitBytes) throws WorkerException, InterruptedException;
}
