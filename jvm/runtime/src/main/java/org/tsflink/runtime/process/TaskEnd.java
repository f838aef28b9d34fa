package org.tsflink.runtime.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.runtime.engine.Detached;

import javax.annotation.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes what Flink leaves open: its operator of process table functions (2.3.0) opens them, and
 * never closes them. What a task opened is closed when its thread has ended.
 */
final class TaskEnd {
    private static final Logger LOG = LoggerFactory.getLogger(TaskEnd.class);
    private static final long POLL_MILLIS = 500;

    private static final Map<AutoCloseable, Thread> OPEN = new HashMap<>();
    private static boolean watching;

    private TaskEnd() {}

    /** Closes it when the thread that calls has ended, unless it is {@link #forget forgotten}. */
    static synchronized void closeAfter(AutoCloseable opened) {
        OPEN.put(opened, Thread.currentThread());
        if (!watching) {
            watching = true;
            Detached.run(TaskEnd::startWatching);
        }
    }

    static synchronized void forget(AutoCloseable opened) {
        OPEN.remove(opened);
    }

    private static Thread startWatching() {
        Thread watcher = new Thread(TaskEnd::watch, "tsflink-task-end");
        watcher.setDaemon(true);
        watcher.start();
        return watcher;
    }

    private static void watch() {
        for (List<AutoCloseable> ended = ended(); ended != null; ended = ended()) {
            for (AutoCloseable opened : ended) {
                try {
                    opened.close();
                } catch (Exception e) {
                    LOG.warn("A process table function failed to close", e);
                }
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was opened by threads that have ended; null, and this thread ends, if none is open. */
    @Nullable
    private static synchronized List<AutoCloseable> ended() {
        watching = !OPEN.isEmpty();
        if (!watching) {
            return null;
        }
        List<AutoCloseable> ended =
                OPEN.keySet().stream().filter(opened -> !OPEN.get(opened).isAlive()).toList();
        ended.forEach(OPEN::remove);
        return ended;
    }
}
