package org.tsflink.runtime.batch;

import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

import java.time.Duration;

/**
 * Lets a batch go when its first row has waited long enough. One timer at a time: one that finds a
 * younger batch than it was set for lets that batch have its own time.
 */
public final class FlushTimer {

    /** What waits. */
    public interface Batch {
        boolean isEmpty();

        void flush() throws Exception;
    }

    private final Batch batch;
    private final ProcessingTimeService time;
    private final Duration interval;
    private boolean set;
    private long batches;

    public FlushTimer(Batch batch, ProcessingTimeService time, Duration interval) {
        this.batch = batch;
        this.time = time;
        this.interval = interval;
    }

    /** The batch has a row. */
    public void start() {
        if (set) {
            return;
        }
        set = true;
        long batchOfTimer = batches;
        time.registerTimer(
                time.getCurrentProcessingTime() + interval.toMillis(),
                timestamp -> {
                    set = false;
                    if (batchOfTimer == batches) {
                        batch.flush();
                    } else if (!batch.isEmpty()) {
                        start();
                    }
                });
    }

    /** The batch goes. */
    public void next() {
        batches++;
    }
}
