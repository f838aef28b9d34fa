package org.tsflink.runtime.worker;

/** Gives workers, as the options of an engine say. */
interface WorkerSource {
    /** Who shares a worker has the same key. */
    Object key(long heapLimitBytes);

    /** Gives a worker of its own that was greeted; waits no longer than the options say. */
    Worker start(long heapLimitBytes) throws WorkerException, InterruptedException;
}
