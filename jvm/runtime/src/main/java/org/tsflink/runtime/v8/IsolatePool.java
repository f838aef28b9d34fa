package org.tsflink.runtime.v8;

/** The isolates of a JVM. */
public interface IsolatePool {
    /** The isolate of the calling thread, made if there is none; to be given back by release. */
    IsolateHandle acquire(long timeoutNanos, long heapLimitBytes);

    /** How many isolates live. */
    int count();
}
