package org.tsflink.runtime.v8;

import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.monitoring.V8HeapStatistics;

import java.util.function.IntSupplier;

/** Ends calls into an isolate that run too long or take too much memory. */
final class Guard {
    /**
     * Room above the limit in which a call that is being ended may finish what V8 cannot interrupt.
     */
    private static final long HEAD_ROOM = 4L << 30;

    static final String TIMEOUT = "FUNCTION_TIMEOUT";
    static final String OUT_OF_MEMORY = "FUNCTION_OUT_OF_MEMORY";

    private final NodeRuntime runtime;
    private final long timeoutNanos;
    private final long memoryLimit;
    private long call;
    private boolean active;
    private long startedAt;
    private IntSupplier progress;
    private int row;
    private long rowSince;
    private String ended;

    Guard(NodeRuntime runtime, long timeoutNanos, long memoryLimit) {
        this.runtime = runtime;
        this.timeoutNanos = timeoutNanos;
        this.memoryLimit = memoryLimit;
        runtime.setNearHeapLimitCallback(
                (current, initial) -> {
                    end(OUT_OF_MEMORY);
                    return current + HEAD_ROOM;
                });
    }

    /** Begins the watch over a call; the row that it is at, as it goes on. */
    synchronized void enter(IntSupplier progress) {
        call++;
        active = true;
        startedAt = System.nanoTime();
        this.progress = progress;
        row = -1;
        rowSince = startedAt;
    }

    /** Ends the watch; returns why the call was ended, or null if it was not. */
    synchronized String exit() {
        active = false;
        String why = ended;
        ended = null;
        return why;
    }

    /**
     * Called by the watchdog, again and again; under the lock, so that the isolate cannot be closed
     * meanwhile.
     */
    synchronized void check() {
        long now = System.nanoTime();
        if (!active || now - startedAt < Watchdog.INTERVAL_MILLIS * 1_000_000L) {
            return;
        }
        int current = progress.getAsInt();
        if (current != row) {
            row = current;
            rowSince = now;
        } else if (now - rowSince > timeoutNanos) {
            end(TIMEOUT);
            return;
        }
        long checked = call;
        // V8 watches its heap itself, but not what lies outside of it, the memory of Buffers. The
        // isolate answers at its next interrupt.
        runtime.getV8HeapStatistics().thenAccept(statistics -> check(checked, statistics));
    }

    private synchronized void check(long checked, V8HeapStatistics statistics) {
        if (checked == call && isOver(statistics.getExternalMemory())) {
            end(OUT_OF_MEMORY);
        }
    }

    boolean isOver(long externalMemory) {
        return externalMemory > memoryLimit;
    }

    private synchronized void end(String why) {
        if (active && ended == null) {
            ended = why;
            runtime.terminateExecution();
        }
    }
}
