package org.tsflink.runtime.worker;

import java.util.Locale;

/**
 * What shares a worker, in which functions run one at a time: the values of {@code
 * tsflink.process.sharing}.
 */
public enum Sharing {
    /** The operators of a subtask. */
    TASK,
    /** The subtasks of a job that have the same index, which Flink places in one slot. */
    SLOT,
    /** All subtasks of a job in a TaskManager. */
    JOB,
    /** The calls of one operator: no other shares it. */
    FUNCTION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
